import type { ApiKey } from '../data/accounts.js';
import type { Call, Services } from '../services.js';
import { PixcraftError } from './errors.js';

/** PixCraft documents no limit a minute. */
const DEFAULT_LIMIT = 0;

/**
 * Assumed: a limit on the requests that make the server work, told in the standard fields (RFC 6585, RFC 9110 Retry-After,
 * RateLimit fields draft 8 and later). Free look-ups stay possible, as a client that waits needs them.
 */
export function takeMinute(call: Call, { minutes }: Services, { account }: ApiKey): void {
  const window = minutes.take(account.id, account.minuteLimit ?? DEFAULT_LIMIT);
  if (!window) return;
  const { limit, available, resetSeconds, ok } = window;
  const fields = { RateLimit: `"minute";r=${available};t=${resetSeconds}`, 'RateLimit-Policy': `"minute";q=${limit};w=60` };
  for (const [name, value] of Object.entries(fields)) call.header(name, value);
  if (!ok)
    throw new PixcraftError('TOO_MANY_REQUESTS', `At most ${limit} requests a minute`, { 'Retry-After': String(resetSeconds) });
}
