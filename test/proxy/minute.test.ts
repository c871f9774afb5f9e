// A vendor's limit a minute, kept by three real processes that share nothing but a Redis.
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { startRedis, type Redis } from '../support/redis.mjs';
import { body } from './shop.js';
import { startThree, type Machines } from './three-machines.js';
import { pattern, usage } from './vendor.js';

let redis: Redis | undefined;
beforeAll(async () => {
  redis = await startRedis().catch((error: Error) => void console.warn(error.message));
}, 200_000);
afterAll(() => redis?.stop());

/** Serves so many, then says that its minute is full; it tells on the way how many are left, or nothing. */
async function startVendor(limit: number, tells: boolean) {
  const asked = { served: 0, refused: 0 };
  const server: Server = createServer((request, answer) => {
    request.resume().on('end', () => {
      answer.setHeader('Content-Type', 'application/json');
      if (!request.url!.endsWith('/generate')) return answer.end(JSON.stringify(usage(asked.served)));
      const isFull = asked.served === limit;
      asked[isFull ? 'refused' : 'served']++;
      if (tells)
        answer
          .setHeader('RateLimit', `"minute";r=${limit - asked.served};t=55`)
          .setHeader('RateLimit-Policy', `"minute";q=${limit};w=60`);
      if (isFull) answer.writeHead(429, { 'Retry-After': '55' });
      const said = isFull ? { error: true, code: 'TOO_MANY_REQUESTS' } : pattern({ usage: usage(asked.served) });
      // Long enough for as many to be under way as the machines let go at once.
      setTimeout(() => answer.end(JSON.stringify(said)), 30);
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { asked, server, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}

let vendor: Awaited<ReturnType<typeof startVendor>> | undefined;
let three: Machines | undefined;
beforeEach(({ skip }) => {
  if (!redis) skip('there is no Redis here, and none could be installed');
});
afterEach(async () => {
  await three?.stop();
  vendor?.server.closeAllConnections();
  vendor?.server.close();
});

it.each([
  ['is not told: at most 4 % are refused', 100, false, 4],
  ['is told: none is refused', 30, true, 0],
])(
  'a limit that %s, and nobody is sent once it is full',
  async (_, limit, tells, most) => {
    vendor = await startVendor(limit, tells);
    three = await startThree({ UPSTREAM: vendor.url, STORE: redis!.url });
    const press = async (seed: number) => {
      const init = { method: 'POST', headers: { 'X-Visitor': `10.0.0.${seed}` }, body: await body(seed) };
      const { status, headers } = await fetch(`${three!.url}/api/v1/generate`, init);
      return { status, wait: Number(headers.get('Retry-After')) };
    };
    const all = await Promise.all(Array.from({ length: limit + 60 }, (_, seed) => press(seed)));
    expect(all.filter(({ status }) => status === 200)).toHaveLength(limit);
    const others = all.filter(({ status }) => status !== 200);
    expect(others.every(({ status, wait }) => status === 429 && wait > 0 && wait <= 60)).toBe(true);
    const { served, refused } = vendor.asked;
    expect(served).toBe(limit);
    expect(refused).toBeLessThanOrEqual((most / 100) * (served + refused));
    const before = served + refused;
    expect((await Promise.all([201, 202, 203].map(press))).map(({ status }) => status)).toEqual([429, 429, 429]);
    expect(vendor.asked.served + vendor.asked.refused).toBe(before);
  },
  120_000,
);
