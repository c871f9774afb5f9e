import type { Difficulty, GuideStep } from './pattern.js';

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

export function rateDifficulty(colors: number, cells: number, guide: readonly GuideStep[]): Difficulty {
  const runs = guide.reduce((sum, step) => sum + step.runs.length, 0);
  const changes = (runs - guide.length) / cells;
  const level = LEVELS.find(([, most]) => colors <= most.colors && cells <= most.cells && changes <= most.changes);
  return level?.[0] ?? 'hard';
}
