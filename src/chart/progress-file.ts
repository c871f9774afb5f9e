import { pack } from './bits.js';
import type { DrawnChart } from './read-chart.js';

/** Progress as a small file: which pattern it belongs to, and runs of cells that are alike, beginning with those not done. */
interface Written {
  patternProgress: 1;
  columns: number;
  rows: number;
  /** Tells the pattern from others of its size. */
  pattern: number;
  runs: number[];
}

/** FNV-1a over the cells, http://www.isthe.com/chongo/tech/comp/fnv/ */
const mark = ({ cells }: DrawnChart): number =>
  cells.reduce((sum, color) => Math.imul(sum ^ color, 0x01000193) >>> 0, 0x811c9dc5);

export function writeProgress(chart: DrawnChart, done: Uint8Array): string {
  const runs = [0];
  for (let cell = 0, now = 0; cell < done.length; cell++) {
    if (done[cell] !== now) runs.push(0);
    now = done[cell]!;
    runs[runs.length - 1]!++;
  }
  const { columns, rows } = chart;
  return JSON.stringify({ patternProgress: 1, columns, rows, pattern: mark(chart), runs } satisfies Written);
}

/** One bit a cell; undefined where the file is none of ours that can be read here, false where it belongs to another pattern. */
export function readProgress(chart: DrawnChart, text: string): Uint8Array | false | undefined {
  let read: Partial<Record<keyof Written, unknown>> | null;
  try {
    read = JSON.parse(text);
  } catch {
    return;
  }
  const { columns, rows } = chart;
  if (read?.patternProgress !== 1) return;
  if (read.columns !== columns || read.rows !== rows || read.pattern !== mark(chart)) return false;
  const marks = new Uint8Array(columns * rows);
  let cell = 0;
  for (const [at, run] of (Array.isArray(read.runs) ? read.runs : []).entries()) {
    if (!Number.isInteger(run) || run < 0 || cell + run > marks.length) return;
    marks.fill(at & 1, cell, (cell += run));
  }
  return cell === marks.length ? pack(marks) : undefined;
}
