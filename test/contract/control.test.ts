// The control API: what tests and the demo's panel turn.
import { mkdtemp, rm } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createApp } from '../../demo/server/app.js';
import { startApi, type Api } from '../support/api.js';
import { base64, halves } from './pictures.js';
import { form, picsart } from './picsart-client.js';
import { image, pixcraft, small } from './pixcraft-client.js';

let api: Api;
const ask = pixcraft(() => api);
const askPicsart = picsart(() => api);
const log = () => api.control<any[]>('log');

beforeAll(async () => void (api = await startApi()));
afterAll(() => api.stop());
beforeEach(() => api.control('reset'));

describe('set', () => {
  it('usesLeft, for px_live_demo or the key that is named', async () => {
    await api.control('set', { usesLeft: 7 });
    await api.control('set', { key: 'px_live_starter', usesLeft: 0 });
    expect((await ask('/usage')).body).toMatchObject({ calls_used: 1993, calls_remaining: 7 });
    expect((await ask('/usage', undefined, { key: 'px_live_starter' })).body).toMatchObject({
      calls_used: 500,
      calls_remaining: 0,
    });
    await api.control('set', { usesLeft: 2000 });
    expect((await ask('/usage')).body).toMatchObject({ calls_used: 0, daily_breakdown: [] });
  });

  it('minuteLimit: a number, 0 for none, null for the usual', async () => {
    const statuses = async (count: number) => {
      const answers = [];
      for (let i = 0; i < count; i++) answers.push((await ask('/validate', { image })).status);
      return answers;
    };
    await api.control('set', { minuteLimit: 2 });
    expect(await statuses(3)).toEqual([200, 200, 429]);
    await api.control('set', { minuteLimit: 0 });
    expect(await statuses(3)).toEqual([200, 200, 200]);
    await api.control('set', { minuteLimit: 1 });
    await api.control('set', { minuteLimit: null });
    expect(await statuses(3)).toEqual([200, 200, 200]);
  });

  it('credits', async () => {
    await api.control('set', { credits: 12 });
    expect((await askPicsart('/balance')).body).toEqual({ credits: 12 });
  });

  it('now: an ISO text or milliseconds; the clock then ticks on; null is the real time', async () => {
    const time = async () => Date.parse((await ask('/health')).body.time);
    for (const now of ['2031-01-31T23:00:00Z', Date.parse('2031-01-31T23:00:00Z')]) {
      await api.control('set', { now });
      const first = await time();
      expect(first - Date.parse('2031-01-31T23:00:00Z')).toBeLessThan(60_000);
      await new Promise((resolve) => setTimeout(resolve, 30));
      expect(await time()).toBeGreaterThanOrEqual(first + 20);
    }
    await api.control('set', { now: null });
    expect(Math.abs((await time()) - Date.now())).toBeLessThan(60_000);
  });

  it('latencyMs slows the APIs down, not the control API', async () => {
    await api.control('set', { latencyMs: 600 });
    const since = performance.now();
    const asked = ask('/health').then(() => 'the API');
    expect(await Promise.race([asked, api.control('state').then(() => 'the control API')])).toBe('the control API');
    await asked;
    expect(performance.now() - since).toBeGreaterThan(590);
  });

  it.each([
    [{ usesLeft: -1 }, 'usesLeft'],
    [{ usesLeft: 2001 }, '2000'],
    [{ usesLeft: 1.5 }, 'usesLeft'],
    [{ usesLeft: '5' }, 'usesLeft'],
    [{ key: 'px_live_enterprise', usesLeft: 5 }, 'unlimited'],
    [{ key: 'picsart_demo', usesLeft: 5 }, 'usesLeft'],
    [{ key: 'px_live_demo', credits: 5 }, 'credits'],
    [{ key: 'nobody', usesLeft: 5 }, 'key'],
    [{ now: 'tomorrow' }, 'now'],
    [{ latencyMs: -5 }, 'latencyMs'],
    [{ exposeHeaders: 'no' }, 'exposeHeaders'],
    [{ useLeft: 5 }, 'useLeft'],
    [[], 'object'],
  ])('%j is refused, and says why', async (order, word) => {
    await expect(api.control('set', order)).rejects.toThrow(word);
  });
});

describe('fail', () => {
  it('hits the next n requests with status, headers and body, then is over', async () => {
    await api.control('fail', {
      next: 2,
      status: 503,
      headers: { 'Retry-After': '7', 'X-Gateway': 'yes' },
      body: { busy: true },
    });
    for (let i = 0; i < 2; i++) {
      const { status, headers, body } = await ask('/generate', small);
      expect([status, headers.get('Retry-After'), body]).toEqual([503, '7', { busy: true }]);
      expect(headers.get('Access-Control-Allow-Origin')).toBe('*');
      expect(headers.get('Access-Control-Expose-Headers')).toContain('X-Gateway');
    }
    expect((await ask('/generate', small)).body.usage.calls_used).toBe(1);
  });

  it('only on the path and method that are named, and not on the control API or preflights', async () => {
    await api.control('fail', { next: 1, status: 500, path: '/generate', method: 'post' });
    expect((await fetch(`${api.url}/api/v1/generate`, { method: 'OPTIONS' })).status).toBe(204);
    expect((await ask('/usage')).status).toBe(200);
    expect((await ask('/generate', small)).body.code).toBe('PROCESSING_ERROR');
  });

  it.each([
    [401, '/usage', 'INVALID_API_KEY'],
    [429, '/usage', 'TOO_MANY_REQUESTS'],
    [502, '/usage', 'HTTP_502'],
  ])('%i has a body of the provider’s shape when none is given', async (status, path, code) => {
    await api.control('fail', { status });
    expect((await ask(path)).body).toEqual({ error: true, code, message: expect.any(String), docs: expect.any(String) });
  });

  it('Picsart’s too', async () => {
    await api.control('fail', { status: 402 });
    expect(await askPicsart('/balance')).toMatchObject({ status: 402, body: { message: 'Payment Required' } });
  });

  it('text, and without CORS headers, as a gateway answers', async () => {
    await api.control('fail', {
      status: 502,
      body: '<h1>Bad gateway</h1>',
      headers: { 'Content-Type': 'text/html' },
      cors: false,
    });
    const { headers, body } = await ask('/usage');
    expect([headers.get('Access-Control-Allow-Origin'), headers.get('Content-Type')]).toEqual([null, 'text/html']);
    expect(body.toString()).toContain('Bad gateway');
  });

  it('drop cuts the connection before any work', async () => {
    await api.control('fail', { next: 1, drop: true });
    await expect(ask('/generate', small)).rejects.toThrow();
    expect((await log())[0]).toMatchObject({ path: '/api/v1/generate', status: 0, counted: false });
    expect((await ask('/usage')).body.calls_used).toBe(0);
  });

  it.each([{ drop: true }, { status: 502 }])('%j with after: the work is done and counted, the answer lost', async (fault) => {
    await api.control('fail', { next: 1, after: true, ...fault });
    const answer = await ask('/generate', small).catch(() => undefined);
    expect(answer?.status).toBe(fault.status);
    expect((await log())[0]).toMatchObject({ status: fault.status ?? 0, counted: true });
    expect((await ask('/usage')).body.calls_used).toBe(1);
  });

  it.each([
    [{ next: 1 }, 'status'],
    [{ next: 0, status: 500 }, 'next'],
    [{ status: 99 }, 'status'],
    [{ status: 600 }, 'status'],
    [{ status: 500, headers: { 'bad name': 'x' } }, 'headers'],
    [{ status: 500, times: 3 }, 'times'],
    [{ drop: 'yes' }, 'drop'],
  ])('%j is refused, and says why', async (order, word) => {
    await expect(api.control('fail', order)).rejects.toThrow(word);
  });
});

describe('log, state, reset', () => {
  it('the log has every API request, oldest first, with the key masked', async () => {
    await ask('/generate', small);
    await ask('/usage', undefined, { key: null });
    await askPicsart('/balance');
    await fetch(`${api.url}/api/v1/usage`, { method: 'OPTIONS' });
    expect(await log()).toEqual([
      { at: expect.any(String), method: 'POST', path: '/api/v1/generate', status: 200, key: 'px_...e_demo', counted: true },
      { at: expect.any(String), method: 'GET', path: '/api/v1/usage', status: 401, key: null, counted: false },
      {
        at: expect.any(String),
        method: 'GET',
        path: '/tools/1.0/balance',
        status: 200,
        key: 'picsart_...t_demo',
        counted: false,
      },
    ]);
  });

  it('has the APIs’ time', async () => {
    await api.control('set', { now: '2030-05-06T00:00:00Z' });
    await ask('/health');
    expect((await log())[0].at).toMatch(/^2030-05-06T00:00:0/);
  });

  it('state shows accounts, clock, latency and failures to come', async () => {
    await api.control('set', { usesLeft: 3, minuteLimit: 20, latencyMs: 5, credits: 9, now: '2026-11-10T00:00:00Z' });
    const state = await api.control('fail', { next: 4, status: 503, path: '/generate' });
    expect(state).toMatchObject({
      latencyMs: 5,
      exposeHeaders: true,
      clock: { set: true, now: expect.stringMatching(/^2026-11-10/) },
    });
    expect(state.faults).toEqual([expect.objectContaining({ next: 4, status: 503, path: '/generate' })]);
    const account = (id: string) => state.accounts.find((one: any) => one.id === id);
    expect(account('demo')).toMatchObject({
      plan: 'business',
      limit: 2000,
      usesLeft: 3,
      minuteLimit: 20,
      resetDate: '2026-12-01',
    });
    expect(account('demo').keys).toContainEqual(expect.objectContaining({ key: 'px_...active', active: false }));
    expect(account('picsart')).toMatchObject({ credits: 9 });
  });

  it('shows and sets back what stands before the API', async () => {
    const proxies = { list: () => [{ path: '/patterns/api/v1/usage' }], reset: vi.fn(async () => {}) };
    const shop = await startApi({ proxies });
    expect(await shop.control('asked')).toEqual(proxies.list());
    await shop.control('reset');
    expect(proxies.reset).toHaveBeenCalledTimes(1);
    await shop.stop();
    expect(await api.control('asked')).toEqual([]);
  });

  it('reset makes everything as it was', async () => {
    const fresh = await api.control('state');
    await api.control('set', {
      usesLeft: 1,
      minuteLimit: 5,
      latencyMs: 1,
      credits: 1,
      exposeHeaders: false,
      now: '2027-01-01T00:00:00Z',
    });
    await api.control('fail', { next: 9, status: 500, path: '/nowhere' });
    await ask('/generate', small);
    expect(await api.control('outbox')).toHaveLength(1);
    const after = await api.control('reset');
    expect({ ...after, clock: { ...after.clock, now: '' } }).toEqual({ ...fresh, clock: { ...fresh.clock, now: '' } });
    expect([await log(), await api.control('outbox')]).toEqual([[], []]);
  });

  describe('answers its own pages only', () => {
    // node:http, because fetch does not let these headers be set
    const statusOf = (headers: Record<string, string>) =>
      new Promise<number | undefined>((resolve) => {
        const order = request(`${api.url}/_control/set`, { method: 'POST', headers }, (response) => {
          expect(response.headers['access-control-allow-origin']).toBeUndefined();
          response.resume();
          resolve(response.statusCode);
        });
        order.end('{}');
      });

    it.each<Record<string, string>>([
      {},
      { Host: '127.0.0.1:5173', Origin: 'http://127.0.0.1:5173', 'Sec-Fetch-Site': 'same-origin' },
      { Host: 'localhost:5173', Origin: 'http://localhost:5173' },
      { Host: 'shop.localhost', Origin: 'http://shop.localhost' },
      { Host: '[::1]:5173', Origin: 'http://[::1]:5173' },
      { Host: '192.168.1.7:5173', Origin: 'http://192.168.1.7:5173' },
      { 'Sec-Fetch-Site': 'none' },
    ])('yes: %j', async (headers) => expect(await statusOf(headers)).toBe(200));

    it.each<Record<string, string>>([
      { Host: 'localhost:5173', Origin: 'http://localhost:8080' },
      { Host: 'localhost:5173', Origin: 'http://127.0.0.1:5173' },
      { Host: 'localhost:5173', Origin: 'https://localhost:5173' },
      { Origin: 'https://evil.example' },
      { Origin: 'null' },
      { 'Sec-Fetch-Site': 'cross-site' },
      { 'Sec-Fetch-Site': 'same-site' },
      { Host: 'evil.example', Origin: 'http://evil.example' },
      { Host: 'evil.example:5173' },
      { Host: 'localhost.evil.example' },
      { Host: '127.0.0.1.evil.example' },
      { Host: 'notlocalhost' },
    ])('no: %j', async (headers) => expect(await statusOf(headers)).toBe(403));

    it('the name it was told to listen on is its own', async () => {
      const dataDir = await mkdtemp(join(tmpdir(), 'pattern-api-'));
      const app = createApp({ dataDir, host: 'shop.test' });
      expect((await app.fetch(new Request('http://shop.test/_control/state'))).status).toBe(200);
      expect((await app.fetch(new Request('http://evil.test/_control/state'))).status).toBe(403);
      app.close();
      await rm(dataDir, { recursive: true });
    });
  });
});

it('no key is ever in an answer, the log, the state, the outbox or the console', async () => {
  const keys = [
    'px_live_demo',
    'px_live_demo2',
    'px_live_inactive',
    'px_live_shop',
    'px_live_starter',
    'px_live_unknown_secret',
    'picsart_demo',
  ];
  const lines: unknown[] = [];
  const spies = (['log', 'error', 'warn', 'info'] as const).map((name) =>
    vi.spyOn(console, name).mockImplementation((...all) => void lines.push(all)),
  );
  const seen: string[] = [];
  const look = async (path: string, init: RequestInit = {}) => {
    const response = await fetch(api.url + path, init);
    seen.push(JSON.stringify([...response.headers]), Buffer.from(await response.arrayBuffer()).toString('latin1'));
  };
  await api.control('set', { usesLeft: 2, key: 'px_live_demo' });
  const body = JSON.stringify({ ...small, image: await base64(halves(60, 60)) });
  for (const key of keys) {
    const headers = { Authorization: `Bearer ${key}`, 'X-Picsart-API-Key': key, Origin: 'http://localhost:5173' };
    for (const path of ['/api/v1/usage', '/api/v1/niches', '/api/v1/nothing', '/tools/1.0/balance'])
      await look(path, { headers });
    for (const path of ['/api/v1/generate', '/api/v1/generate', '/api/v1/generate/pdf', '/api/v1/validate'])
      await look(path, { method: 'POST', headers, body });
    await look('/tools/1.0/background/pattern', { method: 'POST', headers, body: form({ width: 9, height: 9 }) });
    await look('/_control/set', { method: 'POST', body: JSON.stringify({ key, usesLeft: 1e9 }) });
  }
  for (const path of ['log', 'state', 'outbox']) await look(`/_control/${path}`);
  spies.forEach((spy) => spy.mockRestore());
  const everything = seen.join('\n') + JSON.stringify(lines);
  expect(everything).toContain('px_...'); // masked, so the look was at the right things
  for (const key of keys) expect(everything).not.toContain(key);
});
