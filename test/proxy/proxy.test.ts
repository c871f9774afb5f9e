import { body, KEY, minuteBeginsNow, press, SHOP, startShop, visit, type Shop } from './shop.js';
import { memoryStore, type ProxyOptions } from '../../src/proxy/index.js';
import { startApi, type Api } from '../support/api.js';

let api: Api;
let shop: Shop;
const open = async (options: Partial<ProxyOptions> = {}, machines = 1) => (shop = await startShop(api, options, machines));
beforeAll(async () => void (api = await startApi()));
afterEach(() => shop.stop());
afterAll(() => api.stop());

it('a pattern is made with the key that only the proxy has, and the same again costs nothing', async () => {
  const { proxy, paid } = await open();
  const first = await press(proxy);
  expect(first.status).toBe(200);
  expect(first.headers.get('Pattern-Proxy')).toBe('1');
  expect(first.headers.get('Pattern-Cache')).toBe('miss');
  const answer = await first.json();
  expect(answer).toMatchObject({ success: true, niche: 'mosaic', dimensions: { cols: 20, rows: 20 } });
  const again = await press(proxy, 1, { ip: '198.51.100.9' });
  expect(again.headers.get('Pattern-Cache')).toBe('hit');
  expect(await again.json()).toEqual(answer);
  expect(await paid()).toHaveLength(1);
});

it('200 visitors with three proxies and one design at once are one paid request', async () => {
  const { proxies, api, paid } = await open({}, 3);
  await api.control('set', { latencyMs: 300 });
  const all = await Promise.all(Array.from({ length: 200 }, (_, i) => press(proxies[i % 3]!, 1, { ip: `203.0.113.${i}` })));
  expect(all.map(({ status }) => status)).toEqual(Array(200).fill(200));
  expect(await paid()).toHaveLength(1);
  const kinds = all.map(({ headers }) => headers.get('Pattern-Cache'));
  expect(kinds.filter((kind) => kind === 'miss')).toHaveLength(1);
  expect(kinds.filter((kind) => kind === 'joined').length).toBeGreaterThan(150);
});

it('what a visitor left is finished and kept, and shown when he comes back', async () => {
  const { proxy, api, paid } = await open();
  await api.control('set', { latencyMs: 400 });
  const left = new AbortController();
  const first = press(proxy, 1, { signal: left.signal }).catch(() => undefined);
  await expect.poll(async () => (await paid()).length).toBe(1);
  left.abort();
  await first;
  const back = await press(proxy);
  expect([back.status, back.headers.get('Pattern-Cache')]).toEqual([200, 'joined']);
  expect(await paid()).toHaveLength(1);
});

it('who leaves before anything was sent costs nothing', async () => {
  const { proxy, paid } = await open();
  const left = new AbortController();
  left.abort();
  await press(proxy, 1, { signal: left.signal }).catch(() => {});
  await proxy.idle();
  expect(await paid()).toHaveLength(0);
});

describe('budgets', () => {
  it('a visitor has his own for a day, and hits are free', async () => {
    const { proxy, paid } = await open({ visitorDay: 2 });
    for (const seed of [1, 2]) expect((await press(proxy, seed)).status).toBe(200);
    const refused = await press(proxy, 3);
    expect(refused.status).toBe(429);
    const seconds = Number(refused.headers.get('Retry-After'));
    expect(seconds).toBeGreaterThan(0);
    expect(seconds).toBeLessThanOrEqual(86_400);
    expect(refused.headers.get('RateLimit')).toBe(`"visitor-day";r=0;t=${seconds}`);
    expect(refused.headers.get('RateLimit-Policy')).toBe('"visitor-day";q=2;w=86400');
    expect(await refused.json()).toMatchObject({
      error: true,
      type: 'https://iana.org/assignments/http-problem-types#quota-exceeded',
      'violated-policies': ['visitor-day'],
    });
    expect((await press(proxy, 1)).headers.get('Pattern-Cache')).toBe('hit');
    expect((await press(proxy, 3, { ip: '203.0.113.2' })).status).toBe(200);
    expect(await paid()).toHaveLength(3);
  });

  it('100 at once on a limit of 10: exactly 10', async () => {
    const clock = minuteBeginsNow();
    const { proxies, paid } = await open({ siteMinute: 10, visitorDay: 1000, clock, store: memoryStore({ clock }) }, 3);
    const all = await Promise.all(Array.from({ length: 100 }, (_, i) => press(proxies[i % 3]!, i)));
    expect(all.filter(({ status }) => status === 200)).toHaveLength(10);
    expect(all.filter(({ status }) => status === 429)).toHaveLength(90);
    expect(await paid()).toHaveLength(10);
  });

  it('another visitor is not refused because the one he joined had no budget left', async () => {
    const { proxy } = await open({ visitorDay: 1 });
    await press(proxy, 1);
    const text = await body(2);
    // Whichever comes first, the second visitor's own budget pays; the first one may join her, which is free.
    const [, second] = await Promise.all(['203.0.113.1', '203.0.113.2'].map((ip) => visit(proxy, { body: text, ip })));
    expect(second!.status).toBe(200);
  });

  it('answers once it is kept: who is killed right after an answer has lost nothing', async () => {
    const store = memoryStore();
    const done: string[] = [];
    const keep: typeof store.keep = async (...what) => {
      await new Promise((resolve) => setTimeout(resolve, 100));
      await store.keep(...what);
      done.push('kept');
    };
    const { proxy } = await open({ store: { ...store, keep } });
    await Promise.all(['203.0.113.1', '203.0.113.2'].map((ip) => press(proxy, 1, { ip }).then(() => done.push('answered'))));
    expect(done).toEqual(['kept', 'answered', 'answered']);
  });

  it('gives back what the vendor did not bill', async () => {
    const { proxy, api } = await open({ visitorDay: 1 });
    await api.control('fail', { next: 1, status: 400, path: 'generate' });
    expect((await press(proxy, 1)).status).toBe(400);
    expect((await press(proxy, 1)).status).toBe(200);
    expect((await press(proxy, 2)).status).toBe(429);
  });

  it('keeps the reserve for the owner, exactly, however many ask at once', async () => {
    const { proxies, api, uses } = await open({ reserve: 3, visitorDay: 100 }, 3);
    await api.control('set', { usesLeft: 5, latencyMs: 50 });
    const all = await Promise.all(Array.from({ length: 12 }, (_, i) => press(proxies[i % 3]!, i)));
    expect(all.filter(({ status }) => status === 200)).toHaveLength(2);
    expect(await uses()).toBe(2);
    const refused = await press(proxies[0]!, 50);
    expect([refused.status, (await refused.json()).code]).toEqual([429, 'RATE_LIMIT_EXCEEDED']);
  });
});

describe('the vendor’s limits', () => {
  it('when the month is gone every paid request is answered here until the date', async () => {
    const { proxies, api, paid } = await open({}, 3);
    await api.control('set', { usesLeft: 0 });
    const answers = [];
    for (let i = 0; i < 12; i++) answers.push(await press(proxies[i % 3]!, i));
    for (const answer of answers) {
      expect(answer.status).toBe(429);
      expect((await answer.json()).code).toBe('RATE_LIMIT_EXCEEDED');
      expect(Number(answer.headers.get('Retry-After'))).toBeGreaterThan(0);
    }
    expect(await paid()).toEqual([]); // the free counter had told it
    const looks = (await api.control('log')).filter(({ path }: { path: string }) => path.endsWith('/usage'));
    expect(looks).toHaveLength(1);
  });

  it('a minute limit is kept by all machines: nothing is refused upstream when the allowance is told', async () => {
    const { proxies, api, paid } = await open({ visitorDay: 1000, siteMinute: 1000 }, 3);
    await api.control('set', { minuteLimit: 5 });
    const answers: Response[] = [];
    for (let i = 0; i < 12; i++) answers.push(await press(proxies[i % 3]!, i));
    expect(answers.map(({ status }) => status)).toEqual([...Array(5).fill(200), ...Array(7).fill(429)]);
    expect(Number(answers.at(-1)!.headers.get('Retry-After'))).toBeLessThanOrEqual(61);
    expect((await paid()).map(({ status }) => status)).toEqual(Array(5).fill(200));
  });
});

describe('what costs nothing', () => {
  it('a thousand page loads are one upstream call', async () => {
    const { proxies, api } = await open({}, 3);
    await Promise.all(
      Array.from({ length: 1000 }, (_, i) =>
        visit(proxies[i % 3]!, { path: ['/api/v1/usage', '/api/v1/niches'][i % 2] }).then((r) => expect(r.status).toBe(200)),
      ),
    );
    const log: { path: string }[] = await api.control('log');
    expect(log.map(({ path }) => path).sort()).toEqual(['/api/v1/niches', '/api/v1/usage']);
  });

  it('the counter tells what is left and nothing else', async () => {
    const { proxy, api } = await open();
    await api.control('set', { usesLeft: 1234 });
    const usage = await (await visit(proxy, { path: '/api/v1/usage' })).json();
    expect(usage).toEqual({ calls_limit: 2000, calls_remaining: 1234, reset_date: expect.stringMatching(/^\d{4}-\d\d-01$/) });
    await press(proxy);
    expect((await (await visit(proxy, { path: '/api/v1/usage' })).json()).calls_remaining).toBe(1233);
    expect((await (await press(proxy)).json()).usage.calls_remaining).toBe(1233);
  });

  it('and with showLeft off not even that', async () => {
    const { proxy } = await open({ showLeft: false });
    expect(await (await visit(proxy, { path: '/api/v1/usage' })).json()).toEqual({});
    expect((await (await press(proxy)).json()).usage).toBeUndefined();
  });

  it('the PDF is made once, and kept only for a design that was paid for', async () => {
    const { proxy, api } = await open();
    const pdf = async () => visit(proxy, { path: '/api/v1/generate/pdf', body: await body() });
    for (let i = 0; i < 2; i++) expect((await pdf()).headers.get('Pattern-Cache')).toBe('miss');
    await press(proxy);
    await pdf();
    const kept = await pdf();
    expect(kept.headers.get('Pattern-Cache')).toBe('hit');
    expect(kept.headers.get('Content-Disposition')).toBe('attachment; filename="pixcraft-mosaic-20x20.pdf"');
    expect(Buffer.from(await kept.arrayBuffer()).toString('latin1', 0, 5)).toBe('%PDF-');
    expect((await api.control('log')).filter(({ path }: { path: string }) => path.endsWith('pdf'))).toHaveLength(3);
  });
});

it('Picsart: the result’s picture is kept and served under the proxy’s own address', async () => {
  const { api } = await open();
  const { createProxy } = await import('../../src/proxy/index.js');
  const proxy = createProxy({ provider: 'picsart', apiKey: 'picsart_demo', upstream: `${api.url}/tools/1.0`, origins: SHOP });
  const form = new FormData();
  const { pictureOf } = await import('./shop.js');
  form.set('image', new Blob([new Uint8Array(await pictureOf(3))]), 'mine.png');
  form.set('width', '64');
  form.set('height', '48');
  const made = await visit(proxy, { path: '/background/pattern', body: form });
  expect([made.status, made.headers.get('X-Picsart-Credit-Available')]).toEqual([200, '199']);
  const { status, data } = await made.json();
  expect(status).toBe('success');
  expect(data.url).toMatch(/^https:\/\/api\.shop\.example\/patterns\/results\/[\da-f]{64}\.jpg$/);
  expect(await (await visit(proxy, { path: '/balance' })).json()).toEqual({ credits: 199 });
  await proxy.idle();
  await api.control('reset'); // the vendor has forgotten everything
  const picture = await visit(proxy, { path: new URL(data.url).pathname.replace('/patterns', '') });
  expect(picture.headers.get('Content-Type')).toBe('image/jpeg');
  expect([...new Uint8Array(await picture.arrayBuffer()).subarray(0, 2)]).toEqual([0xff, 0xd8]);
  await proxy.close();
});

it('the key is in no answer', async () => {
  const { proxy } = await open();
  for (const answer of [
    await press(proxy),
    await visit(proxy, { path: '/api/v1/usage' }),
    await visit(proxy, { path: '/api/v1/niches' }),
    await visit(proxy, { path: '/nothing' }),
  ]) {
    expect(await answer.text()).not.toContain(KEY);
    expect(JSON.stringify([...answer.headers])).not.toContain(KEY);
  }
});
