import { eachRun } from '../core/each.js';
import type { Direction } from '../engine/pattern.js';
import { DIRECTIONS, walk } from '../engine/walk.js';
import { type ChartColor, clip, type ColorWords, Palette } from './palette.js';
import { finish, type Work } from './slices.js';

/** What is needed of a result. Any provider's will do, and so will the engine's pattern. */
export interface ChartSource {
  columns?: number;
  rows?: number;
  /** Size of one stitch, bead or brick, in any unit: it is the proportion that counts. */
  unit?: { width: number; height: number };
  direction?: Direction;
  materials: readonly { id?: string; name: string; hex: string }[];
  guide: readonly { label?: string; runs: readonly (ColorWords & { count: number })[] }[];
}

export interface ChartRun {
  /** Index into the chart's colours. */
  color: number;
  count: number;
}

export interface ChartStep {
  label?: string;
  runs: readonly ChartRun[];
}

/** A pattern as a model: everything that is drawn, told, counted or printed comes from here. */
export interface Chart {
  columns: number;
  rows: number;
  /** Square where the result does not say; very long units are drawn eight times as long as wide. */
  unit: { width: number; height: number };
  direction: Direction;
  /** The materials in their order, then what only the guide knows. */
  colors: readonly ChartColor[];
  steps: readonly ChartStep[];
  /** Row-major index into `colors`. Absent unless the guide fills the grid exactly: a wrong picture is worse than none. */
  cells?: Uint16Array;
}

/** A chart whose guide adds up. */
export type DrawnChart = Chart & { cells: Uint16Array };

/** More cells, or a longer side, than every browser is sure to draw. */
const MOST_CELLS = 8e6;
const LONGEST = 16_384;
const PAUSE = 1000;

export const readChart = (source: ChartSource): Chart => finish(chartReading(source));

/** The same, to be done in slices: an answer may have a million runs. */
export function* chartReading(source: ChartSource): Work<Chart> {
  const { columns = 0, rows = 0, guide } = source;
  const direction = DIRECTIONS.find((known) => known === source.direction) ?? 'rows';
  const palette = yield* new Palette().read(source.materials);
  const steps: ChartStep[] = [];
  let work = 0;
  for (const step of guide) {
    const read: ChartRun[] = [];
    for (const run of eachRun(step)) {
      read.push({ color: palette.find(run), count: run.count });
      if (!(++work % PAUSE)) yield;
    }
    steps.push({ label: clip(step.label), runs: read });
    if (!(++work % PAUSE)) yield;
  }
  const colors = palette.close();
  const cells = colors.length > 0xffff ? undefined : yield* fill(columns, rows, direction, steps);
  return { columns, rows, unit: unitOf(source.unit), direction, colors, steps, cells };
}

function* fill(columns: number, rows: number, direction: Direction, steps: readonly ChartStep[]): Work<Uint16Array | undefined> {
  const size = columns * rows;
  if (!(size > 0 && size <= MOST_CELLS) || Math.max(columns, rows) > LONGEST || size % 1) return;
  const { length, cellAt, steps: needed } = walk(direction, columns, rows);
  if (steps.length !== needed) return;
  const cells = new Uint16Array(size);
  let work = 0;
  for (const [step, { runs }] of steps.entries()) {
    let place = 0;
    for (const { color, count } of runs) {
      if (!Number.isInteger(count) || count < 0 || place + count > length) return;
      for (const end = place + count; place < end; place++) cells[cellAt(step, place)] = color;
      if (!(++work % PAUSE)) yield;
    }
    if (place !== length) return;
    if (!(step % 8)) yield;
  }
  return cells;
}

function unitOf(unit: ChartSource['unit']): Chart['unit'] {
  const ratio = unit ? unit.height / unit.width : 1;
  return { width: 1, height: ratio > 0 && ratio < Infinity ? Math.min(8, Math.max(1 / 8, ratio)) : 1 };
}
