/** Time as the rules see it: the browser's own, or one that a test turns by hand. Milliseconds since 1970. */
export interface Clock {
  now(): number;
  setTimeout(fn: () => void, ms: number): unknown;
  clearTimeout(id: unknown): void;
}

/** Evenly spread over [0, 1). */
export type Random = () => number;

// The globals are looked up at every call, so that a clock installed later (a page's own, a test's) is obeyed.
export const systemClock: Clock = {
  now: () => Date.now(),
  setTimeout: (fn, ms) => setTimeout(fn, ms),
  clearTimeout: (id) => clearTimeout(id as number),
};
