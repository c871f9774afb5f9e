// A shop's server as the tests have it: the real local API as the vendor, and proxies in front of it.
import { createProxy, memoryStore, type ProxyOptions } from '../../src/proxy/index.js';
import { startApi, type Api } from '../support/api.js';
import { followed } from '../support/under-way.js';
import { halves } from '../contract/pictures.js';

export const KEY = 'px_live_demo';
export const SHOP = 'https://shop.example';

export const silent = { error: vi.fn(), warn: vi.fn() };

/** A small picture; every seed is another one. */
export const pictureOf = (seed = 1): Promise<Buffer> => followed(halves(30 + 2 * (seed % 7), 30 + Math.floor(seed / 7)));

export async function body(seed = 1, more: Record<string, unknown> = {}): Promise<string> {
  const image = (await pictureOf(seed)).toString('base64');
  return JSON.stringify({ image, niche: 'mosaic', width_cm: 20, height_cm: 20, ...more });
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

export async function startShop(options: Partial<ProxyOptions> = {}, machines = 1) {
  const api: Api = await startApi();
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
      await api.stop();
    },
  };
}
export type Shop = Awaited<ReturnType<typeof startShop>>;
