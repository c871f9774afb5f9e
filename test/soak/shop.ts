import { createHash } from 'node:crypto';
import { createProxy } from '../../src/proxy/index.js';
import { nodeListener } from '../../src/proxy/node.js';
import { startSite } from '../e2e/site.js';

/** What the vendor does on a bad day, each with its share of the requests that cost. */
export interface Weather {
  /** Made and counted, and the answer is lost. */
  lost: number;
  /** Not counted. */
  refused: number;
  dropped: number;
  slowMs: number;
}
export const FAIR: Weather = { lost: 0, refused: 0, dropped: 0, slowMs: 0 };

/** Page, proxy and vendor, and between the last two somebody who counts what each design has cost. */
export async function openShop(random: () => number) {
  const site = await startSite((request, response) => {
    const ours = !!request.url?.startsWith('/patterns/');
    if (ours) pass(request, response);
    return ours;
  });
  const paid = new Map<string, number>();
  const excused = new Map<string, number>();
  const more = (counts: Map<string, number>, key: string) => counts.set(key, (counts.get(key) ?? 0) + 1);
  const shop = {
    url: site.url,
    weather: FAIR,
    paid: () => [...paid.values()].reduce((sum, count) => sum + count, 0),
    designs: () => paid.size,
    lost: () => [...excused.values()].reduce((sum, count) => sum + count, 0),
    /** What was paid more often than it got lost, and once. */
    wasted: () =>
      [...paid].filter(([key, count]) => count > 1 + (excused.get(key) ?? 0)).map(([key, count]) => `${key}: ${count}`),
    async control(path: string, body: object) {
      const headers = { 'Content-Type': 'application/json' };
      await fetch(`${site.url}/_control/${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
    },
    async stop() {
      await proxy.close();
      await site.stop();
    },
  };
  const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
  const proxy = createProxy({
    provider: 'pixcraft',
    apiKey: 'px_live_demo',
    upstream: site.url,
    basePath: '/patterns',
    visitorDay: 1e6,
    siteMinute: 1e6,
    log: { error() {}, warn() {} },
    async fetch(url, init) {
      if (!/\/generate$/.test(String(url))) return fetch(url, init);
      const { lost, refused, dropped, slowMs } = shop.weather;
      const body = await new Response(init?.body as BodyInit).text();
      const { image, width_cm } = JSON.parse(body) as { image: string; width_cm: number };
      const key = createHash('sha256').update(image).digest('hex').slice(0, 8) + '/' + width_cm;
      if (random() < dropped) throw new TypeError('dropped');
      if (random() < refused) return new Response('busy', { status: 503 });
      await pause(random() * slowMs);
      const answer = await fetch(url, { ...init, body, signal: null });
      if (!answer.ok) return answer;
      more(paid, key);
      if (random() >= lost) return answer;
      more(excused, key);
      throw new TypeError('lost');
    },
  });
  const pass = nodeListener(proxy);
  return shop;
}

export type Shop = Awaited<ReturnType<typeof openShop>>;
