// A shop's server as the tests have it: the real local API as the vendor, and proxies in front of it.
import { systemClock, type Clock } from '../../src/core/clock.js';
import { createProxy, memoryStore, type ProxyOptions } from '../../src/proxy/index.js';
import type { Api } from '../support/api.js';
import { followed } from '../support/under-way.js';
import { halves } from '../contract/pictures.js';

export const KEY = 'px_live_demo';
export const SHOP = 'https://shop.example';

export const silent = { error: vi.fn(), warn: vi.fn() };

let encoded: Promise<Buffer> | undefined;
/** A small picture; every seed is another one, by what follows its end. */
export const pictureOf = async (seed = 1): Promise<Buffer> =>
  Buffer.concat([await (encoded ??= followed(halves(30, 30))), Buffer.from(String(seed))]);

export async function body(seed = 1, more: Record<string, unknown> = {}): Promise<string> {
  const image = (await pictureOf(seed)).toString('base64');
  return JSON.stringify({ image, niche: 'mosaic', width_cm: 20, height_cm: 20, ...more });
}

/** The real time, but for a minute (and a day) that begins now: a test must not end in another one than it began in. */
export function minuteBeginsNow(): Clock {
  const start = Date.now();
  return { ...systemClock, now: () => start - (start % 86_400_000) + (Date.now() - start) };
}

export interface Visit {
  path?: string;
  method?: string;
  ip?: string;
  origin?: string | null;
  headers?: Record<string, string>;
  body?: BodyInit;
  signal?: AbortSignal;
}

export type Handler = ReturnType<typeof createProxy>;

/** One request as a page of the shop sends it. */
export function visit(
  proxy: Handler,
  { path = '/api/v1/generate', method, ip = '203.0.113.1', origin = SHOP, headers, body, signal }: Visit = {},
) {
  const request = new Request(`https://api.shop.example/patterns${path}`, {
    method: method ?? (body === undefined ? 'GET' : 'POST'),
    headers: {
      ...(origin !== null && { Origin: origin }),
      ...(body !== undefined && typeof body === 'string' && { 'Content-Type': 'application/json' }),
      ...headers,
    },
    body,
    signal,
  });
  return proxy(request, { ip });
}

export const press = async (proxy: Handler, seed = 1, more: Visit = {}) => visit(proxy, { body: await body(seed), ...more });

export async function startShop(api: Api, options: Partial<ProxyOptions> = {}, machines = 1) {
  await api.control('reset');
  const store = options.store ?? memoryStore();
  const made = Array.from({ length: machines }, () =>
    createProxy({ apiKey: KEY, upstream: api.url, origins: SHOP, store, log: silent, ...options }),
  );
  return {
    api,
    proxy: made[0]!,
    proxies: made,
    paid: async () =>
      (await api.control<{ path: string; counted: boolean; status: number }[]>('log')).filter(({ path }) =>
        /generate$|background/.test(path),
      ),
    uses: async () => (await api.control<{ counted: boolean }[]>('log')).filter(({ counted }) => counted).length,
    async stop() {
      for (const proxy of made) await proxy.close();
    },
  };
}
export type Shop = Awaited<ReturnType<typeof startShop>>;
