import { spread } from './back-off.js';
import { systemClock, type Clock, type Random } from '../core/clock.js';
import { waitUntil } from '../core/wait-until.js';
import { heldBack, QuotaError } from './failures.js';
import { current, exhaustionEnds, type Known } from './known.js';
import type { Ledger } from './ledger.js';

export interface AdmitOptions {
  clock?: Clock;
  signal?: AbortSignal;
  random?: Random;
  /** Told when a wait begins and when it will be over. */
  onWait?(until: number): void;
  /** Longest wait in milliseconds. */
  maxWait?: number;
}

/**
 * Lets a paid request through when the ledger allows it (SPEC 4), or throws a QuotaError. Where the window's allowance is
 * known, that many may be under way; where it is not, one at a time, over all tabs, so that the first 429 stops the rest.
 * Resolves with a function to call when the answer is there; if it never comes, the next one goes after ten seconds.
 */
export async function admit(
  ledger: Ledger,
  { clock = systemClock, signal, random, onWait, maxWait = Infinity }: AdmitOptions = {},
): Promise<() => Promise<void>> {
  for (;;) {
    signal?.throwIfAborted();
    let known!: Known;
    let until!: number;
    let free!: boolean;
    await ledger.edit((old, now) => {
      known = current(old, now);
      const { window, blockedUntil = 0 } = known;
      const available = window?.available;
      until = Math.max(blockedUntil, available === 0 ? window!.resetAt! : 0);
      free = !(known.exhausted || until || known.busyUntil);
      if (!free) return old;
      return { ...known, ...(window ? { window: { ...window, available: available! - 1 } } : { busyUntil: now + 10_000 }) };
    });
    if (free) return () => ledger.learn({ asOf: 0 });
    const now = clock.now();
    const ends = exhaustionEnds(known);
    if (known.exhausted) throw new QuotaError({ kind: known.kind === 'credits' && !ends ? 'credits' : 'exhausted', until: ends });
    if (until - now > maxWait) throw new QuotaError({ kind: heldBack(until, now), until });
    if (until) {
      until = spread(until, random);
      onWait?.(until);
      await waitUntil(until, { clock, signal });
    } else while (ledger.known.busyUntil) await waitUntil(clock.now() + 100, { clock, signal });
  }
}
