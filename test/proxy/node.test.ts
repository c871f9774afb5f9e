import { once } from 'node:events';
import { createServer, request as httpRequest, type IncomingMessage, type RequestListener, type Server } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { nodeListener } from '../../src/proxy/node.js';
import { body, pictureOf, silent, SHOP } from './shop.js';
import { CANARY, json, pattern, Vendor } from './vendor.js';

const servers = new Set<Server>();
async function listen(listener: RequestListener): Promise<string> {
  const server = createServer(listener).listen(0, '127.0.0.1');
  servers.add(server);
  await new Promise((resolve) => server.once('listening', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
afterEach(() => {
  for (const server of servers) (server.closeAllConnections(), server.close());
  servers.clear();
});

const post = async (url: string, init: RequestInit = {}) =>
  fetch(`${url}/patterns/api/v1/generate`, {
    method: 'POST',
    headers: { Origin: SHOP, 'Content-Type': 'application/json' },
    body: await body(),
    ...init,
  });

it('serves a page over real connections, with lengths and types', async () => {
  const vendor = new Vendor();
  const url = await listen(nodeListener(vendor.proxy()));
  const answer = await post(url);
  expect([answer.status, answer.headers.get('Pattern-Cache')]).toEqual([200, 'miss']);
  expect(Number(answer.headers.get('Content-Length'))).toBe((await answer.arrayBuffer()).byteLength);
  expect((await fetch(`${url}/patterns/api/v1/niches`, { headers: { Origin: SHOP } })).status).toBe(200);
});

it('behind a hop of our own its address is the one that visitors see, and not its own port', async () => {
  const vendor = new Vendor();
  vendor.answers.pattern = () => json({ status: 'success', data: { id: '1', url: 'https://vendor.example/r.jpg' } });
  const listener = nodeListener(vendor.proxy({ provider: 'picsart', trustProxy: 1, origins: undefined }));
  const url = await listen(listener);
  const made = async (headers: Record<string, string>) => {
    const form = new FormData();
    form.set('image', new Blob([new Uint8Array(await pictureOf())]), 'p.png');
    const answer = await fetch(`${url}/patterns/background/pattern`, { method: 'POST', headers, body: form });
    return answer.status === 200 ? new URL(((await answer.json()) as { data: { url: string } }).data.url).origin : answer.status;
  };
  const hop = { 'X-Forwarded-Proto': 'https', 'X-Forwarded-Host': 'shop.example' };
  expect(await made({ ...hop, Origin: 'https://shop.example' })).toBe('https://shop.example');
  expect(await made({ ...hop, Origin: url })).toBe(403);
  expect(await made({ Origin: url })).toBe(url);
  for (const host of ['', 'a b', '[::', 'me@evil.example', 'x/y'])
    expect(await made({ 'X-Forwarded-Proto': 'javascript', 'X-Forwarded-Host': host })).toBe(url);
});

it('a vendor that compresses is read, and the answer comes plain', async () => {
  const upstream = await listen((_, answer) => {
    answer
      .setHeader('Content-Encoding', 'gzip')
      .setHeader('Content-Type', 'application/json')
      .end(gzipSync(JSON.stringify(pattern())));
  });
  const url = await listen(nodeListener({ apiKey: CANARY, upstream, origins: SHOP, log: silent }));
  const answer = await post(url);
  expect(answer.headers.get('Content-Encoding')).toBeNull();
  expect((await answer.json()).niche).toBe('mosaic');
});

it('a redirect of the vendor is not followed, and the key goes nowhere else', async () => {
  const elsewhere: IncomingMessage[] = [];
  const evil = await listen((request, answer) => void (elsewhere.push(request), answer.end('{}')));
  const upstream = await listen((_, answer) => void answer.writeHead(307, { Location: evil }).end());
  const url = await listen(nodeListener({ apiKey: CANARY, upstream, origins: SHOP, log: silent }));
  expect((await post(url)).status).toBe(502);
  expect(elsewhere).toEqual([]);
});

it('a body without a length that is too large gets its answer, not a broken connection', async () => {
  const url = await listen(nodeListener(new Vendor().proxy()));
  const answer = await new Promise<IncomingMessage>((resolve, reject) => {
    const sending = httpRequest(
      `${url}/patterns/api/v1/generate`,
      { method: 'POST', headers: { Origin: SHOP, 'Transfer-Encoding': 'chunked' } },
      resolve,
    );
    sending.on('error', reject);
    const chunk = Buffer.alloc(1e6, 'x');
    for (let i = 0; i < 18; i++) sending.write(chunk);
    sending.end();
  });
  expect([answer.statusCode, answer.headers.connection]).toEqual([413, 'close']);
});

it.each([
  ['one that says it is too large', { 'Content-Length': '14000001' }, 413],
  ['one from a page that may not ask', { Origin: 'https://evil.example' }, 403],
  ['a compressed one', { 'Content-Encoding': 'br' }, 415],
  ['one that goes nowhere', { path: '/patterns/nothing' }, 404],
])('%s is answered at once, and heard out: its sender reads the answer, and no broken connection', async (_, more, status) => {
  const url = await listen(nodeListener(new Vendor().proxy()));
  const { path = '/patterns/api/v1/generate', ...headers } = more as Record<string, string>;
  const lines = Object.entries({ Host: 'a', Origin: SHOP, 'Content-Length': '14000001', ...headers }).map(
    ([n, v]) => `${n}: ${v}`,
  );
  const socket = connect(Number(new URL(url).port), '127.0.0.1');
  let said = '';
  let hungUp = false;
  socket
    .on('data', (data) => (said += String(data)))
    .once('end', () => (hungUp = true))
    .on('error', () => {});
  socket.write([`POST ${path} HTTP/1.1`, ...lines, '', ''].join('\r\n'));
  socket.write(Buffer.alloc(7_000_000, 'x'));
  await expect.poll(() => said).toContain('"error":true');
  expect(said).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `));
  // Whoever hung up now would break what is still on its way.
  await new Promise((wait) => setTimeout(wait, 200));
  expect(hungUp).toBe(false);
  socket.write(Buffer.alloc(7_000_001, 'x'));
  await expect.poll(() => hungUp).toBe(true);
  socket.destroy();
});

it('a visitor who hangs up before anything was sent costs nothing, and one who does later loses nothing', async () => {
  const vendor = new Vendor();
  let answer!: () => void;
  const good = vendor.answers.generate!;
  vendor.answers.generate = (asked) => new Promise((resolve) => (answer = () => resolve(good(asked))));
  const proxy = vendor.proxy();
  const url = await listen(nodeListener(proxy));
  const left = new AbortController();
  const first = post(url, { signal: left.signal }).catch(() => 'left');
  await expect.poll(() => vendor.paid.length).toBe(1);
  left.abort();
  expect(await first).toBe('left');
  answer();
  await proxy.idle();
  expect((await post(url)).headers.get('Pattern-Cache')).toBe('hit');
  expect(vendor.paid).toHaveLength(1);
});

it('who goes in the middle of his picture costs nothing, holds no place, and nobody else is hurt', async () => {
  const vendor = new Vendor();
  const proxy = vendor.proxy();
  const url = await listen(nodeListener(proxy));
  const { hostname, port, pathname } = new URL(`${url}/patterns/api/v1/generate`);
  for (let i = 0; i < 70; i++) {
    const socket = connect(Number(port), hostname);
    await once(socket, 'connect');
    const head = [`POST ${pathname} HTTP/1.1`, 'Host: a', 'Content-Type: application/json', 'Content-Length: 100000', '', ''];
    socket.write(`${head.join('\r\n')}{"image":"${'A'.repeat(2000)}`, () => socket.destroy());
    await once(socket, 'close');
  }
  await proxy.idle();
  expect(vendor.asked).toEqual([]);
  expect((await post(url)).status).toBe(200);
});

it.each([
  'text/plain',
  'multipart/form-data',
  'multipart/form-data; boundary=x',
  'application/x-www-form-urlencoded',
  'nonsense',
])('a body that says it is %s is read as what it is, or refused', async (type) => {
  const vendor = new Vendor();
  const url = await listen(nodeListener(vendor.proxy()));
  expect((await post(url, { headers: { 'Content-Type': type } })).status).toBe(200);
  const picsart = await listen(nodeListener(vendor.proxy({ provider: 'picsart' })));
  const path = '/patterns/background/pattern';
  const answer = await fetch(picsart + path, { method: 'POST', headers: { 'Content-Type': type }, body: await body() });
  expect([400, 415, 422]).toContain(answer.status);
  expect(vendor.asked.filter(({ url }) => url.endsWith('/background/pattern'))).toEqual([]);
});

it('what stands around it can read what was answered, and its own headers stay unless they are ours', async () => {
  const listener = nodeListener(new Vendor().proxy());
  let seen: unknown;
  const url = await listen((request, answer) => {
    answer.setHeader('X-Shop', 'yarn');
    answer.setHeader('Pattern-Proxy', '0');
    answer.once('finish', () => (seen = answer.getHeader('Pattern-Cache')));
    listener(request, answer);
  });
  const { headers } = await post(url);
  expect([headers.get('X-Shop'), headers.get('Pattern-Proxy')]).toEqual(['yarn', '1']);
  expect(seen).toBe('miss');
});

it('within Express the whole path counts, and a body that is parsed already is taken', async () => {
  const vendor = new Vendor();
  const listener = nodeListener(vendor.proxy());
  const url = await listen(async (request, answer) => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    const mounted = Object.assign(request, {
      originalUrl: request.url,
      body: JSON.parse(Buffer.concat(parts).toString()) as unknown,
    });
    request.url = request.url!.replace('/patterns', '');
    listener(mounted, answer);
  });
  expect((await post(url)).status).toBe(200);
});

it.each([
  ['a host that is none', 'GET /patterns/api/v1/usage HTTP/1.1\r\nHost: a b c\r\n\r\n'],
  ['a path that is none', 'GET http://[::1 HTTP/1.1\r\nHost: x\r\n\r\n'],
  ['a method that no page has', 'TRACE /patterns/api/v1/usage HTTP/1.1\r\nHost: x\r\n\r\n'],
])('%s is answered, and the next one served', async (_, head) => {
  const url = await listen(nodeListener(new Vendor().proxy()));
  const socket = connect(Number(new URL(url).port), '127.0.0.1');
  socket.write(head);
  const said = await new Promise<string>((resolve) => socket.once('data', (data) => resolve(String(data))));
  expect(said).toMatch(/^HTTP\/1\.1 (?:4|5)\d\d /);
  socket.destroy();
  expect((await fetch(`${url}/patterns/api/v1/usage`)).status).toBe(200);
});

it('a picture of 20 MB goes through as a form, one of 26 MB does not', async () => {
  const vendor = new Vendor();
  vendor.answers.pattern = () =>
    new Response(JSON.stringify({ status: 'success', data: { id: '1', url: 'https://vendor.example/r.jpg' } }), {
      headers: { 'Content-Type': 'application/json' },
    });
  const url = await listen(nodeListener(vendor.proxy({ provider: 'picsart' })));
  const send = async (bytes: number) => {
    const form = new FormData();
    // A JPEG's head, and the rest of it never looked at here.
    const head = Uint8Array.from([0xff, 0xd8, 0xff, 0xc0, 0, 17, 8, 0, 100, 0, 100, 3, 1, 0x11, 0, 2, 0x11, 1, 3, 0x11, 1]);
    form.set('image', new Blob([head, new Uint8Array(bytes)]), 'p.jpg');
    return (await fetch(`${url}/patterns/background/pattern`, { method: 'POST', headers: { Origin: SHOP }, body: form })).status;
  };
  expect([await send(20e6), await send(26e6)]).toEqual([200, 413]);
});

/** What a server says to what a socket sends, until it closes or falls silent. */
async function say(url: string, ...texts: string[]): Promise<string> {
  const socket = connect(Number(new URL(url).port), '127.0.0.1');
  let said = '';
  socket.on('data', (data) => (said += String(data)));
  socket.on('error', () => {});
  for (const text of texts) {
    const before = said.length;
    socket.write(text);
    if (text !== texts.at(-1)) await expect.poll(() => said.length).toBeGreaterThan(before);
  }
  await Promise.race([once(socket, 'close'), once(socket, 'data').then(() => new Promise((wait) => setTimeout(wait, 100)))]);
  socket.destroy();
  return said;
}
const head = (...lines: string[]) => ['POST /patterns/api/v1/generate HTTP/1.1', 'Host: a', ...lines, '', ''].join('\r\n');

it('who asks whether he may send his picture is told so, and then answered', async () => {
  const url = await listen(nodeListener(new Vendor().proxy()));
  const text = await body();
  const said = await say(url, head(`Content-Length: ${text.length}`, 'Expect: 100-continue', 'Connection: close'), text);
  expect(said).toMatch(/^HTTP\/1\.1 100 Continue\r\n\r\nHTTP\/1\.1 200 /);
});

it('a body in pieces without a length is read', async () => {
  const url = await listen(nodeListener(new Vendor().proxy()));
  const text = await body();
  const pieces = [text.slice(0, 50), text.slice(50)].map((piece) => `${piece.length.toString(16)}\r\n${piece}\r\n`);
  expect(await say(url, head('Transfer-Encoding: chunked', 'Connection: close') + pieces.join('') + '0\r\n\r\n')).toMatch(
    /^HTTP\/1\.1 200 /,
  );
});

it.each([
  ['two lengths', ['Content-Length: 5', 'Content-Length: 500']],
  ['a length and pieces', ['Content-Length: 5', 'Transfer-Encoding: chunked']],
  ['pieces of an unknown kind', ['Transfer-Encoding: xchunked']],
  ['a length below nothing', ['Content-Length: -1']],
])('%s: a request that two servers would cut differently is refused, and what follows it is no request', async (_, lines) => {
  const vendor = new Vendor();
  const url = await listen(nodeListener(vendor.proxy()));
  const text = await body();
  const said = await say(url, head(...lines) + '0\r\n\r\n' + head(`Content-Length: ${text.length}`) + text);
  expect(said).toMatch(/^HTTP\/1\.1 400 /);
  expect(said.match(/HTTP\/1\.1/g)).toHaveLength(1);
  expect(vendor.asked).toEqual([]);
});

it('a compressed body is refused over a real connection too, and that connection ends', async () => {
  const url = await listen(nodeListener(new Vendor().proxy()));
  const answer = await post(url, { headers: { 'Content-Encoding': 'gzip' }, body: gzipSync(await body()) });
  expect([answer.status, (await answer.json()).error]).toEqual([415, true]);
});

it('HEAD has no body, OPTIONS neither a body nor a length, and a query goes nowhere', async () => {
  const vendor = new Vendor();
  const url = await listen(nodeListener(vendor.proxy()));
  const usage = `${url}/patterns/api/v1/usage`;
  const headed = await fetch(usage, { method: 'HEAD' });
  expect([headed.status, Number(headed.headers.get('Content-Length')) > 2, await headed.text()]).toEqual([200, true, '']);
  const asked = await fetch(usage, { method: 'OPTIONS', headers: { Origin: SHOP } });
  expect([asked.status, asked.headers.get('Content-Length'), asked.headers.get('Access-Control-Allow-Origin')]).toEqual([
    204,
    null,
    SHOP,
  ]);
  expect((await fetch(`${usage}?key=1&key=2&next=https://evil.example`)).status).toBe(200);
  expect(vendor.asked.map(({ url }) => new URL(url).search)).toEqual(['']);
});

it('all cookies of a host that answers himself arrive', async () => {
  const answer = new Response('no', {
    status: 401,
    headers: [
      ['Set-Cookie', 'a=1'],
      ['Set-Cookie', 'b=2'],
    ],
  });
  const url = await listen(nodeListener(new Vendor().proxy({ authorize: () => answer })));
  const said = await post(url);
  expect([said.status, said.headers.getSetCookie(), await said.text()]).toEqual([401, ['a=1', 'b=2'], 'no']);
});
