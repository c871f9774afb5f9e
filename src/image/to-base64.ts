/** Without the `data:` prefix. The browser encodes in its own thread. */
export function toBase64(blob: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve((reader.result as string).split(',').pop()!);
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(blob);
  });
}
