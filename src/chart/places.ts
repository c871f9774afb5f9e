import type { DrawnChart } from './read-chart.js';
import type { Work } from './slices.js';

export interface Place {
  /** Counted from 1 at the top, whatever the direction of work. */
  row: number;
  /** First and last column of each stretch, counted from 1 at the left. */
  stretches: [first: number, last: number][];
}

/** Where each colour goes, row by row. */
export function* findPlaces({ cells, columns, rows, colors }: DrawnChart): Work<Place[][]> {
  const all: Place[][] = colors.map(() => []);
  for (let row = 0; row < rows; row++) {
    const line = cells.subarray(row * columns, (row + 1) * columns);
    for (let from = 0, end: number; from < columns; from = end) {
      const color = line[from]!;
      for (end = from + 1; line[end] === color;) end++;
      const places = all[color]!;
      if (places.at(-1)?.row !== row + 1) places.push({ row: row + 1, stretches: [] });
      places.at(-1)!.stretches.push([from + 1, end]);
    }
    yield;
  }
  return all;
}
