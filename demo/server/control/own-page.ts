import { isIP } from 'node:net';
import type { MiddlewareHandler } from 'hono';
import type { Call, Env } from '../services.js';

/**
 * The control API needs no key, so another site's page must not reach it. Its own pages do; they send this server's origin
 * with every order. A name that somebody else's DNS points here (rebinding) would make a foreign page "its own", so the Host
 * has to be a name of this machine, an address, or the name that the server was told to listen on.
 */
export const ownPageOnly =
  (name?: string): MiddlewareHandler<Env> =>
  async (call, next) => {
    const { hostname, origin } = new URL(call.req.url);
    if (!isHere(hostname) && hostname !== name) return refuse(call, `This server is not called ${hostname}`);
    const from = call.req.header('Origin');
    const site = call.req.header('Sec-Fetch-Site');
    if ((from && from !== origin) || (site && !/^(?:same-origin|none)$/.test(site)))
      return refuse(call, 'The control API answers pages of its own origin only');
    await next();
  };

const isHere = (hostname: string) => /^(?:.+\.)?localhost$/.test(hostname) || isIP(hostname.replace(/^\[|\]$/g, '')) !== 0;

const refuse = (call: Call, message: string) => call.json({ error: true, message }, 403);
