import type { ColorPlaces, Material } from './pattern.js';

/** For each material, the rows it is found in and where: `3-7,9`. Counted from 1 at the top left. */
export function summarizeColors(
  cells: Uint16Array,
  columns: number,
  rows: number,
  materials: readonly Material[],
): ColorPlaces[] {
  const summary = materials.map(({ name, hex }): ColorPlaces => ({ color: name, hex, positions: [] }));
  for (let row = 0; row < rows; row++) {
    for (let start = 0; start < columns;) {
      const color = cells[row * columns + start]!;
      let end = start + 1;
      while (end < columns && cells[row * columns + end] === color) end++;
      const range = end - start === 1 ? `${end}` : `${start + 1}-${end}`;
      const { positions } = summary[color]!;
      const last = positions.at(-1);
      if (last?.row === row + 1) last.columns += `,${range}`;
      else positions.push({ row: row + 1, columns: range });
      start = end;
    }
  }
  return summary;
}
