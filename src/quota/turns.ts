import type { Failure } from './failures.js';
import type { Known } from './known.js';

/** Who may go while the API tells no window: over all tabs (or machines) of an account, so it is part of what is known. */
export interface Turns {
  /** Until when nobody may go (epoch ms), where that is more than the ledger knows. */
  opens?(known: Known, now: number): number;
  /** Nobody else is in the way. */
  isFree(known: Known, now: number): boolean;
  take(known: Known, now: number): Known;
  /** What was taken is over: served, failed, or `null` where nothing was sent after all. */
  over(known: Known, taken: Known, failure: Failure | undefined | null, now: number): Known;
  /** Has those who wait on this machine ask one after another. */
  inTurn?<T>(ask: () => Promise<T>): Promise<T>;
}

/** Whoever is never heard of again is waited for so long. */
export const PATIENCE = 10_000;

/** One at a time, so that the first refusal stops the rest: all that the pages of one visitor need. */
export const oneByOne: Turns = {
  isFree: ({ busyUntil }) => !busyUntil,
  take: (known, now) => ({ ...known, busyUntil: now + PATIENCE }),
  over: (known, taken, failure) => ({
    ...givenBack(known, taken, failure),
    busyUntil: known.busyUntil === taken.busyUntil ? undefined : known.busyUntil,
  }),
};

/**
 * What was not sent goes back into the window, but only while nothing was told since: the server's word counts what was taken,
 * and must not be put up by ours.
 */
export function givenBack(known: Known, { window: taken }: Known, failure: Failure | undefined | null): Known {
  const { window } = known;
  const same = window?.available !== undefined && window.told === taken?.told && window.resetAt === taken?.resetAt;
  return same && failure === null ? { ...known, window: { ...window, available: window.available! + 1 } } : known;
}
