import type { Direction, GuideStep, Material, Run } from './pattern.js';

interface Walk {
  steps: number;
  length: number;
  /** the cell that is the `place`-th of step number `step`, both from 0 */
  cellAt: (step: number, place: number) => number;
}

/** Which cell comes when, for each way of working. */
const WALKS: Record<Direction, (columns: number, rows: number) => Walk> = {
  rows: (columns, rows) => ({ steps: rows, length: columns, cellAt: (row, column) => row * columns + column }),
  columns: (columns, rows) => ({ steps: columns, length: rows, cellAt: (column, row) => row * columns + column }),
  'bottom-up': (columns, rows) => ({
    steps: rows,
    length: columns,
    cellAt: (step, column) => (rows - 1 - step) * columns + column,
  }),
};

export const DIRECTIONS = Object.keys(WALKS) as Direction[];

/** The grid told as runs of one colour, in the order of work. */
export function writeGuide(
  cells: Uint16Array,
  columns: number,
  rows: number,
  direction: Direction,
  materials: readonly Material[],
): GuideStep[] {
  const { steps, length, cellAt } = WALKS[direction](columns, rows);
  return Array.from({ length: steps }, (_, step) => {
    const runs: Run[] = [];
    let last = -1;
    for (let place = 0; place < length; place++) {
      const number = cells[cellAt(step, place)]!;
      if (number === last) {
        runs[runs.length - 1]!.count++;
        continue;
      }
      const { id, name, hex } = materials[number]!;
      runs.push({ id, color: name, hex, count: 1 });
      last = number;
    }
    return { step: step + 1, direction, runs };
  });
}

/** The way back: follows a guide cell by cell. Throws a RangeError when it does not fill the grid exactly. */
export function replay(
  guide: readonly GuideStep[],
  columns: number,
  rows: number,
  direction: Direction,
  materials: readonly Material[],
): Uint16Array {
  const { steps, length, cellAt } = WALKS[direction](columns, rows);
  const numbers = new Map(materials.map(({ id }, number) => [id, number]));
  if (guide.length !== steps) throw new RangeError(`The guide has ${guide.length} steps, the grid needs ${steps}.`);
  const cells = new Uint16Array(columns * rows);
  guide.forEach(({ runs }, step) => {
    let place = 0;
    for (const { id, count } of runs) {
      const number = numbers.get(id);
      if (number === undefined) throw new RangeError(`Step ${step + 1} uses ${id}, which is not among the materials.`);
      for (const end = place + count; place < end; place++) cells[cellAt(step, place)] = number;
    }
    if (place !== length) throw new RangeError(`Step ${step + 1} has ${place} cells, the grid needs ${length}.`);
  });
  return cells;
}
