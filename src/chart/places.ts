import type { Chart } from './read-chart.js';

export interface Place {
  /** Counted from 1 at the top, whatever the direction of work. */
  row: number;
  /** First and last column of each stretch, counted from 1 at the left. */
  stretches: [first: number, last: number][];
}

/** Where one colour goes, row by row. */
export function placesOf({ cells, columns, rows }: Chart, color: number): Place[] {
  const places: Place[] = [];
  for (let row = 0; cells && row < rows; row++) {
    const stretches: Place['stretches'] = [];
    for (let column = 0; column < columns; column++) {
      if (cells[row * columns + column] !== color) continue;
      const last = stretches.at(-1);
      if (last?.[1] === column) last[1] = column + 1;
      else stretches.push([column + 1, column + 1]);
    }
    if (stretches.length) places.push({ row: row + 1, stretches });
  }
  return places;
}
