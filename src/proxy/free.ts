import { sendFree } from '../api/free.js';
import type { Reply } from '../api/transport.js';
import type { Operation, Written } from '../providers/provider.js';
import type { Settings } from './options.js';
import { Refused } from './refused.js';
import type { Upstream } from './upstream.js';

const MINUTE = 60_000;

/** What costs no use keeps the vendor busy all the same: so many of each kind a minute as patterns may be. */
export async function askFree(
  kind: 'pdf' | 'validate',
  operation: Operation,
  write: () => Promise<Written> | Written,
  { clock, store, siteMinute, timeout }: Settings,
  { account, site }: Upstream,
): Promise<Reply> {
  const minute = Math.floor(clock.now() / MINUTE);
  const until = (minute + 1) * MINUTE;
  const name = `${kind}-minute`;
  if ((await store.take([{ name: `${name}:${minute}:${site}`, limit: siteMinute, until }])).length)
    throw new Refused('over-budget', { until, policies: [{ name, limit: siteMinute, window: 60 }] });
  return sendFree(account, operation, write, { timeout, maxWait: 2000 });
}
