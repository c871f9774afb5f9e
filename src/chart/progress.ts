import { isSet } from './bits.js';
import { cellsOf } from './cells.js';
import type { DrawnChart } from './read-chart.js';

/** How far somebody has come with a chart: which cells are done, what is left, and what can be taken back. */
export class Progress {
  /** 1 for each cell that is done, row-major. */
  readonly done: Uint8Array;
  count = 0;
  /** Cells of each colour that are still to be made. */
  left!: Uint32Array;
  readonly #past: { cells: number[]; done: boolean }[] = [];

  constructor(public chart: DrawnChart) {
    this.done = new Uint8Array(chart.cells.length);
    this.recolor(chart);
  }

  /** The same cells, in other colours. */
  recolor(chart: DrawnChart): void {
    const { cells, colors } = chart;
    this.chart = chart;
    this.left = new Uint32Array(colors.length);
    for (let cell = 0; cell < cells.length; cell++) if (!this.done[cell]) this.left[cells[cell]!]!++;
  }

  /** 0 to 1. */
  get share(): number {
    return this.count / this.done.length;
  }

  get canUndo(): boolean {
    return this.#past.length > 0;
  }

  /** Marks cells as done, or as not done; tells which of them were otherwise before. `more`: one with the last mark, when it is taken back. */
  mark(cells: Iterable<number>, done = true, more = false): number[] {
    const changed = this.#set(cells, done);
    const last = more ? this.#past.at(-1) : undefined;
    if (last?.done === done) last.cells.push(...changed);
    else if (changed.length) this.#past.push({ cells: changed, done });
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

  /** What was kept, in place of what is here; what was marked before can only be taken back while nobody else has marked anything. */
  unpack(bits: Uint8Array): void {
    const { done } = this;
    const others: number[] = [];
    for (let cell = 0; cell < done.length; cell++) if (!!done[cell] !== isSet(bits, cell)) others.push(cell);
    if (others.length) this.#past.length = 0;
    for (const cell of others) this.#set([cell], !done[cell]);
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
