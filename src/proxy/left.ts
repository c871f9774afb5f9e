import type { Settings } from './options.js';
import type { Upstream } from './upstream.js';
import type { Left } from './vendor.js';

/** What pages are told of the quota: what is left for them, and never whose, how much by day, or which plan. */
export function leftOf({ account: { ledger } }: Upstream, { showLeft, reserve }: Settings): Left | undefined {
  const { remaining, limit } = ledger.known;
  if (!showLeft || remaining === undefined) return;
  return {
    limit,
    remaining: typeof remaining === 'number' ? Math.max(0, remaining - reserve) : remaining,
    resetAt: ledger.quota.resetAt,
  };
}
