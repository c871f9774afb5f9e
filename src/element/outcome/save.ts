/** Hands a file to the visitor's downloads. */
export function save(blob: Blob, filename: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = filename;
  link.click();
  // Kept for a minute: some browsers ask where to put the file before they read it.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
