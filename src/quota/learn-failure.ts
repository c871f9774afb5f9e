import { backOff } from './back-off.js';
import { systemClock, type Clock, type Random } from '../core/clock.js';
import { isFar, type Failure } from './failures.js';
import type { Known } from './known.js';
import type { Ledger } from './ledger.js';

/** Tries in a row, the first one included; one budget for everybody on the origin, given back by any good answer. */
const TRIES: Partial<Record<Failure['kind'], number>> = { throttled: 5, transient: 3, unknown: 3 };

/** Teaches the ledger a failure; resolves with the time from which the same may be sent again, or undefined: not by itself. */
export async function learnFailure(
  ledger: Ledger,
  { kind, until, policy }: Failure,
  { clock = systemClock, random }: { clock?: Clock; random?: Random } = {},
): Promise<number | undefined> {
  const now = clock.now();
  const tries = TRIES[kind] ?? 0;
  const { failures, blockedUntil } = ledger.known;
  // What was sent together fails together: that is one failure of the row.
  const count = (failures?.count ?? 0) + (blockedUntil ? 0 : 1);
  // A hiccup passes within seconds; an unreadable limit is most likely a minute's, and that takes longer.
  const at = until ?? now + (kind === 'throttled' ? backOff(count, random, 1000, 30_000) : backOff(count, random));
  const lessons: Partial<Record<Failure['kind'], Partial<Known>>> = {
    // A budget of the proxy's own is not the vendor's: no look at the vendor's counter ends it.
    exhausted: policy ? { closedUntil: until, policy } : { exhausted: true, exhaustedUntil: until },
    credits: { exhausted: true, exhaustedUntil: until, kind: 'credits' },
  };
  const far = isFar(at, now);
  const lesson = far ? { closedUntil: at } : { blockedUntil: at, failures: { count, resetAt: now + 600_000 } };
  await ledger.learn(tries ? lesson : (lessons[kind] ?? {}));
  return count < tries && !far ? at : undefined;
}
