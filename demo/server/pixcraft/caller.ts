import { isAllowedOrigin } from '../cors.js';
import type { ApiKey } from '../data/accounts.js';
import { bearerIn } from '../api-request.js';
import type { Call, Services } from '../services.js';
import { PixcraftError } from './errors.js';

/** Word for word as published. */
const INVALID = 'The provided API key is not valid.';

/** Whose request this is. Calls from servers carry no Origin and are not held to the key's domains. */
export function callerOf(call: Call, { accounts }: Services): ApiKey {
  const shown = bearerIn(call);
  if (!shown) throw new PixcraftError('MISSING_API_KEY', 'Send your key as `Authorization: Bearer px_live_…`');
  const key = accounts.findKey(shown);
  if (!key || key.account.provider !== 'pixcraft') throw new PixcraftError('INVALID_API_KEY', INVALID);
  const origin = call.req.header('Origin');
  if (origin && key.allowedDomains.length) {
    const allowed = isAllowedOrigin(origin, key.allowedDomains);
    call.set('allowOrigin', allowed ? origin : null);
    if (!allowed) throw new PixcraftError('ORIGIN_NOT_ALLOWED', 'This key may not be used on this domain');
  }
  if (!key.active) throw new PixcraftError('INACTIVE_API_KEY', 'This key is switched off');
  return key;
}
