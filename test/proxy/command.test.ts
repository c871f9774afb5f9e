import { mkdtemp, rm } from 'node:fs/promises';
import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readEnvironment } from '../../src/proxy/command/environment.js';
import { prepare } from '../../src/proxy/command/prepare.js';
import { serve } from '../../src/proxy/command/serve.js';
import { startApi, type Api } from '../support/api.js';
import { HURRIED, start, type Machine } from './machine.js';
import { body, KEY } from './shop.js';

let api: Api;
let folder: string;
const running = new Set<ReturnType<typeof start>>();
beforeEach(async () => {
  api = await startApi();
  folder = await mkdtemp(join(tmpdir(), 'pattern-proxy-'));
});
afterEach(async () => {
  for (const each of running) await each.kill('SIGKILL');
  running.clear();
  await api.stop();
  await rm(folder, { recursive: true, force: true });
});
const command = (environment: Record<string, string> = {}, as?: string[]) => {
  const started = start({ API_KEY: KEY, UPSTREAM: api.url, STORE: `file:${folder}/proxy.sqlite`, ...environment }, as);
  running.add(started);
  return started;
};
const press = async ({ url }: Machine, seed = 1) =>
  fetch(`${url}/api/v1/generate`, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: await body(seed) });
const paid = async () => (await api.control<{ path: string }[]>('log')).filter(({ path }) => path.endsWith('generate'));

it('says its address and what it has checked, and works', async () => {
  const machine = await command({ ORIGINS: 'https://shop.example', HOST: '127.0.0.1' }).ready;
  expect(machine.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/patterns$/);
  expect(machine.said()).toContain('Pages that may ask: https://shop.example');
  expect(machine.said()).toContain('The store works');
  expect(machine.said()).toContain(`The key works at ${api.url}`);
  expect(machine.said()).not.toContain(KEY);
  expect((await press(machine)).status).toBe(200);
});

const CANARY = 'px_live_hush';
const WRONG: [what: string, environment: Record<string, string>, words: RegExp][] = [
  ['no key', { API_KEY: '' }, /^API_KEY is missing/],
  ['a provider that does not exist', { PROVIDER: 'knitcraft' }, /^There is no provider "knitcraft"/],
  ['an origin that is none', { ORIGINS: 'https://shop.example/page' }, /^ORIGINS holds "https:\/\/shop\.example\/page"/],
  ['an upstream that is no address', { UPSTREAM: 'pixcraft' }, /^UPSTREAM is "pixcraft", but must be a web address/],
  ['a store of an unknown kind', { STORE: 'mysql://me:secret@db/x' }, /^The store "mysql:\/\/…@db\/x" is neither/],
  ['a store that cannot be written', { STORE: 'file:/dev/null/here.sqlite' }, /^The store does not work: .* Check STORE/],
  ['a number that is none', { VISITOR_DAY: 'many' }, /^VISITOR_DAY is "many", but must be a number from 0/],
  ['a port that is none', { PORT: '99999' }, /^PORT is "99999"/],
  ['a key with a quote of a word processor', { API_KEY: '“px_live_hush”' }, /^API_KEY holds characters that no key has/],
  ['half a hop', { TRUST_PROXY: '1.5' }, /^TRUST_PROXY is "1.5", but must be a whole number/],
  ['a base path that is none', { BASE_PATH: '/a b?c' }, /^BASE_PATH is "\/a b\?c", but must be a path/],
  ['an owner token with a blank', { OWNER_TOKEN: 'a b' }, /^OWNER_TOKEN must have letters/],
  ['an address for news that is none', { ON_LOW_URL: 'me@shop' }, /^ON_LOW_URL is "me@shop", but must be a web address/],
  ['days below nothing', { KEEP_DAYS: '-1' }, /^KEEP_DAYS is "-1", but must be a number from 0/],
  ['megabytes that are none', { KEEP_MB: '5 MB' }, /^KEEP_MB is "5 MB", but must be a number from 0/],
  ['a reserve that is none', { RESERVE: 'some' }, /^RESERVE is "some", but must be a number from 0/],
  ['a minute that is none', { SITE_MINUTE: 'NaN' }, /^SITE_MINUTE is "NaN", but must be a number from 0/],
  ['a month that is none', { SITE_MONTH: '1e' }, /^SITE_MONTH is "1e", but must be a number from 0/],
];
it.each(WRONG)('%s is told in the words of who set it', async (_, environment, words) => {
  const said = vi.fn();
  const wrong = prepare({ API_KEY: CANARY, STORE: 'memory', UPSTREAM: api.url, ...environment }, { log: said, error: said });
  const { message } = await wrong.then(
    () => new Error('nothing is wrong'),
    (error: Error) => error,
  );
  expect(message).toMatch(words);
  expect(message + said.mock.calls.join()).not.toContain('px_live_');
});

it('a host that is none is told as well', () =>
  expect(serve(() => {}, 0, '203.0.113.77')).rejects.toThrow('This machine has no address 203.0.113.77. Check HOST'));

it.each([
  [
    'a key that the vendor does not take',
    { API_KEY: 'px_live_wrong' },
    /does not take the key \(401 INVALID_API_KEY\)\. Check API_KEY/,
  ],
  ['a Redis that is not there', { STORE: 'redis://127.0.0.1:9' }, /The store does not work: .* Check STORE/],
])('with %s the command ends, and says why in plain words', async (_, environment, words) => {
  const started = command(environment);
  started.ready.catch(() => {});
  expect(await started.ended).toBe(1);
  expect(started.said()).toMatch(words);
  expect(started.said()).not.toMatch(/\n\s+at |px_live_/);
});

it('what is set to nothing is not set', () => {
  const names = ['PORT', 'HOST', 'STORE', 'ORIGINS', 'VISITOR_DAY', 'SHOW_LEFT', 'BASE_PATH'];
  for (const nothing of ['', ' '])
    expect(readEnvironment(Object.fromEntries(names.map((name) => [name, nothing])))).toEqual(readEnvironment({}));
  const { host, port, store, options } = readEnvironment({ HOST: ' ::1 ', PORT: ' 80 ', STORE: ' memory ', SHOW_LEFT: ' off ' });
  expect([host, port, store, options.showLeft]).toEqual(['::1', 80, 'memory', false]);
});

it('a port that is taken is told in plain words', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => other.once('listening', resolve));
  const { port } = other.address() as AddressInfo;
  const started = command({ PORT: String(port) });
  started.ready.catch(() => {});
  expect(await started.ended).toBe(1);
  expect(started.said()).toContain(`Port ${port} on 127.0.0.1 is taken`);
  other.close();
});

it('starts although the vendor is away just now, and says so', async () => {
  const machine = await command({ UPSTREAM: 'http://127.0.0.1:9' }).ready;
  expect(machine.said()).toContain('http://127.0.0.1:9 does not answer');
});

it('told to stop, it finishes what is under way: the visitor gets what was paid for', async () => {
  await api.control('set', { latencyMs: 700 });
  const machine = await command().ready;
  const answer = press(machine);
  await expect.poll(async () => (await paid()).length).toBe(1);
  const ended = machine.kill('SIGTERM');
  expect((await answer).status).toBe(200);
  expect(await ended).toBe(0);
  await expect(press(machine)).rejects.toThrow();
});

it('a connection that a browser has opened ahead holds nobody up, and who asks meanwhile is served', async () => {
  let arrived!: () => void;
  const asked = new Promise<void>((resolve) => (arrived = resolve));
  const slowly: RequestListener = (_, answer) => {
    arrived();
    setTimeout(() => answer.end('served'), 1500);
  };
  const serving = await serve(slowly, 0, '127.0.0.1');
  const ahead = connect(serving.port, '127.0.0.1');
  await once(ahead, 'connect');
  const served = fetch(`http://127.0.0.1:${serving.port}`).then((response) => response.text());
  await asked;
  await serving.stop(100_000);
  expect(await served).toBe('served');
  ahead.destroy();
});

it('what a visitor has left is finished before it stops', async () => {
  await api.control('set', { latencyMs: 500 });
  const machine = await command().ready;
  const left = new AbortController();
  const request = { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: await body(), signal: left.signal };
  const answer = fetch(`${machine.url}/api/v1/generate`, request).catch(() => {});
  await expect.poll(async () => (await paid()).length).toBe(1);
  left.abort();
  await answer;
  expect(await machine.kill('SIGTERM')).toBe(0);
  const again = await command().ready;
  expect((await press(again)).headers.get('Pattern-Cache')).toBe('hit');
  expect(await paid()).toHaveLength(1);
});

it('killed and started again, it still has what was paid for and what was taken from the budgets', async () => {
  const environment = { VISITOR_DAY: '2' };
  const machine = await command(environment).ready;
  for (const seed of [1, 2]) expect((await press(machine, seed)).status).toBe(200);
  await machine.kill('SIGKILL');
  const again = await command(environment).ready;
  expect((await press(again, 1)).headers.get('Pattern-Cache')).toBe('hit');
  expect((await press(again, 3)).status).toBe(429);
  expect(await paid()).toHaveLength(2);
});

it('killed in mid-flight, the next one does not pay again for what the counter shows as paid', async () => {
  await api.control('set', { latencyMs: 700 });
  const machine = await command({}, HURRIED).ready;
  const lost = press(machine).catch(() => 'lost');
  await expect.poll(async () => (await paid()).length).toBe(1);
  await machine.kill('SIGKILL');
  expect(await lost).toBe('lost');
  const again = await command({}, HURRIED).ready;
  const answer = await press(again);
  expect([answer.status, answer.headers.get('Pattern-Maybe-Counted')]).toEqual([409, '1']);
  expect(await paid()).toHaveLength(1);
  // Who was told so and wants it all the same has it made again.
  const request = { method: 'POST', headers: { 'Content-Type': 'application/json', 'Pattern-Insist': '1' }, body: await body() };
  expect((await fetch(`${again.url}/api/v1/generate`, request)).status).toBe(200);
  expect(await paid()).toHaveLength(2);
}, 60_000);
