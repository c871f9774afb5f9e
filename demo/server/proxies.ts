import type { RequestListener } from 'node:http';
import { systemClock } from '../../src/core/clock.js';
import { createProxy, type Proxy, type ProxyOptions } from '../../src/proxy/index.js';
import { nodeListener } from '../../src/proxy/node.js';

/** One request of a page to a proxy, as the panel shows it. */
export interface Asked {
  at: string;
  method: string;
  path: string;
  /** null while it is under way */
  status: number | null;
  /** `hit`, `miss` or `joined`; null where nothing is paid */
  cache: string | null;
}

/** The demo shop runs one for each vendor. Its visitors are people who try things out, so a day is long. */
const SHOPS: (Pick<ProxyOptions, 'provider' | 'apiKey' | 'basePath'> & { upstream: string })[] = [
  { provider: 'pixcraft', apiKey: 'px_live_demo', basePath: '/patterns', upstream: '' },
  { provider: 'picsart', apiKey: 'picsart_demo', basePath: '/textures', upstream: '/tools/1.0' },
];
const VISITOR_DAY = 500;
const OWNER_TOKEN = 'owner';
const KEPT = 1000;

/**
 * The shop's own half, before the local API and by its clock: pages that talk to it hold no key. What it keeps is in memory,
 * so that every start of the demo is a first day.
 */
export class Proxies {
  private asked: Asked[] = [];
  private running: Proxy[] = [];

  /** `api`: where the local API answers; known only once it listens. */
  constructor(
    private readonly api: () => string,
    private readonly now: () => number,
  ) {}

  /** The listener for a path that is one of theirs. */
  at(pathname: string): RequestListener | undefined {
    const shop = SHOPS.findIndex(({ basePath }) => pathname.startsWith(basePath + '/'));
    if (shop < 0) return undefined;
    const listener = nodeListener((this.running[shop] ??= this.open(shop)));
    return (request, response) => {
      const { method = '' } = request;
      if (method === 'OPTIONS' || pathname.includes('/_owner')) return listener(request, response);
      const at = new Date(this.now()).toISOString();
      const asked: Asked = { at, method, path: pathname, status: null, cache: null };
      this.asked = [...this.asked.slice(1 - KEPT), asked];
      response.once('close', () => {
        asked.status = response.writableFinished ? response.statusCode : 0;
        asked.cache = (response.getHeader('Pattern-Cache') as string | undefined) ?? null;
      });
      listener(request, response);
    };
  }

  list = (): Asked[] => this.asked;

  /** Forgets what was kept, counted and asked. What is under way is finished by the proxies of before. */
  reset(): Promise<unknown> {
    const before = this.running;
    this.running = [];
    this.asked = [];
    return Promise.all(before.map((proxy) => proxy.close()));
  }

  private open(shop: number): Proxy {
    const { upstream, ...options } = SHOPS[shop]!;
    const clock = { ...systemClock, now: this.now };
    return createProxy({
      ...options,
      upstream: this.api() + upstream,
      visitorDay: VISITOR_DAY,
      siteMinute: VISITOR_DAY,
      ownerToken: OWNER_TOKEN,
      clock,
    });
  }
}
