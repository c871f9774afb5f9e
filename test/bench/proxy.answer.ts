/** A pattern of about so many bytes, as the vendor answers it. */
export function answerOf(bytes: number) {
  const run = { color: 'Red', hex: '#ff0000', count: 2 };
  const steps = Math.max(1, Math.floor(bytes / 85));
  return {
    success: true,
    niche: 'mosaic',
    dimensions: { cols: 2, rows: steps, total_units: 2 * steps },
    materials: [{ id: '1', name: 'Red', hex: '#ff0000', quantity: 2 * steps, percentage: 100 }],
    assembly_guide: Array.from({ length: steps }, (_, i) => ({ step: i + 1, direction: 'row', runs: [run] })),
    difficulty: 'easy',
  };
}
