import { backOff } from './back-off.js';
import { systemClock, type Clock, type Random } from '../core/clock.js';
import type { Failure } from './failures.js';
import type { Ledger } from './ledger.js';

/** Tries in a row, the first one included; one budget for everybody on the origin, given back by any good answer. */
const TRIES: Partial<Record<Failure['kind'], number>> = { throttled: 5, transient: 3 };

/** Teaches the ledger a failure; resolves with the time from which the same may be sent again, or undefined: not by itself. */
export async function learnFailure(
  ledger: Ledger,
  failure: Failure,
  { clock = systemClock, random }: { clock?: Clock; random?: Random } = {},
): Promise<number | undefined> {
  const { kind, until } = failure as { kind: Failure['kind']; until?: number };
  const count = (ledger.known.failures?.count ?? 0) + 1;
  const tries = TRIES[kind];
  const now = clock.now();
  // A hiccup passes within seconds; an unreadable limit is most likely a minute's, and that takes longer.
  const at = until ?? now + (kind === 'throttled' ? backOff(count, random, 1000, 30_000) : backOff(count, random));
  await ledger.learn(
    tries
      ? { blockedUntil: at, failures: { count, resetAt: now + 600_000 } }
      : kind === 'exhausted' || kind === 'credits'
        ? { exhausted: true, exhaustedUntil: until, ...(kind === 'credits' && { kind }) }
        : {},
  );
  return count < tries! ? at : undefined;
}
