import { memoryStore } from '../../src/proxy/index.js';
import { FakeClock } from '../support/simulation.js';
import { minuteBeginsNow, press, visit } from './shop.js';
import { json, pattern, run, usage, Vendor } from './vendor.js';

const TOKEN = 'an-owner-token';
const bearer = { Authorization: `Bearer ${TOKEN}` };
let vendor: Vendor;
beforeEach(() => void (vendor = new Vendor()));

const look = (proxy: ReturnType<Vendor['proxy']>, headers: Record<string, string> = bearer, path = '/_owner') =>
  visit(proxy, { path, origin: null, headers });

it('without a token there is none', async () => expect((await look(vendor.proxy())).status).toBe(404));

it.each([
  ['nothing', {}],
  ['another token', { Authorization: 'Bearer another' }],
  ['an empty one', { Authorization: 'Bearer ' }],
  ['a longer one', { Authorization: `Bearer ${TOKEN}x` }],
  ['the key', { Authorization: 'Bearer px_live_canary_1f4b9c7e' }],
  ['a wrong password', { Authorization: `Basic ${btoa('owner:wrong')}` }],
  ['rubbish', { Authorization: 'Basic %%%' }],
])('%s opens nothing', async (_, headers) => {
  const answer = await look(vendor.proxy({ ownerToken: TOKEN }), headers);
  expect([answer.status, await answer.text()]).toEqual([401, '']);
});

it('who guesses is soon told to wait', async () => {
  const proxy = vendor.proxy({ ownerToken: TOKEN, clock: minuteBeginsNow() });
  const statuses = [];
  for (let i = 0; i < 40; i++) statuses.push((await look(proxy, { Authorization: `Bearer guess${i}` })).status);
  expect(statuses.filter((status) => status === 429)).toHaveLength(10);
  expect((await look(proxy)).status).toBe(200);
});

it('tells what is left, and what was paid, saved, joined and refused, by day', async () => {
  const clock = new FakeClock(Date.UTC(2026, 10, 3, 12));
  const proxy = vendor.proxy({ ownerToken: TOKEN, clock, visitorDay: 2 });
  let answer: (() => void) | undefined;
  const good = vendor.answers.generate!;
  vendor.answers.generate = (asked) => new Promise((resolve) => (answer = () => resolve(good(asked))));
  const both = [press(proxy, 1), press(proxy, 1, { ip: '203.0.113.2' })];
  await expect.poll(() => answer).toBeDefined();
  answer!();
  await run(clock, Promise.all(both));
  vendor.answers.generate = good;
  await run(clock, press(proxy, 1));
  await clock.advance(86_400_000);
  await run(clock, press(proxy, 2));
  await run(clock, press(proxy, 3));
  for (let i = 0; i < 3; i++) await run(clock, press(proxy, 4));
  await run(clock, visit(proxy, { path: '/nothing' }));
  const numbers = await (await run(clock, look(proxy))).json();
  expect(numbers).toMatchObject({
    provider: 'pixcraft',
    left: { remaining: 1990, limit: 2000, resetAt: '2026-12-01T00:00:00.000Z', exhausted: false },
    total: { paid: 3, saved: 1, joined: 1, refused: 4 },
    refusals: [
      { reason: 'visitor-day', count: 3 },
      { reason: 'not-found', count: 1 },
    ],
    upstream: { failed: 0, lastStatus: 200 },
  });
  expect(numbers.days).toEqual([
    { day: '2026-11-01', paid: 0, saved: 0, joined: 0, refused: 0 },
    { day: '2026-11-02', paid: 0, saved: 0, joined: 0, refused: 0 },
    { day: '2026-11-03', paid: 1, saved: 1, joined: 1, refused: 0 },
    { day: '2026-11-04', paid: 2, saved: 0, joined: 0, refused: 4 },
  ]);
});

it('is a page for a browser: the token as a password, a strict policy, nothing inline', async () => {
  const proxy = vendor.proxy({ ownerToken: TOKEN });
  const asked = await look(proxy, { Accept: 'text/html' });
  expect(asked.headers.get('WWW-Authenticate')).toMatch(/^Basic /);
  await press(proxy);
  const page = await look(proxy, {
    Accept: 'text/html,*/*;q=0.8',
    Authorization: `Basic ${btoa(`me:${TOKEN}`)}`,
    'Sec-Fetch-Site': 'cross-site',
    'Sec-Fetch-Dest': 'document',
  });
  const html = await page.text();
  expect(page.headers.get('Content-Security-Policy')).toContain("default-src 'none'; style-src 'self'");
  expect(html).toContain('<svg role="img"');
  expect(html).not.toMatch(/\sstyle=|<style|<script|\son\w+=/);
  expect(html).not.toContain(TOKEN);
  const style = await look(proxy, {}, '/_owner/style.css');
  expect(style.headers.get('Content-Type')).toMatch(/^text\/css/);
});

it('tells the owner’s address once when few uses are left and once when none are, whichever machine learns it', async () => {
  const store = memoryStore();
  const told: unknown[] = [];
  vendor.answers.hook = ({ text, headers }) => {
    told.push(JSON.parse(text));
    expect(headers.get('Authorization')).toBeNull();
    return told.length === 1 ? json({}, 500) : json({}); // the first one is lost, and said again
  };
  vendor.used = 1947;
  const proxies = [0, 1, 2].map(() => vendor.proxy({ store, onLowUrl: 'https://owner.example/hook', visitorDay: 100 }));
  for (let i = 0; i < 9; i++) await press(proxies[i % 3]!, i);
  await Promise.all(proxies.map((proxy) => proxy.idle()));
  await expect.poll(() => told.length).toBe(2);
  expect(told.at(-1)).toMatchObject({
    event: 'low',
    provider: 'pixcraft',
    remaining: 50,
    limit: 2000,
    resetAt: '2026-12-01T00:00:00.000Z',
  });
  vendor.answers.generate = () => json(pattern({ usage: usage(2000) }));
  await press(proxies[1]!, 50);
  await expect.poll(() => told.length).toBe(3);
  expect(told.at(-1)).toMatchObject({ event: 'empty', remaining: 0 });
});
