import type { Upstream } from '../upstream.js';

export interface Day {
  /** `2026-11-27`, UTC. */
  day: string;
  /** Requests that cost something. */
  paid: number;
  /** Requests answered with what was kept. */
  saved: number;
  /** Requests that waited for somebody else's. */
  joined: number;
  refused: number;
}

/** What `_owner` tells, as JSON. */
export interface Numbers {
  provider: string;
  /** ISO time. */
  asOf: string;
  left: { remaining?: number | 'unlimited'; limit?: number | 'unlimited'; resetAt?: string; exhausted: boolean };
  /** Of this month, the first one first. */
  days: Day[];
  total: Omit<Day, 'day'>;
  /** Why requests were refused this month, the most frequent first. */
  refusals: { reason: string; count: number }[];
  upstream: { asked: number; failed: number; ms?: number; lastStatus?: number; lastAt?: string };
}

const REFUSED = 'refused:';

export async function readNumbers({ account, tally, health }: Upstream): Promise<Numbers> {
  const { ledger, deps, provider } = account;
  await ledger.load();
  const month = await tally.month();
  const refusals = new Map<string, number>();
  const days = month.map(({ day, counts }): Day => {
    let refused = 0;
    for (const [name, count] of Object.entries(counts)) {
      if (!name.startsWith(REFUSED)) continue;
      refused += count;
      const reason = name.slice(REFUSED.length);
      refusals.set(reason, (refusals.get(reason) ?? 0) + count);
    }
    return { day, paid: counts.paid ?? 0, saved: counts.hit ?? 0, joined: counts.joined ?? 0, refused };
  });
  const sum = (name: 'paid' | 'saved' | 'joined' | 'refused') => days.reduce((all, day) => all + day[name], 0);
  const { remaining, limit, resetAt, exhausted } = ledger.quota;
  const { asked, failed, ms, lastStatus, lastAt } = health;
  return {
    provider: provider.name,
    asOf: new Date(deps.clock.now()).toISOString(),
    left: { remaining, limit, resetAt: resetAt?.toISOString(), exhausted },
    days,
    total: { paid: sum('paid'), saved: sum('saved'), joined: sum('joined'), refused: sum('refused') },
    refusals: [...refusals].map(([reason, count]) => ({ reason, count })).sort((a, b) => b.count - a.count),
    upstream: {
      asked,
      failed,
      ms: ms === undefined ? ms : Math.round(ms),
      lastStatus,
      ...(lastAt !== undefined && { lastAt: new Date(lastAt).toISOString() }),
    },
  };
}
