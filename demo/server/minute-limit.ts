import type { Clock } from './clock.js';

const MINUTE = 60_000;

export interface Window {
  /** whether this request may go on */
  ok: boolean;
  limit: number;
  available: number;
  /** whole seconds until the window ends, at least 1 */
  resetSeconds: number;
}

/** Requests a minute of an account. The minute begins with its first request, by the API's clock. */
export class MinuteLimits {
  private readonly windows = new Map<string, { since: number; seen: number }>();

  constructor(private readonly clock: Clock) {}

  /** A refused request does not count. A limit of 0 is none. */
  take(account: string, limit: number): Window | undefined {
    if (limit === 0) return undefined;
    const window = this.current(account);
    const ok = window.seen < limit;
    if (ok) window.seen++;
    return this.describe(window, limit, ok);
  }

  /** The window as it stands, without taking from it. */
  look(account: string, limit: number): Window {
    const window = this.current(account);
    return this.describe(window, limit, window.seen < limit);
  }

  forget(account?: string): void {
    if (account === undefined) this.windows.clear();
    else this.windows.delete(account);
  }

  private current(account: string) {
    const now = this.clock.now();
    let window = this.windows.get(account);
    // A clock that was turned back begins a new minute as well.
    if (!window || now >= window.since + MINUTE || now < window.since) {
      window = { since: now, seen: 0 };
      this.windows.set(account, window);
    }
    return window;
  }

  private describe(window: { since: number; seen: number }, limit: number, ok: boolean): Window {
    const resetSeconds = Math.max(1, Math.ceil((window.since + MINUTE - this.clock.now()) / 1000));
    return { ok, limit, available: Math.max(0, limit - window.seen), resetSeconds };
  }
}
