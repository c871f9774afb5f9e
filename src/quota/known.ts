import { isFar } from './failures.js';
import type { Pace } from './pace.js';
import { CONTRACT, LIMIT, plausible } from './server-time.js';

/** What is known of an account's quota, as it is kept. Times are local epoch milliseconds. */
export interface Known {
  kind: 'monthly' | 'credits' | 'unknown';
  used?: number;
  limit?: number | 'unlimited';
  remaining?: number | 'unlimited';
  resetAt?: number;
  /** A limit that is sat out. */
  blockedUntil?: number;
  /** One that nobody sits out: it was more than ten minutes away when it was met. */
  closedUntil?: number;
  /** The budget of our own proxy that is closed until then. */
  policy?: string;
  exhausted?: boolean;
  /** End of the exhaustion where it is not `resetAt`. */
  exhaustedUntil?: number;
  plan?: string;
  /** How far the local clock is ahead of the server's, in milliseconds: times are kept as local, and told as they are. */
  skew?: number;
  asOf: number;
  /** Our own proxy answers: the same request again costs nothing. */
  proxy?: boolean;
  /** What the short window (a minute's) still allows. */
  window?: Window;
  /** Last free look at the counter. */
  checkedAt?: number;
  /** Somebody's request is under way while the window is unknown. */
  busyUntil?: number;
  /** On a server: what is under way and was served while no window is told. */
  pace?: Pace;
  /** Failures in a row, everybody's together, until that time. */
  failures?: { count: number; resetAt: number };
}

export interface Window {
  available?: number;
  resetAt?: number;
  /** How often the server has told its count: what was taken before that is in it or not, nobody knows. */
  told?: number;
}

export const UNKNOWN: Known = { kind: 'unknown', asOf: 0 };

export const exhaustionEnds = ({ exhaustedUntil, resetAt }: Known) => exhaustedUntil ?? resetAt;

/** When the limits are over that are known of, exhaustion apart; 0: there are none. */
export const opens = ({ blockedUntil = 0, closedUntil = 0, window }: Known) =>
  Math.max(blockedUntil, closedUntil, window?.available === 0 ? (window.resetAt ?? 0) : 0);

/** The 1st of next month, 00:00 UTC by the server's clock, as a local time. `ahead`: how far the local clock is before it. */
export function nextMonth(now: number, ahead = 0): number {
  const there = new Date(now - ahead);
  return Date.UTC(there.getUTCFullYear(), there.getUTCMonth() + 1) + ahead;
}

/** The same without what has passed its time. */
export function current(known: Known, now: number): Known {
  const next = { ...known };
  const end = (time: number | undefined, ...names: (keyof Known)[]) => {
    if (time !== undefined && time <= now) for (const name of names) delete next[name];
  };
  end(exhaustionEnds(known), 'exhausted', 'exhaustedUntil', 'used', 'remaining');
  end(known.resetAt, 'resetAt');
  end(known.blockedUntil, 'blockedUntil');
  end(known.closedUntil, 'closedUntil', 'policy');
  end(known.busyUntil, 'busyUntil');
  end(known.window?.resetAt, 'window');
  end(known.failures?.resetAt, 'failures');
  return next;
}

/** News on top of what is known; older news only fill its gaps. Any news end the flight, good ones the row of failures. */
export function merge(old: Known, told: Partial<Known>, now: number): Known {
  const news = believable(told, now);
  // What comes from the future was written before the clock was set back, and must not outlast it.
  if (news.asOf !== undefined && news.asOf < old.asOf && old.asOf <= now)
    return settled({ ...news, ...old, busyUntil: undefined }, now);
  const next: Known = { ...old, busyUntil: undefined, asOf: now, ...news, window: windowOf(old, news, now) };
  if (news.remaining !== undefined || news.exhausted !== undefined) {
    next.exhausted = news.remaining === 0 || !!news.exhausted;
    next.exhaustedUntil = next.exhausted ? news.exhaustedUntil : undefined;
  }
  if (next.exhausted === false && !news.failures) delete next.failures;
  const { available, resetAt } = news.window ?? {};
  if (available === 0 && resetAt !== undefined && isFar(resetAt, now)) next.closedUntil = plausible(resetAt, now);
  return settled(next, now);
}

/** Used up and nothing left are one; and a month that does not say when it ends is over on the 1st. */
function settled(known: Known, now: number): Known {
  if (known.remaining === 0) known.exhausted ??= true;
  if (!known.exhausted) {
    if (known.remaining === 0) delete known.remaining;
    return known;
  }
  known.remaining = 0;
  // Only paying ends that: no month that was known before does.
  if (known.kind === 'credits') delete known.resetAt;
  if (known.kind === 'monthly' && exhaustionEnds(known) === undefined) known.exhaustedUntil = nextMonth(now, known.skew);
  return known;
}

/** Times that come from outside, and how many days away they may be. */
const TIMES = { blockedUntil: LIMIT, closedUntil: LIMIT, resetAt: CONTRACT, exhaustedUntil: CONTRACT };

/** Without times that nobody can have meant: one wrong answer must not lock anybody out. */
function believable(told: Partial<Known>, now: number): Partial<Known> {
  const news = { ...told };
  for (const [name, days] of Object.entries(TIMES) as [keyof typeof TIMES, number][])
    if (!plausible(news[name], now, days)) delete news[name];
  return news;
}

/**
 * Answers overtake each other, and what is under way was taken off here before the server counts it: the lower count is
 * right, and the first end. And no more may be under way than there are uses left.
 */
function windowOf({ window: old, remaining }: Known, news: Partial<Known>, now: number): Window | undefined {
  const { available, resetAt } = news.window ?? {};
  if (available === undefined || !(available >= 0) || plausible(resetAt, now) === undefined) return old;
  const left = news.remaining ?? remaining;
  return {
    available: Math.min(available, old?.available ?? Infinity, typeof left === 'number' && left > 0 ? left : Infinity),
    resetAt: old?.resetAt ?? resetAt,
    told: (old?.told ?? 0) + 1,
  };
}
