import { walk } from '../engine/walk.js';
import type { DrawnChart } from './read-chart.js';

/** How far somebody has come with a chart: which cells are done, what is left, and what can be taken back. */
export class Progress {
  /** 1 for each cell that is done, row-major. */
  readonly done: Uint8Array;
  count = 0;
  /** Cells of each colour that are still to be made. */
  readonly left: Uint32Array;
  readonly #past: { cells: number[]; done: boolean }[] = [];

  constructor(readonly chart: DrawnChart) {
    this.done = new Uint8Array(chart.cells.length);
    this.left = new Uint32Array(chart.colors.length);
    for (const color of chart.cells) this.left[color]!++;
  }

  /** 0 to 1. */
  get share(): number {
    return this.count / this.done.length;
  }

  get canUndo(): boolean {
    return this.#past.length > 0;
  }

  /** Marks cells as done, or as not done; tells which of them were otherwise before. */
  mark(cells: Iterable<number>, done = true): number[] {
    const changed = this.#set(cells, done);
    if (changed.length) this.#past.push({ cells: changed, done });
    return changed;
  }

  /** Takes the last mark back; tells its cells. */
  undo(): number[] {
    const last = this.#past.pop();
    return last ? this.#set(last.cells, !last.done) : [];
  }

  isDone(cells: Iterable<number>): boolean {
    for (const cell of cells) if (!this.done[cell]) return false;
    return true;
  }

  /** The first run, in the order of work, that is not done; undefined at the end. */
  next(from = 0): { step: number; run: number } | undefined {
    const { steps } = this.chart;
    for (let step = from; step < steps.length; step++)
      for (let run = 0; run < steps[step]!.runs.length; run++)
        if (!this.isDone(cellsOf(this.chart, step, run))) return { step, run };
    return;
  }

  /** One bit a cell, as it is kept. */
  pack(): Uint8Array<ArrayBuffer> {
    const bits = new Uint8Array(Math.ceil(this.done.length / 8));
    for (let cell = 0; cell < this.done.length; cell++) if (this.done[cell]) bits[cell >> 3]! |= 1 << (cell & 7);
    return bits;
  }

  /** What was kept, in place of what is here; false when it belongs to a chart of another size. */
  unpack(bits: Uint8Array): boolean {
    if (bits.length !== Math.ceil(this.done.length / 8)) return false;
    this.#past.length = 0;
    for (let cell = 0; cell < this.done.length; cell++) this.#set([cell], !!(bits[cell >> 3]! & (1 << (cell & 7))));
    return true;
  }

  #set(cells: Iterable<number>, done: boolean): number[] {
    const { done: marks, left, chart } = this;
    const changed: number[] = [];
    for (const cell of cells) {
      if (!!marks[cell] === done) continue;
      marks[cell] = +done;
      left[chart.cells[cell]!]! -= done ? 1 : -1;
      this.count += done ? 1 : -1;
      changed.push(cell);
    }
    return changed;
  }
}

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
