import type { Difficulty, Direction, GuideStep } from './pattern.js';
import { walk } from './walk.js';

interface Bounds {
  colors: number;
  cells: number;
  /** changes of colour per cell: how often the maker has to look up */
  changes: number;
}

/** A pattern is as easy as all three allow: an evening or two, some weeks, or a long winter. */
const LEVELS: readonly [Difficulty, Bounds][] = [
  ['easy', { colors: 10, cells: 5_000, changes: 0.3 }],
  ['medium', { colors: 25, cells: 20_000, changes: 0.5 }],
];

/** @param changes of colour on the whole way */
export function levelOf(colors: number, cells: number, changes: number): Difficulty {
  const level = LEVELS.find(([, most]) => colors <= most.colors && cells <= most.cells && changes / cells <= most.changes);
  return level?.[0] ?? 'hard';
}

export function rateDifficulty(colors: number, cells: number, guide: readonly GuideStep[]): Difficulty {
  const runs = guide.reduce((sum, step) => sum + step.runs.length, 0);
  return levelOf(colors, cells, runs - guide.length);
}

/** How often the colour changes from one cell to the next, as the grid is worked. */
export function countChanges(cells: Uint16Array, columns: number, rows: number, direction: Direction): number {
  const { steps, length, cellAt } = walk(direction, columns, rows);
  let changes = 0;
  for (let step = 0; step < steps; step++)
    for (let place = 1; place < length; place++) if (cells[cellAt(step, place)] !== cells[cellAt(step, place - 1)]) changes++;
  return changes;
}
