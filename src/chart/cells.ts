import { walk } from '../engine/walk.js';
import type { DrawnChart } from './read-chart.js';

/** The cells of a line of work, or of one of its runs, in their order. */
export function* cellsOf({ columns, rows, direction, steps }: DrawnChart, step: number, run?: number): Generator<number> {
  const { cellAt } = walk(direction, columns, rows);
  let place = 0;
  for (const [at, { count }] of steps[step]!.runs.entries()) {
    const end = place + count;
    if (run === undefined || run === at) for (; place < end; place++) yield cellAt(step, place);
    place = end;
  }
}

/** Which line of work a cell belongs to, and which run of it. */
export function whereIs({ columns, rows, direction, steps }: DrawnChart, cell: number): { step: number; run: number } {
  const [column, row] = [cell % columns, Math.floor(cell / columns)];
  const step = walk(direction, columns, rows).line(direction === 'columns' ? column : row);
  let place = direction === 'columns' ? row : column;
  const run = steps[step]!.runs.findIndex(({ count }) => (place -= count) < 0);
  return { step, run };
}
