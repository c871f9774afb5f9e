/** What is known of an account's quota, as it is kept. Times are local epoch milliseconds. */
export interface Known {
  kind: 'monthly' | 'credits' | 'unknown';
  used?: number;
  limit?: number | 'unlimited';
  remaining?: number | 'unlimited';
  resetAt?: number;
  blockedUntil?: number;
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
  window?: { available?: number; resetAt?: number };
  /** Last free look at the counter. */
  checkedAt?: number;
  /** Somebody's request is under way while the window is unknown. */
  busyUntil?: number;
  /** Failures in a row, everybody's together, until that time. */
  failures?: { count: number; resetAt: number };
}

export const UNKNOWN: Known = { kind: 'unknown', asOf: 0 };

export const exhaustionEnds = ({ exhaustedUntil, resetAt }: Known) => exhaustedUntil ?? resetAt;

/** The same without what has passed its time. */
export function current(known: Known, now: number): Known {
  const next = { ...known };
  const end = (time = Infinity, ...names: (keyof Known)[]) => {
    if (time <= now) for (const name of names) delete next[name];
  };
  end(exhaustionEnds(known), 'exhausted', 'exhaustedUntil', 'used', 'remaining');
  end(known.resetAt, 'resetAt');
  end(known.blockedUntil, 'blockedUntil');
  end(known.busyUntil, 'busyUntil');
  end(known.window?.resetAt, 'window');
  end(known.failures?.resetAt, 'failures');
  return next;
}

/** News on top of what is known; older news only fill its gaps. Any news end the flight, good ones the row of failures. */
export function merge(old: Known, news: Partial<Known>, now: number): Known {
  // What comes from the future was written before the clock was set back, and must not outlast it.
  if (news.asOf! < old.asOf && old.asOf <= now) return { ...news, ...old, busyUntil: undefined };
  const next: Known = { ...old, busyUntil: undefined, asOf: now, ...news, window: old.window };
  if ((news.remaining ?? news.exhausted) !== undefined) next.exhausted = news.remaining === 0 || !!news.exhausted;
  if (!next.exhausted) delete next.exhaustedUntil;
  if (next.exhausted === false && !news.failures) delete next.failures;
  const { available, resetAt } = news.window ?? {};
  if (available! >= 0 && resetAt! > now)
    next.window = {
      // Answers overtake each other, and what is under way was taken off here before the server counts it: the lower is
      // right. And no more may be under way than there are uses left.
      available: Math.min(available!, old.window?.available ?? Infinity, +next.remaining! || Infinity),
      resetAt: old.window?.resetAt ?? resetAt,
    };
  return next;
}
