// Every snippet of the guide's page on the proxy that Node can run is run, as it stands there.
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Express } from 'express';
import type { ProxyOptions } from '../../src/proxy/index.js';
import { startRedis, type Redis } from '../support/redis.mjs';
import { body, press, SHOP } from './shop.js';
import { CANARY, Vendor } from './vendor.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const guide = readFileSync(root + 'demo/guide/proxy.md', 'utf8');
const realFetch = fetch;

/** The code below a heading. */
function codeOf(heading: string): string {
  const chapter = guide.split(/^## /m).find((text) => text.startsWith(heading));
  const code = chapter && /```\w+\n([\s\S]*?)```/.exec(chapter)?.[1];
  if (!code) throw new Error(`The guide has no code below "${heading}"`);
  return code;
}

mkdirSync(root + 'test-results', { recursive: true });
const folder = mkdtempSync(root + 'test-results/snippets-');
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let made = 0;
/** The module that a snippet is, with the package's names leading to its sources. */
async function run<T>(code: string, changes: [from: string, to: string][] = []): Promise<T> {
  const local = changes
    .reduce((text, [from, to]) => {
      if (!text.includes(from)) throw new Error(`The snippet has no "${from}"`);
      return text.replace(from, to);
    }, code)
    .replace(/'pattern-generator-element\/proxy(\/[\w/]+)?'/g, (_, path = '/index') => `'${root}src/proxy${path}.js'`);
  const file = join(folder, `${made++}.mjs`);
  writeFileSync(file, local);
  return (await import(/* @vite-ignore */ pathToFileURL(file).href)) as T;
}

let vendor: Vendor;
beforeEach(() => {
  vendor = new Vendor();
  vi.stubGlobal('fetch', vendor.fetch);
  vi.stubEnv('API_KEY', CANARY);
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.unstubAllEnvs();
});

const request = async (path = '/api/v1/generate', init: RequestInit = {}) =>
  new Request(`https://shop.example/patterns${path}`, {
    method: 'POST',
    headers: { Origin: SHOP, 'Content-Type': 'application/json' },
    body: await body(),
    ...init,
  });

/** A pattern is made with the key that the page does not have, and only once. */
async function works(answer: (request: Request) => Promise<Response> | Response): Promise<void> {
  const caches: (string | null)[] = [];
  for (let i = 0; i < 2; i++) {
    const response = await answer(await request());
    expect(response.status).toBe(200);
    expect(await response.text()).not.toContain(CANARY);
    caches.push(response.headers.get('Pattern-Cache'));
  }
  // A store over the network may still be writing when the same is asked for again.
  expect(caches[0]).toBe('miss');
  expect(caches[1]).toMatch(/hit|joined/);
  expect(vendor.paid.map(({ headers }) => headers.get('Authorization'))).toEqual([`Bearer ${CANARY}`]);
}

describe('Next, with Redis', () => {
  let redis: Redis | undefined;
  beforeAll(async () => void (redis = await startRedis().catch(() => undefined)), 200_000);
  afterAll(() => redis?.stop());

  it('runs', async ({ skip }) => {
    if (!redis) skip('there is no Redis here, and none could be installed');
    vi.stubEnv('REDIS_URL', redis!.url);
    const route = await run<Record<'GET' | 'POST', (request: Request) => Promise<Response>>>(codeOf('Next'));
    await works(route.POST);
    const usage = new Request('https://shop.example/patterns/api/v1/usage', { headers: { Origin: SHOP } });
    expect((await route.GET(usage)).status).toBe(200);
  });
});

it('Hono: runs', async () => {
  const { app } = await run<{ app: { fetch(request: Request): Promise<Response> } }>(codeOf('Hono') + '\nexport { app };');
  await works((request) => app.fetch(request));
});

/** Served on a free port and asked there, as by a page. */
async function served(server: Server): Promise<void> {
  if (!server.listening) await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  try {
    await works(async ({ headers, url, body }) =>
      realFetch(`http://127.0.0.1:${port}${new URL(url).pathname}`, {
        method: 'POST',
        headers,
        body: await new Response(body).text(),
      }),
    );
  } finally {
    server.close();
  }
}
const storedIn = (name: string): [string, string] => ['file:pattern-proxy.sqlite', `file:${join(folder, name)}`];

it('Express: runs, and what the shop parses itself goes on working', async () => {
  const { app } = await run<{ app: Express }>(codeOf('Express') + '\nexport { app };', [storedIn('express.sqlite')]);
  app.post('/basket', (request, answer) => void answer.json(request.body));
  const server = createServer(app).listen(0);
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const basket = await realFetch(`http://127.0.0.1:${port}/basket`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: '{"yarn":3}',
  });
  expect(await basket.json()).toEqual({ yarn: 3 });
  await served(server);
});

it('http alone: runs', async () => {
  const { server } = await run<{ server: Server }>(codeOf('`http` alone'), [
    ['createServer(listener).listen(8787)', 'export const server = createServer(listener).listen(0)'],
    storedIn('proxy.sqlite'),
  ]);
  await served(server);
});

it('Workers: runs, and what is under way keeps the worker alive', async () => {
  interface Worker {
    default: { fetch(request: Request, env: object, context: { waitUntil(work: Promise<unknown>): void }): Promise<Response> };
  }
  const worker = await run<Worker>(codeOf('Workers'));
  const kept: Promise<unknown>[] = [];
  const env = { API_KEY: CANARY, ORIGINS: SHOP };
  await works((request) => worker.default.fetch(request, env, { waitUntil: (work) => void kept.push(work) }));
  expect(kept.length).toBeGreaterThan(0);
  await Promise.all(kept);
});

describe('who may ask', () => {
  type Ask = NonNullable<ProxyOptions['authorize']>;
  const known = { findSession: 'sid=ann', verify: 'human', userOf: 'Bearer ann' };
  const parts = codeOf('Who may ask').match(/^authorize: [\s\S]*?;$(?=\n\n|\n*$(?![\s\S]))/gm) ?? [];

  it.each([
    ['a session cookie', 0, 'Cookie', known.findSession],
    ['a captcha token', 1, 'X-Captcha', known.verify],
    ['a login', 2, 'Authorization', known.userOf],
  ])('%s', async (_, which, header, word) => {
    expect(parts).toHaveLength(3);
    const stand = Object.entries(known).map(
      ([name, word]) => `const ${name} = async (said) => said === '${word}' && ${name === 'verify' ? 'true' : "{ id: 'ann' }"};`,
    );
    const { authorize } = await run<{ authorize: Ask }>(
      [...stand, parts[which]!.replace(/^authorize: /, 'export const authorize = ')].join('\n'),
    );
    const proxy = vendor.proxy({ authorize });
    // A browser sends its cookie by itself; undici lets a test write one.
    for (const headers of [{}, { [header]: 'somebody else' }])
      expect((await press(proxy, 1, { headers: headers as Record<string, string> })).status).toBe(401);
    expect(vendor.asked).toEqual([]);
    expect((await press(proxy, 1, { headers: { [header]: word } })).status).toBe(200);
  });
});
