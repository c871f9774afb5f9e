import { PatternError, toPatternError } from '../core/pattern-error.js';
import type { Step, Watcher } from '../flight/plan.js';
import type { PatternResult } from '../providers/provider.js';
import { boundsOf } from './design.js';
import type { Host } from './host.js';
import type { Door } from './logbook.js';
import type { Design, Entry, Outcome } from './making.js';
import { openKit } from './workshop.js';

/** A design that was made, and what came of it. */
export interface Made {
  outcome: Outcome<Entry>;
  design: Design;
  /** Where it is written how far the visitor has come with it. */
  door: Door;
}

/** What the button's owner must know and say. */
export interface Presser {
  design(): Promise<Design>;
  /** False when the page stops it before anything is sent. */
  allows(design: Design): boolean;
  begins(): void;
  /** Sitting out a limit until then (epoch ms); undefined: going on. */
  waits(until?: number): void;
  steps(step: Step): void;
  kept(): void;
  shows(made: Made, result: PatternResult): void;
  /** It ended without a pattern. */
  ends(error: PatternError): void;
}

/** The Generate button of one widget: one press at a time, however often it is pressed. */
export class Button {
  readonly #host: Host;
  readonly #presser: Presser;
  #press?: { promise: Promise<PatternResult>; abort: AbortController; design?: Design };
  /** The design of which the visitor was told that it may have been counted: pressing again is her choice. */
  #doubted?: string;

  constructor(host: Host, presser: Presser) {
    this.#host = host;
    this.#presser = presser;
  }

  get pressed(): boolean {
    return !!this.#press;
  }

  press(): Promise<PatternResult> {
    if (this.#press) return this.#press.promise;
    const abort = new AbortController();
    // A turn later, so that this press is noted before anybody can ask for another one.
    const promise = Promise.resolve()
      .then(() => this.#run(abort.signal))
      .finally(() => this.#end(abort.signal));
    this.#press = { promise, abort };
    return promise;
  }

  /** Lets go at once: whoever presses again in the same breath means a new press. */
  cancel(): boolean {
    const press = this.#press;
    this.#press = undefined;
    press?.abort.abort(new PatternError('cancelled'));
    return !!press;
  }

  /** Whoever waits for what somebody else may be making wants it made now, knowing that it may count twice. */
  async insist(): Promise<void> {
    const design = this.#press?.design;
    const { making, page } = await openKit(this.#host);
    if (design) await making.insistOn(page, design);
  }

  /** Whether this press is still the current one, which it then no longer is. */
  #end(signal: AbortSignal): boolean {
    const mine = this.#press?.abort.signal === signal;
    if (mine) this.#press = undefined;
    return mine;
  }

  async #run(signal: AbortSignal): Promise<PatternResult> {
    const presser = this.#presser;
    let design: Design | undefined;
    // A file or a picture that is long in coming is waited for aloud; after one second, for the page is asked first if it can be.
    const slow = setTimeout(() => signal.aborted || presser.begins(), 1000);
    try {
      design = await presser.design().finally(() => clearTimeout(slow));
      if (signal.aborted || !presser.allows(design)) throw new PatternError('cancelled');
      const { making, page } = await openKit(this.#host);
      signal.throwIfAborted();
      this.#press!.design = design;
      const insists = this.#doubted === design.key;
      this.#doubted = undefined;
      presser.begins();
      const outcome = await making.press(page, design, this.#watcher(signal), signal, insists);
      signal.throwIfAborted();
      const result = making.toResult(outcome.entry, design);
      presser.shows({ outcome, design, door: page.logbook.open(design.key, boundsOf(design.settings)) }, result);
      return result;
    } catch (cause) {
      const error = toPatternError(signal.aborted ? signal.reason : cause);
      if (error.maybeCounted) this.#doubted = design?.key;
      if (this.#end(signal)) presser.ends(error);
      throw error;
    }
  }

  #watcher(signal: AbortSignal): Watcher {
    const presser = this.#presser;
    return {
      onWait: (until) => signal.aborted || presser.waits(until),
      onStep: (step) => signal.aborted || presser.steps(step),
      onKept: () => presser.kept(),
    };
  }
}
