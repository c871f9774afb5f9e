import type { Account } from '../api/account.js';
import { masked } from '../core/mask.js';
import { PatternError } from '../core/pattern-error.js';
import { snakeName } from '../providers/snake-name.js';
import type { Settings } from './options.js';
import { Refused } from './refused.js';
import { StoreDown } from './stores/store.js';

/** How soon a store that is down is worth another try. */
const SOON = 5000;

/** Any failure as the refusal that is told, and for the owner what only he can mend. */
export function explain(error: unknown, { clock, log, apiKey }: Settings, { ledger }: Account): Refused {
  if (error instanceof Refused) return error;
  if (error instanceof StoreDown) return new Refused('store-down', { until: clock.now() + SOON });
  if (!(error instanceof PatternError)) {
    log.error(masked(`The proxy failed: ${String((error as Error | undefined)?.stack ?? error)}`, [apiKey]));
    return new Refused('server-error', { status: 500 });
  }
  const { code, retryAt, status = 0, cause, field, maybeCounted } = error;
  if (code === 'unauthorized' || code === 'forbidden' || code === 'misconfigured')
    log.error(
      masked(`The vendor does not take our requests (${code}${status ? `, ${status}` : ''}): check API_KEY and UPSTREAM`, [
        apiKey,
      ]),
    );
  const told = retryAt && retryAt.getTime() + (ledger.known.skew ?? 0); // dates are the vendor's, deadlines ours
  return new Refused(code, {
    until: told ?? (code === 'quota-exhausted' ? nextMonth(clock.now()) : undefined),
    ...(status >= 400 && { status, said: cause }),
    field: field && snakeName(field),
    maybeCounted,
  });
}

function nextMonth(now: number): number {
  const date = new Date(now);
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1);
}
