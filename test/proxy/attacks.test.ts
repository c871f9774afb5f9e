import v8 from 'node:v8';
import { runInNewContext } from 'node:vm';
import fc from 'fast-check';
import { pixcraftFace } from '../../src/providers/pixcraft/face.js';
import { serving } from '../../src/providers/serving.js';
import { memoryStore } from '../../src/proxy/index.js';
import type { Admitted, Store } from '../../src/proxy/index.js';
import { FakeClock } from '../support/simulation.js';
import { body, minuteBeginsNow, pictureOf, press, silent, SHOP, visit } from './shop.js';
import { CANARY, json, pattern, quiet, run, UPSTREAM, usage, Vendor } from './vendor.js';

let vendor: Vendor;
beforeEach(() => {
  vendor = new Vendor();
  silent.error.mockClear();
});

const CORS = 'Access-Control-Allow-Origin';

describe('the six known defects of such proxies', () => {
  it.each([[undefined], [null], [false], [true], ['yes'], [0]])('an authorize() that says %s lets nobody in', async (word) => {
    const proxy = vendor.proxy({ authorize: () => word as Admitted });
    for (const answer of [await press(proxy), await visit(proxy, { path: '/api/v1/usage' })]) expect(answer.status).toBe(401);
    expect(vendor.asked).toEqual([]);
  });

  it('one that fails lets nobody in, and its error is not told', async () => {
    const proxy = vendor.proxy({
      authorize: () => {
        throw new Error('password=hunter2');
      },
    });
    const answer = await press(proxy);
    expect(answer.status).toBe(401);
    expect((await answer.text()) + JSON.stringify(silent.error.mock.calls)).not.toContain('hunter2');
  });

  it('one that answers itself is heard, with CORS for the page', async () => {
    const proxy = vendor.proxy({ authorize: () => Response.redirect('https://shop.example/login') });
    const answer = await press(proxy);
    expect([answer.status, answer.headers.get('Location'), answer.headers.get(CORS)]).toEqual([
      302,
      'https://shop.example/login',
      SHOP,
    ]);
  });

  it('one that knows the visitor lets him in, counts by name, and never sees the body', async () => {
    const seen: Request[] = [];
    const proxy = vendor.proxy({
      visitorDay: 1,
      authorize: (request) => {
        seen.push(request);
        return { visitor: request.headers.get('Cookie') ?? '' };
      },
    });
    const as = (name: string, seed: number, ip: string) =>
      press(proxy, seed, { headers: { Cookie: name }, ip }).then(({ status }) => status);
    expect([await as('ann', 1, '192.0.2.1'), await as('ann', 2, '192.0.2.2'), await as('bob', 3, '192.0.2.1')]).toEqual([
      200, 429, 200,
    ]);
    expect(seen.every(({ body }) => body === null)).toBe(true);
  });

  it.each(['GET', 'POST', 'OPTIONS', 'HEAD', 'PUT'])(
    'an origin that is not listed is refused for %s, without any CORS header',
    async (method) => {
      const proxy = vendor.proxy();
      for (const path of ['/api/v1/generate', '/api/v1/usage', '/nothing', '/results/' + 'a'.repeat(64)]) {
        const answer = await visit(proxy, {
          method,
          path,
          origin: 'https://evil.example',
          ...(method === 'POST' && { body: await body() }),
        });
        expect([answer.status, [...answer.headers.keys()].filter((name) => name.startsWith('access-control'))]).toEqual([
          403,
          [],
        ]);
      }
      expect(vendor.asked).toEqual([]);
    },
  );

  it('no caller decides where a request goes', async () => {
    const proxy = vendor.proxy({ trustProxy: 1 });
    const headers = {
      Host: 'evil.example',
      Forwarded: 'host=evil.example',
      'X-Forwarded-Host': 'evil.example',
      'X-Original-Url': 'https://evil.example/',
      'X-Fal-Target-Url': 'https://evil.example/',
      'X-Target': 'http://169.254.169.254/',
    };
    await press(proxy, 1, { headers });
    for (const path of [
      '//evil.example/api/v1/generate',
      '/https://evil.example',
      '/api/v1/generate/../../evil',
      '/@evil.example/api/v1/usage',
    ])
      expect((await press(proxy, 1, { path, headers })).status).toBe(404);
    expect(new Set(vendor.asked.map(({ url }) => new URL(url).origin))).toEqual(new Set([UPSTREAM]));
  });

  it.each([301, 302, 303, 307, 308])('a redirect (%i) is followed nowhere and handed to nobody', async (status) => {
    const elsewhere = () => new Response(null, { status, headers: { Location: 'https://evil.example/api/v1/generate' } });
    vendor.answers.generate = vendor.answers.pdf = vendor.answers.niches = elsewhere;
    const proxy = vendor.proxy();
    const answers = [
      await press(proxy),
      await press(proxy, 1, { path: '/api/v1/generate/pdf' }),
      await visit(proxy, { path: '/api/v1/niches' }),
    ];
    for (const answer of answers) {
      expect(answer.status).toBeGreaterThanOrEqual(500);
      expect(answer.headers.get('Location')).toBeNull();
      expect(await answer.text()).not.toContain('evil');
    }
    expect(new Set(vendor.asked.map(({ url, redirect }) => `${new URL(url).origin} ${redirect}`))).toEqual(
      new Set([`${UPSTREAM} manual`]),
    );
    // Nothing was made, so nothing is asked for twice and nothing may have been counted.
    expect([vendor.paid.length, answers[0]!.headers.get('Pattern-Maybe-Counted')]).toEqual([1, null]);
  });

  it.each([400, 401, 403, 404, 405, 413, 415, 422, 431])('a %i stays one, in the vendor’s own words', async (status) => {
    vendor.answers.generate = () =>
      json({ error: true, code: 'INVALID_IMAGE', message: 'No', docs: 'https://d.example', plan: 'business' }, status);
    const answer = await press(vendor.proxy());
    expect(answer.status).toBe(status);
    expect(await answer.json()).toEqual({ error: true, code: 'INVALID_IMAGE', message: 'No', docs: 'https://d.example' });
  });

  it('nothing of the vendor’s transport comes back: no encoding, no cookie, no connection, no header of his', async () => {
    vendor.answers.generate = () =>
      json(pattern(), 200, {
        'Content-Encoding': 'gzip',
        'Set-Cookie': 'a=b',
        Connection: 'x-inner',
        'X-Inner': '1',
        'Transfer-Encoding': 'chunked',
        Server: 'v',
        'X-Powered-By': 'v',
      });
    const answer = await press(vendor.proxy());
    expect([...answer.headers.keys()].sort()).toEqual([
      'access-control-allow-origin',
      'access-control-expose-headers',
      'cache-control',
      'content-type',
      'pattern-cache',
      'pattern-proxy',
      'vary',
      'x-content-type-options',
    ]);
  });

  it('what pages need to read they may read', async () => {
    const answer = await press(vendor.proxy({ visitorDay: 0 }));
    const exposed = answer.headers.get('Access-Control-Expose-Headers')!.split(', ');
    expect(exposed).toEqual(
      expect.arrayContaining([
        'Pattern-Proxy',
        'Pattern-Cache',
        'Retry-After',
        'RateLimit',
        'RateLimit-Policy',
        'Content-Disposition',
      ]),
    );
  });
});

it('nothing of the caller’s request goes on but what the provider knows', async () => {
  await press(vendor.proxy(), 1, {
    body: await body(1, { brand: 'evil', callback_url: 'https://evil.example', __proto__: { a: 1 }, max_colors: 5 }),
    headers: {
      Cookie: 'session=1',
      Authorization: 'Bearer stolen',
      'X-Anything': '1',
      'Accept-Language': 'xx',
      Referer: 'https://shop.example/p?token=1',
    },
  });
  const [sent] = vendor.paid;
  expect(Object.keys(JSON.parse(sent!.text)).sort()).toEqual(['height_cm', 'image', 'max_colors', 'niche', 'width_cm']);
  expect([...sent!.headers.keys()].sort()).toEqual(['accept', 'authorization', 'content-type']);
  expect(sent!.headers.get('Authorization')).toBe(`Bearer ${CANARY}`);
  expect(sent!.redirect).toBe('manual');
});

describe('the key', () => {
  const echo = `You sent ${CANARY}, Bearer ${CANARY}`;
  const ANSWERS: [string, () => Response | Promise<Response>][] = [
    ['in a refusal', () => json({ error: true, code: 'INVALID_API_KEY', message: echo, [CANARY]: 1 }, 401, { 'X-Key': CANARY })],
    [
      'in a good answer',
      () =>
        json(pattern({ note: echo, niche: CANARY, materials: [{ id: CANARY, name: echo, hex: '#ff0000', quantity: 2 }] }), 200, {
          'X-Key': CANARY,
        }),
    ],
    ['in a failure', () => new Response(`<pre>${echo}</pre>`, { status: 500 })],
    ['in a redirect', () => new Response(null, { status: 302, headers: { Location: `https://evil.example/?key=${CANARY}` } })],
    ['in an answer that is none', () => new Response(echo, { headers: { 'Content-Type': 'text/plain' } })],
    ['in an error', () => Promise.reject(new TypeError(echo))],
  ];
  it.each(ANSWERS)('%s of the vendor is in no answer, header, log or error', async (_, answer) => {
    const store = memoryStore();
    const kept: string[] = [];
    const watched: Store = {
      ...store,
      keep: (key, value, bounds) => (kept.push(new TextDecoder().decode(value.bytes)), store.keep(key, value, bounds)),
    };
    const clock = new FakeClock();
    const proxy = vendor.proxy({ store: watched, ownerToken: 'owner', timeout: 1, clock });
    for (const name of ['generate', 'usage', 'niches', 'pdf']) vendor.answers[name] = answer;
    let told = '';
    for (const visiting of [
      () => press(proxy, 1),
      () => press(proxy, 1, { path: '/api/v1/generate/pdf' }),
      () => visit(proxy, { path: '/api/v1/usage' }),
      () => visit(proxy, { path: '/api/v1/niches' }),
      () => visit(proxy, { path: '/_owner', headers: { Authorization: 'Bearer owner' } }),
      () => visit(proxy, { path: '/_owner', headers: { Authorization: 'Bearer owner', Accept: 'text/html' } }),
    ]) {
      const said = await run(clock, visiting()).catch((error: Error) => new Response(String(error.stack)));
      told += `${said.status} ${JSON.stringify([...said.headers])} ${await said.text()}\n`;
    }
    expect(told + kept.join() + JSON.stringify(silent.error.mock.calls)).not.toContain(CANARY);
    expect(told).not.toContain('evil.example');
  });

  it('is in no error of a proxy that cannot be made', () => {
    for (const wrong of [{ upstream: 'nowhere' }, { origins: 'nowhere' }, { provider: 'nowhere' }, { visitorDay: 'x' as never }])
      expect(() => vendor.proxy(wrong)).toThrow(/^(?!.*canary)/);
  });
});

describe('whose request it is', () => {
  const statuses = async (options: object, visits: [ip: string, forwarded?: string][]) => {
    const proxy = vendor.proxy({ visitorDay: 1, ...options });
    const all: number[] = [];
    for (const [i, [ip, forwarded]] of visits.entries())
      all.push((await press(proxy, i, { ip, headers: forwarded ? { 'X-Forwarded-For': forwarded } : {} })).status);
    return all;
  };

  it('X-Forwarded-For counts for nothing unless it is ours', async () =>
    expect(
      await statuses({}, [
        ['192.0.2.1', '1.1.1.1'],
        ['192.0.2.1', '2.2.2.2'],
        ['192.0.2.2', '1.1.1.1'],
      ]),
    ).toEqual([200, 429, 200]));

  it('and no further than our own hops wrote it', async () =>
    expect(
      await statuses({ trustProxy: 1 }, [
        ['10.0.0.1', '9.9.9.9, 192.0.2.1'],
        ['10.0.0.1', '8.8.8.8, 192.0.2.1'],
        ['10.0.0.2', '192.0.2.1'],
        ['10.0.0.1', '192.0.2.1, 192.0.2.7'],
      ]),
    ).toEqual([200, 429, 429, 200]));

  it('rubbish before our hops is no way out', async () =>
    expect(
      await statuses({ trustProxy: 1 }, [
        ['10.0.0.1', 'unknown'],
        ['10.0.0.1', '"; drop'],
        ['10.0.0.1', ',,,'],
      ]),
    ).toEqual([200, 429, 429]));

  it('a mapped IPv4 is that IPv4, and an IPv6 network of /64 is one visitor', async () => {
    expect(await statuses({}, [['::ffff:192.0.2.1'], ['192.0.2.1'], ['::FFFF:c000:201'], ['0:0:0:0:0:ffff:192.0.2.1']])).toEqual([
      200, 429, 429, 429,
    ]);
    expect(
      await statuses({}, [
        ['2001:db8:1:2::1'],
        ['2001:db8:1:2:ffff:ffff:ffff:ffff'],
        ['2001:0DB8:0001:0002::7%eth0'],
        ['2001:db8:1:3::1'],
      ]),
    ).toEqual([200, 429, 429, 200]);
  });
});

describe('origins', () => {
  it.each([
    'http://shop.example',
    'https://shop.example:8443',
    'https://www.shop.example',
    'https://shop.example.evil.example',
    'https://xshop.example',
    'null',
    'https://SHOP.example.',
    'file://',
  ])('%s is not https://shop.example', async (origin) => {
    const answer = await press(vendor.proxy(), 1, { origin });
    expect([answer.status, answer.headers.get(CORS)]).toEqual([403, null]);
  });

  it.each([
    'https://shop.example/',
    'HTTPS://SHOP.example',
    'https://shop.example:443',
    ' https://shop.example , https://b.example',
  ])('listed as %s it is the same page', async (origins) => {
    const proxy = vendor.proxy({ origins });
    expect((await press(proxy)).headers.get(CORS)).toBe(SHOP);
    expect((await press(proxy, 1, { origin: 'http://shop.example' })).status).toBe(403);
  });

  it.each([
    'https://shop.example/page',
    'https://shop.example?a',
    'https://me:pw@shop.example',
    'shop.example',
    'file:///',
    'null',
  ])('%s cannot be listed', (origins) => expect(() => vendor.proxy({ origins })).toThrow(/^origins holds/));

  it('is told exactly, and that answers differ by it', async () => {
    const answer = await press(vendor.proxy({ origins: ['https://a.example', SHOP] }));
    expect([
      answer.headers.get(CORS),
      answer.headers.get('Vary'),
      answer.headers.get('Access-Control-Allow-Credentials'),
    ]).toEqual([SHOP, 'Origin', null]);
  });

  it('without a list only pages of the same origin may ask', async () => {
    const proxy = vendor.proxy({ origins: undefined });
    expect((await press(proxy, 1, { origin: 'https://api.shop.example' })).status).toBe(200);
    expect((await press(proxy, 1, { origin: SHOP })).status).toBe(403);
  });

  it('the same origin is what our own hop says it is, and nobody else', async () => {
    const headers = { 'X-Forwarded-Proto': 'https', 'X-Forwarded-Host': 'shop.example' };
    const status = async (trustProxy: number, more = headers) =>
      (await press(vendor.proxy({ origins: undefined, trustProxy }), 1, { headers: more })).status;
    expect([await status(1), await status(0)]).toEqual([200, 403]);
    expect(await status(1, { ...headers, 'X-Forwarded-Host': 'shop.example, evil.example' })).toBe(403);
    expect(await status(1, { ...headers, 'X-Forwarded-Proto': 'http' })).toBe(403);
  });

  it('a page that was told the address of a result shows it as a picture, and cannot read it', async () => {
    const shown = (path: string, more: object = {}) =>
      visit(vendor.proxy(), {
        path,
        origin: null,
        headers: { 'Sec-Fetch-Site': 'same-site', 'Sec-Fetch-Dest': 'image' },
        ...more,
      });
    const result = await shown(`/results/${'a'.repeat(64)}.jpg`);
    expect([result.status, result.headers.get(CORS)]).toEqual([404, null]); // let in: there is only no such result
    expect((await shown('/api/v1/usage')).status).toBe(403);
    expect((await shown(`/results/${'a'.repeat(64)}.jpg`, { origin: 'https://evil.example' })).status).toBe(403);
  });

  it('a picture or a form on a foreign page sends no origin, and is refused all the same', async () => {
    const proxy = vendor.proxy();
    expect(
      (await visit(proxy, { path: '/api/v1/usage', origin: null, headers: { 'Sec-Fetch-Site': 'cross-site' } })).status,
    ).toBe(403);
    expect(
      (await visit(proxy, { path: '/api/v1/usage', origin: null, headers: { 'Sec-Fetch-Site': 'same-origin' } })).status,
    ).toBe(200);
    expect((await visit(proxy, { path: '/api/v1/usage', origin: null })).status).toBe(200);
  });

  it('* with authorize() cannot be made', () =>
    expect(() => vendor.proxy({ origins: '*', authorize: () => ({}) })).toThrow('origins must name the pages'));

  it('a preflight allows what authorize() needs, for listed pages', async () => {
    const proxy = vendor.proxy({ authorize: () => ({}) });
    const answer = await visit(proxy, {
      method: 'OPTIONS',
      headers: { 'Access-Control-Request-Headers': 'content-type, x-captcha, <bad>' },
    });
    expect(answer.status).toBe(204);
    expect(answer.headers.get('Access-Control-Allow-Headers')).toBe('content-type, x-captcha');
    expect([answer.headers.get(CORS), answer.headers.get('Access-Control-Allow-Credentials')]).toEqual([SHOP, 'true']);
  });
});

describe('paths and methods', () => {
  it.each([
    '',
    '/',
    '/api',
    '/api/v1',
    '/api/v1/generate/',
    '/API/v1/generate',
    '/api/v1/%67enerate',
    '/health',
    '/validate',
    '/_owner',
    '/_owner/style.css',
    '/_control/reset',
    '/..%2fusage',
    '/results/abc',
    `/results/${'A'.repeat(64)}`,
  ])('%s is nothing', async (path) => {
    const answer = await visit(vendor.proxy(), { path });
    expect([answer.status, answer.headers.get('Pattern-Proxy')]).toEqual([404, '1']);
  });
  it.each(['GET', 'PUT', 'DELETE', 'PATCH', 'HEAD'])('%s is no way to generate', async (method) => {
    const answer = await visit(vendor.proxy(), { method });
    expect([answer.status, answer.headers.get('Allow')]).toEqual([405, 'POST']);
  });
  it('who wants to know only whether something is there gets the head without the body', async () => {
    const answer = await visit(vendor.proxy(), { method: 'HEAD', path: '/api/v1/usage' });
    expect([answer.status, answer.headers.get('Content-Type'), answer.body]).toEqual([200, 'application/json', null]);
    expect((await visit(vendor.proxy(), { method: 'PUT', path: '/api/v1/usage' })).headers.get('Allow')).toBe('GET, HEAD');
  });
});

describe('bodies', () => {
  const stream = (chunk: Uint8Array, times: number, seen: { sent: number }) =>
    new ReadableStream<Uint8Array>({
      pull(controller) {
        if (seen.sent++ >= times) controller.close();
        else controller.enqueue(chunk);
      },
    });
  const post = (proxy: ReturnType<Vendor['proxy']>, init: RequestInit, path = '/api/v1/generate') =>
    proxy(
      new Request(`https://api.shop.example/patterns${path}`, {
        method: 'POST',
        headers: { Origin: SHOP, ...(init.headers as object) },
        duplex: 'half',
        ...init,
        ...(init.headers && { headers: { Origin: SHOP, ...(init.headers as object) } }),
      } as RequestInit),
    );

  it('one that says it is too large is not read at all', async () => {
    const seen = { sent: 0 };
    const answer = await post(vendor.proxy(), {
      body: stream(new Uint8Array(1000), 9, seen),
      headers: { 'Content-Length': '14000001' },
    });
    expect([answer.status, (await answer.json()).code]).toEqual([413, 'IMAGE_TOO_LARGE']);
    expect(seen.sent).toBeLessThan(3);
  });

  it('one that does not say so is not read any further', async () => {
    const seen = { sent: 0 };
    const answer = await post(vendor.proxy(), { body: stream(new Uint8Array(1e6), 1000, seen) });
    expect(answer.status).toBe(413);
    expect(seen.sent).toBeLessThan(18);
  });

  it('one that does not arrive in 30 seconds is given up', async () => {
    const clock = new FakeClock();
    const answer = await run(clock, post(vendor.proxy({ clock }), { body: new ReadableStream({}) }));
    expect([answer.status, (await answer.json()).error]).toEqual([408, true]);
  });

  it('64 arrive at once; a short rush waits for a place, and who waits too long is told', async () => {
    const clock = new FakeClock();
    const proxy = vendor.proxy({ clock, visitorDay: 1000 });
    const stalled = Array.from({ length: 64 }, () => post(proxy, { body: new ReadableStream({}) }));
    await quiet();
    const start = clock.time;
    const refused = await run(clock, press(proxy));
    expect([refused.status, clock.time - start, refused.headers.get('Retry-After')]).toEqual([503, 2000, '5']);
    const answers = await run(clock, Promise.all(stalled));
    expect(answers.every(({ status }) => status === 408)).toBe(true);
    expect((await press(proxy)).status).toBe(200);
  });

  it.each([
    ['no JSON', 'image=1', 400],
    ['no picture', JSON.stringify({ niche: 'mosaic', width_cm: 20, height_cm: 20 }), 400],
    ['a list', '[1]', 400],
    ['null', 'null', 400],
    ['text that is no picture', JSON.stringify({ image: btoa('hello '.repeat(99)), niche: 'mosaic' }), 400],
    [
      'an SVG',
      JSON.stringify({ image: btoa('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)">'), niche: 'mosaic' }),
      400,
    ],
    ['an address of another kind', JSON.stringify({ image_url: 'file:///etc/passwd', niche: 'mosaic' }), 400],
    ['an address with a password', JSON.stringify({ image_url: 'https://a:b@c.example/', niche: 'mosaic' }), 400],
    ['a script as an address', JSON.stringify({ image_url: 'javascript:alert(1)', niche: 'mosaic' }), 400],
  ])('%s is refused before it costs anything', async (_, text, status) => {
    const answer = await visit(vendor.proxy(), { body: text });
    expect([answer.status, (await answer.json()).error]).toEqual([status, true]);
    expect(vendor.paid).toEqual([]);
  });

  it.each(['ñandú ☂ 𝄞', '\ud800', '__proto__', 'constructor', 'a\u0000b', '\u202e', 'x'.repeat(300)])(
    'a niche like %j is refused, or goes on as what it is, and never fails',
    async (niche) => {
      const answer = await visit(vendor.proxy(), { body: await body(1, { niche }) });
      expect([200, 400]).toContain(answer.status);
      for (const { text } of vendor.paid) expect((JSON.parse(text) as { niche: string }).niche).toBe(niche);
    },
  );

  it('a field out of bounds is refused by name', async () => {
    const answer = await visit(vendor.proxy(), { body: await body(1, { width_cm: 5 }) });
    expect([answer.status, (await answer.json()).message]).toEqual([400, expect.stringContaining('width_cm')]);
  });

  it('a picture that would be a bomb is refused by its header', async () => {
    const png = await pictureOf();
    png.writeUInt32BE(60_000, 16);
    png.writeUInt32BE(60_000, 20);
    const answer = await visit(vendor.proxy(), { body: JSON.stringify({ image: png.toString('base64'), niche: 'mosaic' }) });
    expect((await answer.json()).code).toBe('IMAGE_TOO_LARGE');
  });

  it('an encoded body is refused: nobody knows how large it would become', async () =>
    expect((await visit(vendor.proxy(), { body: await body(), headers: { 'Content-Encoding': 'gzip' } })).status).toBe(415));

  it('whatever is sent gets an answer in the vendor’s error shape and never costs anything', async () => {
    const proxy = vendor.proxy();
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          fc.json(),
          fc.string(),
          fc
            .record({ image: fc.anything(), niche: fc.anything(), width_cm: fc.anything() })
            .map((value) => JSON.stringify(value)),
        ),
        async (text) => {
          const answer = await visit(proxy, { body: text });
          expect(answer.status).toBe(400);
          expect(await answer.json()).toMatchObject({ error: true, code: expect.any(String), message: expect.any(String) });
        },
      ),
      { numRuns: 200 },
    );
    expect(vendor.paid).toEqual([]);
  });
});

describe('a store that goes away', () => {
  /** Every call fails while it is down. */
  function breakable() {
    const inner = memoryStore();
    const state = { down: false };
    const store = new Proxy(inner, {
      get: (target, name: keyof Store) =>
        typeof target[name] === 'function' && name !== 'close'
          ? (...args: unknown[]) =>
              state.down ? Promise.reject(new Error('down')) : (target[name] as (...args: unknown[]) => unknown)(...args)
          : target[name],
    });
    return { store, state };
  }

  it('paid requests are refused with a time, nothing is sent, free look-ups come from memory; then all works again', async () => {
    const { store, state } = breakable();
    const proxy = vendor.proxy({ store });
    await visit(proxy, { path: '/api/v1/usage' });
    await press(proxy, 1);
    state.down = true;
    const before = vendor.asked.length;
    const refused = await press(proxy, 2);
    expect([refused.status, refused.headers.get('Retry-After'), (await refused.json()).code]).toEqual([503, '5', 'STORE_DOWN']);
    expect((await visit(proxy, { path: '/api/v1/usage' })).status).toBe(200);
    expect(vendor.asked).toHaveLength(before);
    state.down = false;
    expect((await press(proxy, 2)).status).toBe(200);
    expect((await press(proxy, 1)).headers.get('Pattern-Cache')).toBe('hit');
  });

  it('in mid-flight: the visitor gets what was paid for, and it is kept when the store is back', async () => {
    const { store, state } = breakable();
    const proxy = vendor.proxy({ store });
    let answer!: () => void;
    vendor.answers.generate = () => new Promise((resolve) => (answer = () => resolve(json(pattern()))));
    const waiting = press(proxy, 1);
    await expect.poll(() => vendor.paid.length).toBe(1);
    state.down = true;
    answer();
    expect((await waiting).status).toBe(200);
    await proxy.idle();
    expect((await press(proxy, 1)).headers.get('Pattern-Cache')).toBe('hit'); // this machine still has it
    state.down = false;
    expect((await press(proxy, 1)).headers.get('Pattern-Cache')).toBe('hit');
    await proxy.idle();
    const other = vendor.proxy({ store });
    expect((await press(other, 1)).headers.get('Pattern-Cache')).toBe('hit');
    expect(vendor.paid).toHaveLength(1);
  });

  it('between the claim and the send: nothing is sent', async () => {
    const { store, state } = breakable();
    const take = store.take;
    const proxy = vendor.proxy({
      store: new Proxy(store, {
        get: (target, name: keyof Store) =>
          name === 'take'
            ? async (wants: never) => {
                const full = await take(wants);
                state.down = true;
                return full;
              }
            : target[name],
      }),
    });
    expect((await press(proxy)).status).toBe(503);
    expect(vendor.paid).toEqual([]);
  });
});

describe('a vendor that hangs', () => {
  it('is given up after the time limit; the late answer is kept, and nothing is paid twice', async () => {
    const clock = new FakeClock();
    const proxy = vendor.proxy({ clock, timeout: 10 });
    let answer!: () => void;
    vendor.answers.generate = () => new Promise((resolve) => (answer = () => resolve(json(pattern()))));
    const first = await run(clock, press(proxy));
    expect(first.status).toBe(504);
    const second = press(proxy);
    await clock.advance(3000);
    answer();
    expect((await run(clock, second)).status).toBe(200);
    expect((await press(proxy)).headers.get('Pattern-Cache')).toBe('hit');
    expect(vendor.paid).toHaveLength(1);
  });

  it('and answers never: asked for again only after the time in which it may still run, and after a look at the counter', async () => {
    const clock = new FakeClock();
    const proxy = vendor.proxy({ clock, timeout: 10 });
    vendor.answers.generate = () => new Promise(() => {});
    expect((await run(clock, press(proxy))).status).toBe(504);
    const sent = clock.time;
    vendor.answers.generate = () => {
      expect(clock.time - sent).toBeGreaterThan(25_000);
      return json(pattern());
    };
    expect((await run(clock, press(proxy))).status).toBe(200);
    expect(vendor.paid).toHaveLength(2);
  });

  it('look-ups do not hang with it', async () => {
    const clock = new FakeClock();
    const proxy = vendor.proxy({ clock, timeout: 10 });
    vendor.answers.niches = () => new Promise(() => {});
    const all = await run(clock, Promise.all(Array.from({ length: 50 }, () => visit(proxy, { path: '/api/v1/niches' }))));
    expect(new Set(all.map(({ status }) => status))).toEqual(new Set([504]));
    expect(vendor.asked).toHaveLength(1);
  });

  it('a look-up that fails is answered with the last good one', async () => {
    const clock = new FakeClock();
    const proxy = vendor.proxy({ clock });
    const look = async () => (await run(clock, visit(proxy, { path: '/api/v1/niches' }))).status;
    expect(await look()).toBe(200);
    await clock.advance(61_000);
    vendor.answers.niches = () => json({}, 500);
    for (let i = 0; i < 20; i++) expect(await look()).toBe(200);
    expect(vendor.asked.length).toBeLessThanOrEqual(3);
  });
});

describe('time', () => {
  it('the month’s end passes: refused until then by the proxy alone, made afterwards', async () => {
    const clock = new FakeClock(Date.UTC(2026, 10, 30, 23, 58));
    const proxy = vendor.proxy({ clock });
    vendor.used = 2000;
    vendor.answers.generate = () =>
      clock.time < Date.UTC(2026, 11, 1)
        ? json({ error: true, code: 'RATE_LIMIT_EXCEEDED', message: 'gone' }, 429)
        : json(pattern({ usage: usage(1, { reset_date: '2027-01-01' }) }));
    for (let i = 0; i < 5; i++) {
      const refused = await run(clock, press(proxy, i));
      const until = clock.time + 1000 * Number(refused.headers.get('Retry-After'));
      expect(refused.status).toBe(429);
      // Whole seconds; and on a slow machine simulated time may go on a little.
      expect(Math.abs(until - Date.UTC(2026, 11, 1))).toBeLessThan(60_000);
    }
    const before = vendor.paid.length;
    expect(before).toBeLessThanOrEqual(1);
    await clock.advance(125_000);
    vendor.used = 0;
    expect((await run(clock, press(proxy, 9))).status).toBe(200);
    expect(vendor.paid).toHaveLength(before + 1);
  });

  it('while the month is gone the free counter is asked at most once in five minutes, and its word counts', async () => {
    const clock = new FakeClock(Date.UTC(2026, 10, 10));
    const store = memoryStore({ clock });
    const proxies = [0, 1, 2].map(() => vendor.proxy({ clock, store }));
    vendor.used = 2000;
    vendor.answers.generate = () =>
      vendor.used >= 2000 ? json({ error: true, code: 'RATE_LIMIT_EXCEEDED', message: 'gone' }, 429) : json(pattern());
    for (let minute = 0; minute < 30; minute++) {
      expect((await run(clock, press(proxies[minute % 3]!, minute))).status).toBe(429);
      await clock.advance(60_000);
    }
    expect(vendor.asked.length).toBeLessThanOrEqual(8);
    vendor.used = 10; // the owner has bought more
    await clock.advance(300_000);
    expect((await run(clock, press(proxies[0]!, 99))).status).toBe(200);
  });

  it('a visitor’s day ends at midnight, and a month of the site with the month', async () => {
    const clock = new FakeClock(Date.UTC(2026, 10, 30, 23, 59, 50));
    const proxy = vendor.proxy({ clock, visitorDay: 1, siteMonth: 1 });
    const status = async (seed: number) => (await run(clock, press(proxy, seed))).status;
    expect([await status(1), await status(2)]).toEqual([200, 429]);
    await clock.advance(11_000);
    expect(await status(3)).toBe(200);
  });
});

describe('what is free', () => {
  it('a picture is looked at by the vendor, with our key and nothing of the caller’s, and so often a minute', async () => {
    vendor.answers.validate = () => json({ valid: true, image_info: { width_px: 30 }, warnings: [] });
    const proxy = vendor.proxy({ siteMinute: 2, clock: minuteBeginsNow() });
    const look = async () =>
      visit(proxy, { path: '/api/v1/validate', body: await body(1, { niche: undefined, callback: 'https://evil.example' }) });
    const answer = await look();
    expect([answer.status, await answer.json()]).toEqual([200, { valid: true, image_info: { width_px: 30 }, warnings: [] }]);
    const { headers, text } = vendor.asked.at(-1)!;
    expect(headers.get('Authorization')).toBe(`Bearer ${CANARY}`);
    expect(Object.keys(JSON.parse(text) as object)).toEqual(['image']);
    expect((await look()).status).toBe(200);
    const refused = await look();
    expect([refused.status, (await refused.json())['violated-policies']]).toEqual([429, ['validate-minute']]);
    expect(vendor.asked.filter(({ url }) => url.endsWith('validate'))).toHaveLength(2);
    // Of the budgets for patterns nothing was taken.
    expect((await press(proxy, 2)).status).toBe(200);
  });

  it.each([
    ['no picture', { image: undefined }, 400],
    ['text', { image: btoa('hello') }, 400],
    ['a picture and an address', { image_url: 'https://a.example/b.png' }, 400],
    ['a file of this machine', { image: undefined, image_url: 'file:///etc/passwd' }, 400],
  ])('%s is not even asked about', async (_, more, status) => {
    const proxy = vendor.proxy();
    for (const path of ['/api/v1/validate', '/api/v1/generate'])
      expect((await visit(proxy, { path, body: await body(1, more) })).status).toBe(status);
    expect(vendor.asked.filter(({ method }) => method === 'POST')).toEqual([]);
  });

  it('whether it is there it says by itself, to who brings no key and no session', async () => {
    const proxy = vendor.proxy({ authorize: () => false });
    const answer = await visit(proxy, { path: '/api/v1/health', origin: null });
    expect([answer.status, (await answer.json()).status]).toEqual([200, 'ok']);
    expect((await visit(proxy, { path: '/api/v1/health', origin: 'https://evil.example' })).status).toBe(403);
    expect(vendor.asked).toEqual([]);
  });
});

it('two hundred who wait for one picture hold one copy of it', async () => {
  v8.setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  const uploads: WeakRef<Blob>[] = [];
  const pixcraft = serving(pixcraftFace)!;
  const provider = {
    ...pixcraft,
    async read(request: Request) {
      const asked = await pixcraft.read!(request);
      uploads.push(new WeakRef(asked.upload.file!));
      return asked;
    },
  };
  let letGo!: (answer: Response) => void;
  vendor.answers.generate = () => new Promise((resolve) => (letGo = resolve));
  const proxy = vendor.proxy({ provider });
  const text = await body();
  const all = Array.from({ length: 200 }, (_, i) => visit(proxy, { body: text, ip: `10.0.0.${i}` }));
  await expect.poll(() => [uploads.length, vendor.paid.length]).toEqual([200, 1]);
  const alive = () => {
    collect();
    return uploads.filter((upload) => upload.deref()).length;
  };
  await expect.poll(alive).toBeLessThanOrEqual(2);
  letGo(json(pattern()));
  for (const answer of await Promise.all(all)) expect(answer.status).toBe(200);
  await expect.poll(alive).toBe(0);
});

it('a thousand visitors, each with a design of his own, leave nothing behind in the proxy but what is kept', async () => {
  const proxy = vendor.proxy({ siteMinute: 1e6, keepMb: 0.1 });
  for (let i = 0; i < 1000; i++) expect((await press(proxy, i, { ip: `10.0.${i >> 8}.${i & 255}` })).status).toBe(200);
  await proxy.idle();
  const first = await press(proxy, 0);
  expect(first.headers.get('Pattern-Cache')).toBe('miss'); // let go of for the younger ones
});
