import { spread } from './back-off.js';
import { systemClock, type Clock, type Random } from '../core/clock.js';
import { waitUntil } from '../core/wait-until.js';
import { isFar, QuotaError } from './failures.js';
import { current, exhaustionEnds, opens, type Known } from './known.js';
import type { Ledger } from './ledger.js';

export interface AdmitOptions {
  clock?: Clock;
  signal?: AbortSignal;
  random?: Random;
  /** Told when a wait begins and when it will be over. */
  onWait?(until: number): void;
  /** Longest wait in milliseconds; nobody waits longer than ten minutes. */
  maxWait?: number;
}

/** The right to send one request. */
export interface Place {
  /** The answer is there. If this is never heard of, the next one goes after ten seconds. */
  done(): Promise<void>;
  /** Nothing was sent after all. */
  giveBack(): Promise<void>;
}

/**
 * Lets a paid request through when the ledger allows it (SPEC 4), or throws a QuotaError. Where the window's allowance is
 * known, that many may be under way; where it is not, one at a time, over all tabs, so that the first 429 stops the rest.
 */
export async function admit(
  ledger: Ledger,
  { clock = systemClock, signal, random, onWait, maxWait = Infinity }: AdmitOptions = {},
): Promise<Place> {
  for (;;) {
    signal?.throwIfAborted();
    const { known, taken } = await take(ledger);
    if (taken) return { done: () => ledger.learn({ asOf: 0 }), giveBack: () => giveBack(ledger, taken) };
    const now = clock.now();
    const ends = exhaustionEnds(known);
    if (known.exhausted) throw new QuotaError({ kind: known.kind === 'credits' && !ends ? 'credits' : 'exhausted', until: ends });
    const until = opens(known);
    if (until > now) {
      if (until - now > maxWait || isFar(until, now)) throw new QuotaError({ kind: 'throttled', until });
      const later = spread(until, random);
      onWait?.(later);
      await waitUntil(later, { clock, signal });
    } else while (ledger.known.busyUntil) await waitUntil(clock.now() + 100, { clock, signal });
  }
}

/** Takes a place if there is one, in one step over all tabs. */
async function take(ledger: Ledger): Promise<{ known: Known; taken?: Known }> {
  let known!: Known;
  let taken: Known | undefined;
  await ledger.edit((old, now) => {
    known = current(old, now);
    const { window, exhausted, busyUntil } = known;
    taken = undefined;
    if (exhausted || opens(known) || busyUntil) return old;
    return (taken =
      window?.available === undefined
        ? { ...known, busyUntil: now + 10_000 }
        : { ...known, window: { ...window, available: window.available - 1 } });
  });
  return { known, taken };
}

/** Only while nothing was told since: the server's word counts what was taken, and must not be put up by ours. */
const giveBack = (ledger: Ledger, taken: Known) =>
  ledger.publish((old, now) => {
    const { window, busyUntil, ...rest } = current(old, now);
    const same =
      window?.available !== undefined && window.told === taken.window?.told && window.resetAt === taken.window?.resetAt;
    return {
      ...rest,
      ...(window && { window: same ? { ...window, available: window.available! + 1 } : window }),
      ...(busyUntil !== taken.busyUntil && { busyUntil }),
    };
  });
