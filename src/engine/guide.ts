import type { Direction, GuideStep, Material, Run } from './pattern.js';
import { walk } from './walk.js';

/** The grid told as runs of one colour, in the order of work. */
export function writeGuide(
  cells: Uint16Array,
  columns: number,
  rows: number,
  direction: Direction,
  materials: readonly Material[],
): GuideStep[] {
  const { steps, length, cellAt } = walk(direction, columns, rows);
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
  const { steps, length, cellAt } = walk(direction, columns, rows);
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
