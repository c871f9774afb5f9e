import type { MiddlewareHandler } from 'hono';
import { keyIn } from '../api-request.js';
import type { Account } from '../data/accounts.js';
import type { Call, Env, Services } from '../services.js';
import { PicsartError } from './errors.js';

/** Documented: 500 requests a minute for an account. */
const DEFAULT_LIMIT = 500;

/** `X-Picsart-API-Key` in any letter case; assumed, as some clients do it: `Authorization: Bearer` as well. */
function accountIn(call: Call, { accounts }: Services): Account | undefined {
  const shown = keyIn(call);
  const key = shown ? accounts.findKey(shown) : undefined;
  return key?.active && key.account.provider === 'picsart' ? key.account : undefined;
}

/** Whose request this is, once it is taken from the account's minute. Documented: "all operations are rate limited". */
export function admit(call: Call, services: Services): Account {
  const account = accountIn(call, services);
  if (!account) throw new PicsartError(401, 'The API key is missing or not valid');
  const window = services.minutes.take(account.id, account.minuteLimit ?? DEFAULT_LIMIT);
  if (window && !window.ok) throw new PicsartError(429, `At most ${window.limit} requests a minute`);
  return account;
}

/** Documented for every answer, errors as well. Assumed: nobody known has a fresh minute and no credits. */
export const quotaHeaders =
  (services: Services): MiddlewareHandler<Env> =>
  async (call, next) => {
    await next();
    const account = accountIn(call, services);
    const window = services.minutes.look(account?.id ?? '', account?.minuteLimit || DEFAULT_LIMIT);
    call.header('X-Picsart-RateLimit-Limit', String(window.limit));
    call.header('X-Picsart-RateLimit-Available', String(window.available));
    call.header('X-Picsart-RateLimit-Reset-Time', String(window.resetSeconds));
    call.header('X-Picsart-Credit-Available', String(account ? services.credits.available(account) : 0));
    call.header('X-Picsart-Correlation-Id', crypto.randomUUID());
  };
