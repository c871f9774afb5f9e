import { dayOf, monthOf, nextMonth, type Clock } from '../clock.js';
import type { Account } from './accounts.js';
import type { Limit } from './plans.js';
import type { Store } from './store.js';

export interface Usage {
  used: number;
  limit: Limit;
  remaining: Limit;
  /** `2026-12-01` */
  resetDate: string;
  days: { date: string; calls: number }[];
}

/** A use that is promised to a request under way: counted when its pattern is made, given back when it is not. */
export interface Reservation {
  count(): Usage;
  giveBack(): void;
}

/**
 * Uses of an account in a month. The counter shows only patterns that were made; what parallel requests are still working
 * on is held beside it, so that twenty at once cannot overshoot the plan.
 */
export class Counters {
  private readonly promised = new Map<string, number>();

  constructor(
    private readonly store: Store,
    private readonly clock: Clock,
  ) {}

  usage(account: Account): Usage {
    const now = this.clock.now();
    const days = this.store.all<{ date: string; calls: number }>(
      'SELECT day AS date, calls FROM uses WHERE account = ? AND day LIKE ? AND calls > 0 ORDER BY day',
      account.id,
      `${monthOf(now)}-%`,
    );
    const used = days.reduce((sum, { calls }) => sum + calls, 0);
    const { limit } = account;
    return { used, limit, remaining: limit === 'unlimited' ? limit : Math.max(0, limit - used), resetDate: nextMonth(now), days };
  }

  reserve(account: Account): Reservation | undefined {
    const { remaining } = this.usage(account);
    const promised = this.promised.get(account.id) ?? 0;
    if (remaining !== 'unlimited' && remaining <= promised) return undefined;
    this.promised.set(account.id, promised + 1);
    let open = true;
    const giveBack = () => {
      if (open) this.promised.set(account.id, (this.promised.get(account.id) ?? 1) - 1);
      open = false;
    };
    const count = () => {
      giveBack();
      this.add(account.id, 1);
      return this.usage(account);
    };
    return { count, giveBack };
  }

  /** For the control API: as if this many uses were gone this month, all of them today. */
  setUsed(account: Account, used: number): void {
    this.store.transaction(() => {
      this.store.run('DELETE FROM uses WHERE account = ? AND day LIKE ?', account.id, `${monthOf(this.clock.now())}-%`);
      this.add(account.id, used);
    });
  }

  private add(account: string, calls: number): void {
    this.store.run(
      'INSERT INTO uses VALUES (?, ?, ?) ON CONFLICT (account, day) DO UPDATE SET calls = calls + excluded.calls',
      account,
      dayOf(this.clock.now()),
      calls,
    );
  }
}
