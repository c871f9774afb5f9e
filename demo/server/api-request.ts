import { setTimeout as sleep } from 'node:timers/promises';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import type { MiddlewareHandler } from 'hono';
import { addCors, preflight } from './cors.js';
import { maskKey } from './data/keys.js';
import { faultAnswer } from './fault-answer.js';
import type { Call, Env, Services } from './services.js';

/** `Authorization: Bearer …` */
export const bearerIn = (call: Call) => /^Bearer\s+(\S+)\s*$/i.exec(call.req.header('Authorization') ?? '')?.[1];

/** The key a request shows, in either provider's header. */
export const keyIn = (call: Call) => call.req.header('X-Picsart-API-Key')?.trim() || bearerIn(call);

/** What happens around every API request of either provider: log, latency, ordered failures, CORS, the API's own Date. */
export const apiRequest =
  ({ log, settings, clock, faults }: Services): MiddlewareHandler<Env> =>
  async (call, next) => {
    if (call.req.method === 'OPTIONS') return preflight(call);
    const { method, path } = call.req;
    const shown = keyIn(call);
    const at = new Date(clock.now()).toISOString();
    const entry = log.add({ at, method, path, status: null, key: shown ? maskKey(shown) : null, counted: false });
    call.set('entry', entry);
    call.set('allowOrigin', '*');

    const fault = faults.take(method, path);
    if (settings.latencyMs > 0) await sleep(settings.latencyMs);
    if (!fault || fault.after) await next();
    if (fault?.drop) {
      entry.status = 0;
      call.env.outgoing?.destroy();
      return RESPONSE_ALREADY_SENT;
    }
    if (fault) call.res = faultAnswer(fault, path);
    if (fault?.cors !== false) addCors(call, settings, Object.keys(fault?.headers ?? {}));
    // Browsers and clients set their idea of the time by this; it has to be the time the counters go by.
    call.header('Date', new Date(clock.now()).toUTCString());
    entry.status = call.res.status;
  };
