import { isSet } from '../../../chart/bits.js';
import { cellsOf } from '../../../chart/cells.js';
import { Progress } from '../../../chart/progress.js';
import type { Voice } from '../../texts/voice.js';
import type { Place } from '../viewer/plan/gestures.js';
import type { Drawn } from '../viewer/plan/pictures.js';
import type { Plan } from '../viewer/plan/plan.js';
import type { Stage } from '../viewer/stage.js';
import type { Working } from '../viewer/working.js';
import { press } from './keys.js';
import { Record } from './record.js';

/** What is done of a chart, and the pen that marks more. */
export class Work implements Working {
  pen = false;
  changes = 0;
  voice!: Voice;
  readonly #stage: Stage;
  readonly #progress: Progress;
  readonly #record: Record;
  /** What the stroke does that is being drawn, once it has met a cell. */
  #stroke?: boolean;

  constructor(stage: Stage) {
    this.#stage = stage;
    this.#progress = new Progress(stage.drawn!);
    this.#record = new Record(this.#progress, stage.door, () => this.#seen());
    void this.#record.read().then((found) => found && this.goOn());
  }

  get share(): number {
    return this.#progress.share;
  }
  get done(): Uint8Array {
    return this.#progress.done;
  }
  get owed(): boolean {
    return this.#record.owed;
  }
  get canUndo(): boolean {
    return this.#progress.canUndo;
  }

  hint(): string | undefined {
    return this.#stage.plan?.canvas.matches(':focus-visible') ? this.voice.say('craftKeys') : undefined;
  }
  left(color: number, count: number): string {
    return this.voice.say('craftLeft', { left: this.#progress.left[color] ?? 0, count });
  }
  tell(cell: number, words: string): string {
    return this.done[cell] ? `${words} · ${this.voice.say('craftMarked')}` : words;
  }
  isRunDone(step: number, run: number): boolean {
    return this.#progress.isDone(cellsOf(this.#progress.chart, step, run));
  }

  /** The same cells are to be made, in other colours. */
  recolor(chart: Drawn): void {
    this.#progress.recolor(chart);
    this.changes++;
  }

  toggle(cells: Iterable<number>): void {
    const all = [...cells];
    this.#changed(this.#progress.mark(all, !this.#progress.isDone(all)));
  }

  undo(): void {
    this.#changed(this.#progress.undo());
  }

  press(event: KeyboardEvent, plan: Plan): boolean {
    return press(event, this.#stage, plan);
  }

  draw({ camera, chart }: Plan, to: Place, from?: Place): void {
    const start = from ?? to;
    const [dx, dy] = [to[0] - start[0], to[1] - start[1]];
    // A quick finger leaves out cells; those between are meant as well.
    const steps = Math.max(1, Math.ceil(Math.hypot(dx, dy) / Math.min(camera.w, camera.h)));
    const cells: number[] = [];
    for (let step = 1; step <= steps; step++) {
      const cell = camera.cellAt(start[0] + (dx * step) / steps, start[1] + (dy * step) / steps);
      if (cell) cells.push(cell.row * chart.columns + cell.column);
    }
    if (!from) this.#stroke = undefined;
    if (!cells.length) return;
    // A stroke does to all its cells what it does to the first, and is taken back as one.
    const begun = this.#stroke !== undefined;
    this.#stroke ??= !this.done[cells[0]!];
    this.#changed(this.#progress.mark(cells, this.#stroke, begun));
  }

  /** What a file says is done is done here too; can be taken back. True when more is done here. */
  take(bits: Uint8Array): boolean {
    this.#changed(this.#progress.mark(this.#cells((cell, done) => isSet(bits, cell) && !done)));
    this.goOn();
    return this.#cells((cell, done) => !!done && !isSet(bits, cell)).length > 0;
  }

  /** Done is what a file says, and no more; can be taken back. */
  keepOnly(bits: Uint8Array): void {
    this.#changed(
      this.#progress.mark(
        this.#cells((cell, done) => !!done && !isSet(bits, cell)),
        false,
      ),
    );
    this.goOn();
  }

  #cells(which: (cell: number, done: number) => boolean): number[] {
    const cells: number[] = [];
    this.done.forEach((done, cell) => which(cell, done) && cells.push(cell));
    return cells;
  }

  /** The current run, or all of its line, is done: on to what is next. */
  finish(line: boolean): void {
    const { step, run } = this.#stage;
    this.#changed(this.#progress.mark(cellsOf(this.#progress.chart, step, line ? undefined : run)));
    this.goOn(step);
  }

  /** To the first run that is not done. */
  goOn(from = 0): void {
    const next = this.#progress.next(from) ?? this.#progress.next();
    if (next) this.#stage.goTo(next.step, next.run);
  }

  end(): void {
    this.#record.end();
  }

  #changed(cells: number[]): void {
    if (!cells.length) return;
    this.#record.changed();
    this.#seen();
  }

  #seen(): void {
    this.changes++;
    this.#stage.changed();
  }
}
