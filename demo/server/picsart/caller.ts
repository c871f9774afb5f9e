import { keyIn } from '../api-request.js';
import type { Account } from '../data/accounts.js';
import type { Call, Services } from '../services.js';
import { PicsartError } from './errors.js';

/** Documented: 500 requests a minute for an account. */
const DEFAULT_LIMIT = 500;

/** `X-Picsart-API-Key` in any letter case; assumed, as some clients do it: `Authorization: Bearer` as well. */
export function callerOf(call: Call, { accounts }: Services): Account {
  const shown = keyIn(call);
  const key = shown ? accounts.findKey(shown) : undefined;
  if (!key?.active || key.account.provider !== 'picsart')
    throw new PicsartError(401, 'The API key is missing or not valid', 'invalid_api_key');
  return key.account;
}

/** Takes from the minute. Assumed: only requests that do something count, so that waiting clients may look at the balance. */
export function takeMinute({ minutes }: Services, account: Account): void {
  const window = minutes.take(account.id, account.minuteLimit ?? DEFAULT_LIMIT);
  if (!window || window.ok) return;
  throw new PicsartError(429, `At most ${window.limit} requests a minute`, 'rate_limit', {
    'X-Picsart-RateLimit-Limit': String(window.limit),
    'X-Picsart-RateLimit-Available': '0',
    'X-Picsart-RateLimit-Reset-Time': String(window.resetSeconds),
  });
}

/** What every 200 carries; all but the correlation id, which official clients read, is documented. */
export function addQuotaHeaders(call: Call, { minutes, credits }: Services, account: Account): void {
  const { limit, available } = minutes.look(account.id, account.minuteLimit || DEFAULT_LIMIT);
  call.header('X-Picsart-RateLimit-Limit', String(limit));
  call.header('X-Picsart-RateLimit-Available', String(available));
  call.header('X-Picsart-Credit-Available', String(credits.available(account)));
  call.header('X-Picsart-Correlation-Id', crypto.randomUUID());
}
