import type { Sent } from './intent.js';

/** What is being done, in the order in which it usually happens. `unsettled`: it may be being made, and nobody answers. */
export type Step = 'preparing' | 'generating' | 'unsettled';

/** What a flight under way tells everybody who waits for it. */
export interface Watcher {
  /** Sitting out a limit until then (epoch ms); undefined: going on. */
  onWait(until?: number): void;
  onStep(step: Step): void;
  /** The answer is in the store now. */
  onKept(): void;
}

/** What the maker of a design must tell the flight, so that nobody pays a second time. */
export interface Pilot<Entry> extends Pick<Watcher, 'onWait' | 'onStep'> {
  /** Ends what was not sent yet. */
  signal: AbortSignal;
  /** To be awaited directly before each send, with what is then known. Throws when there is nothing to be sent any more. */
  sending(now: () => Sent): Promise<void>;
  /** An answer came: it proves that nothing was counted, or (`ended`) at least that nothing is under way any more. */
  answered(ended?: boolean): Promise<void>;
  /** What to throw when only time and proof can tell what became of what was sent. */
  unsettled(why: Error): Error;
  /** The answer came after all, when everybody had been told that it did not. */
  late(entry: Entry): void;
}

/** How one design is looked up, made and kept. */
export interface Plan<Entry> {
  look(): Promise<Entry | undefined>;
  make(pilot: Pilot<Entry>): Promise<Entry>;
  /** Begins to keep the entry before it returns, and resolves when it is kept. */
  keep(entry: Entry): Promise<void>;
  /** Asks the free counter: whether it has moved since it stood at `before` (undefined: it does not tell), and the time. */
  recount(before: number | undefined): Promise<{ moved?: boolean; serverNow?: number }>;
  /** Whether the other side makes a repeated request free: then nobody has to wait. */
  repeatsAreFree?(): boolean;
}

/** Thrown through `make`: the request was sent, and whether it still runs or was counted, only time and proof can tell. */
export class Unsettled extends Error {
  constructor(readonly why: Error) {
    super('unsettled');
  }
}
