import { spread } from './back-off.js';
import { systemClock, type Clock, type Random } from '../core/clock.js';
import { waitUntil } from '../core/wait-until.js';
import { isFar, QuotaError, type Failure } from './failures.js';
import { current, exhaustionEnds, opens, type Known } from './known.js';
import type { Ledger } from './ledger.js';
import { oneByOne, type Turns } from './turns.js';

export interface AdmitOptions {
  clock?: Clock;
  signal?: AbortSignal;
  random?: Random;
  /** Who may go while no window is told; default: one at a time. */
  turns?: Turns;
  /** Told when a wait begins and when it will be over. */
  onWait?(until: number): void;
  /** Longest wait in milliseconds; nobody waits longer than ten minutes. */
  maxWait?: number;
}

/** The right to send one request. */
export interface Place {
  /** The answer is there, and what was wrong with it. If this is never heard of, the next one goes after ten seconds. */
  done(failure?: Failure): Promise<void>;
  /** Nothing was sent after all. */
  giveBack(): Promise<void>;
}

/**
 * Lets a paid request through when the ledger allows it (SPEC 4), or throws a QuotaError. Where the window's allowance is told,
 * that many may be under way, over all tabs; where it is not, as many as `turns` allow.
 */
export async function admit(
  ledger: Ledger,
  { clock = systemClock, signal, random, turns = oneByOne, onWait, maxWait = Infinity }: AdmitOptions = {},
): Promise<Place> {
  const opensAt = (known: Known, now: number) => turns.opens?.(known, now) ?? opens(known);

  /** Takes a place if there is one, in one step over all tabs, once nobody else is in the way. */
  async function take(): Promise<{ known: Known; taken?: Known }> {
    while (!turns.isFree(ledger.known, clock.now())) await waitUntil(clock.now() + 100, { clock, signal });
    signal?.throwIfAborted();
    let known!: Known;
    let taken: Known | undefined;
    await ledger.edit((old, now) => {
      known = current(old, now);
      const { window, exhausted } = known;
      taken = undefined;
      if (exhausted || opensAt(known, now) > now || !turns.isFree(known, now)) return old;
      return (taken =
        window?.available === undefined
          ? turns.take(known, now)
          : { ...known, window: { ...window, available: window.available - 1 } });
    });
    return { known, taken };
  }

  for (;;) {
    const { known, taken } = await (turns.inTurn?.(take) ?? take());
    if (taken) {
      const over = (failure?: Failure | null) => ledger.publish((old, now) => turns.over(current(old, now), taken, failure, now));
      return { done: over, giveBack: () => over(null) };
    }
    const now = clock.now();
    const ends = exhaustionEnds(known);
    if (known.exhausted) throw new QuotaError({ kind: known.kind === 'credits' && !ends ? 'credits' : 'exhausted', until: ends });
    const until = opensAt(known, now);
    if (until > now) {
      if (until - now > maxWait || isFar(until, now))
        throw new QuotaError({ kind: known.policy ? 'exhausted' : 'throttled', until });
      const later = spread(until, random);
      onWait?.(later);
      await waitUntil(later, { clock, signal });
    }
  }
}
