/** Time as the rules see it: the browser's own, or one that a test turns by hand. Milliseconds since 1970. */
export interface Clock {
  now(): number;
  /** Milliseconds since some moment of this page (or process): nobody can set it, so it proves that time has passed. */
  elapsed(): number;
  setTimeout(fn: () => void, ms: number): unknown;
  clearTimeout(id: unknown): void;
}

/** Evenly spread over [0, 1). */
export type Random = () => number;

/** A longer timer overflows and fires at once (https://developer.mozilla.org/docs/Web/API/setTimeout#maximum_delay_value). */
const LONGEST = 2 ** 31 - 1;

// The globals are looked up at every call, so that a clock installed later (a page's own, a test's) is obeyed.
export const systemClock: Clock = {
  now: () => Date.now(),
  elapsed: () => performance.now(),
  setTimeout: (fn, ms) => setTimeout(fn, Math.min(ms, LONGEST)),
  clearTimeout: (id) => clearTimeout(id as number),
};
