import { spread } from './back-off.js';
import { systemClock, type Clock, type Random } from './clock.js';
import { waitUntil } from './deadline.js';
import { heldUntil, QuotaError } from './failures.js';
import { current, exhaustionEnds } from './known.js';
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
    let free = false;
    await ledger.edit((old, now) => {
      const known = current(old, now);
      const { window } = known;
      free = !(known.exhausted || known.blockedUntil || (window ? !window.available : known.busyUntil));
      if (!free) return old;
      return window
        ? { ...known, window: { ...window, available: window.available! - 1 } }
        : { ...known, busyUntil: now + 10_000 };
    });
    if (free) return () => ledger.learn({ asOf: 0 });

    const { known } = ledger;
    const { window } = known;
    const ends = exhaustionEnds(known);
    if (known.exhausted)
      throw new QuotaError(known.kind === 'credits' && !ends ? { kind: 'credits' } : { kind: 'exhausted', until: ends });
    const until = Math.max(known.blockedUntil ?? 0, window && !window.available ? window.resetAt! : 0);
    if (until) {
      if (until - clock.now() > maxWait) throw new QuotaError(heldUntil(until, clock.now()));
      const later = spread(until, random);
      onWait?.(later);
      await waitUntil(later, { clock, signal });
    } else while (ledger.known.busyUntil) await waitUntil(clock.now() + 100, { clock, signal });
  }
}
