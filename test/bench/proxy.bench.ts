// What the proxy saves and what it costs, beside plain proxies and plain servers in the same run: `npx tsx test/bench/proxy.bench.ts`.
// Every server is a process of its own; the vendor answers at once. Redis is found or installed (test/support/redis.mjs).
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import v8 from 'node:v8';
import { runInNewContext } from 'node:vm';
import { createProxy, memoryStore } from '../../src/proxy/index.js';
import { paced } from '../../src/quota/pace.js';
import { oneByOne } from '../../src/quota/turns.js';
import { start, type Machine } from '../proxy/machine.js';
import { roundRobin } from '../proxy/round-robin.js';
import { startApi } from '../support/api.js';
import { startRedis } from '../support/redis.mjs';
import { FakeClock, MemoryFacts, MemoryTabs, seeded } from '../support/simulation.js';
import { Free, Minute, type Server } from '../unit/quota/servers.js';
import { Tab } from '../unit/quota/tab.js';
import { answerOf } from './proxy.answer.js';
import { bodyOf, pictureOf, post, quantile, rate, timed } from './proxy.load.js';

const times = (count: number) => Array.from({ length: count }, (_, i) => i);
const ends: (() => unknown)[] = [];
const rows: Record<string, unknown>[] = [];
const row = (what: string, elsewhere: unknown, here: unknown, bar: string) => {
  rows.push({ what, elsewhere, here, bar });
  console.log(`${what}: ${String(elsewhere)} | ${String(here)} (bar: ${bar})`);
};

async function child(file: string, ...args: string[]): Promise<string> {
  const started = spawn(process.execPath, ['--import', 'tsx', file, ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
  ends.push(() => started.kill());
  const [said] = (await once(started.stdout, 'data')) as [Buffer];
  return `http://127.0.0.1:${/\d+/.exec(String(said))![0]}`;
}
const other = (...args: string[]) => child('test/bench/proxy.server.ts', ...args);

const GENEROUS = { API_KEY: 'px_live_demo', VISITOR_DAY: '1000000000', SITE_MINUTE: '1000000000', TRUST_PROXY: '1' };
/** As a shop runs it: what is compiled on the way costs more, and the others are not. */
const BUILT = 'dist/npm/proxy/command/command.js';
async function ours(environment: Record<string, string>): Promise<Machine> {
  const started = start({ ...GENEROUS, STORE: 'memory', ...environment }, [BUILT]);
  ends.push(() => started.kill('SIGKILL'));
  return started.ready;
}

async function balanced(targets: { url: string }[]): Promise<string> {
  const server = createServer(roundRobin(targets)).listen(0, '127.0.0.1');
  await once(server, 'listening');
  ends.push(() => (server.closeAllConnections(), server.close()));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/patterns/api/v1/generate`;
}

const crowd = (url: string, body: string, size = 200) =>
  Promise.all(times(size).map((i) => post(url, body, { 'X-Visitor': `10.0.0.${i}` }).catch(() => ({ status: 502, cache: '' }))));

async function sharing(): Promise<void> {
  const redis = await startRedis();
  ends.push(() => redis.stop());
  const api = await startApi();
  const paid = async () =>
    (await api.control<{ path: string; counted: boolean }[]>('log')).filter(({ path }) => /generate$/.test(path));
  const body = bodyOf(await pictureOf(3000));
  await api.control('set', { latencyMs: 1000 });

  const plain = await Promise.all(times(3).map(() => other('plain', api.url)));
  const plainly = await balanced(plain.map((url) => ({ url })));
  await Promise.all(times(200).map(() => post(plainly, body, { Authorization: 'Bearer px_live_demo' }).catch(() => undefined)));
  const elsewhere = (await paid()).length;

  await api.control('reset');
  await api.control('set', { latencyMs: 1000 });
  const machines = await Promise.all(times(3).map(() => ours({ STORE: redis.url, UPSTREAM: api.url })));
  const address = await balanced(machines);
  const all = await crowd(address, body);
  row('upstream calls, 200 visitors × 3 proxies × one design', elsewhere, (await paid()).length, '1');
  row('… of them answered with the pattern', '', all.filter(({ status }) => status === 200).length, '200');

  await api.control('set', { latencyMs: 3000 });
  const before = (await paid()).length;
  const second = bodyOf(await pictureOf(3000), 2);
  const waiting = crowd(address, second, 60);
  while ((await paid()).length === before) await new Promise((resolve) => setTimeout(resolve, 50));
  for (const machine of machines.slice(0, 2)) await machine.kill('SIGKILL');
  await waiting;
  const calls = (await paid()).slice(before);
  row(
    'the same, two of three killed in mid-flight: calls / counted',
    '–',
    `${calls.length} / ${calls.filter(({ counted }) => counted).length}`,
    '≤ 2 / 1',
  );

  const folder = await mkdtemp(join(tmpdir(), 'pattern-bench-'));
  ends.push(() => rm(folder, { recursive: true, force: true }));
  const store = memoryStore();
  const want = { name: 'many', limit: 10, until: Date.now() + 60_000 };
  const here = (await Promise.all(times(100).map(() => store.take([want])))).filter((full) => !full.length).length;
  const taken = [here];
  for (const url of [`file:${join(folder, 'takes.sqlite')}`, redis.url]) {
    const takers = times(3).map(() =>
      spawn(process.execPath, ['--import', 'tsx', 'test/proxy/take-many.ts', url, '34'], { stdio: ['pipe', 'pipe', 'inherit'] }),
    );
    await Promise.all(takers.map(({ stdout }) => once(stdout, 'data')));
    const counts = takers.map(({ stdout }) => once(stdout, 'data'));
    for (const { stdin } of takers) stdin.end('go');
    taken.push((await Promise.all(counts)).reduce((sum, [said]) => sum + Number(said), 0));
  }
  row('100 takes on 10: memory, SQLite and Redis by 3 processes', '–', taken.join(', '), '10, 10, 10');
  await api.stop();
}

async function costs(): Promise<void> {
  const vendor = await other('vendor');
  const plain = `${await other('plain', vendor)}/patterns/api/v1/generate`;
  const machine = `${(await ours({ UPSTREAM: vendor })).url}/api/v1/generate`;
  const picture = await pictureOf(300_000);
  const theirs: number[] = [];
  const mine: number[] = [];
  for (const i of times(500)) {
    const body = bodyOf(picture, i);
    const [a, b] = [() => post(plain, body), () => post(machine, body)];
    // Turn about, so that neither always comes second.
    const [first, then] = i % 2 ? [a, b] : [b, a];
    const [one, two] = [await timed(first), await timed(then)];
    if (i < 100) continue; // until the compilers have seen it
    (i % 2 ? theirs : mine).push(one);
    (i % 2 ? mine : theirs).push(two);
  }
  for (const [name, part, bar] of [
    ['p50', 0.5, '≤ 1.5'],
    ['p99', 0.99, '≤ 2'],
  ] as const) {
    const [a, b] = [quantile(theirs, part), quantile(mine, part)];
    row(
      `a miss, 300 kB picture, ${name} in ms; ours as a multiple of hono/proxy`,
      a.toFixed(2),
      `${b.toFixed(2)} = ${(b / a).toFixed(2)}×`,
      bar,
    );
  }

  const small = bodyOf(await pictureOf(2000), 1);
  const bytes = `${await other('bytes')}/patterns/api/v1/generate`;
  await post(machine, small);
  const rates = { bytes: [] as number[], ours: [] as number[] };
  for (const round of times(4)) {
    const [a, b] = [await rate(() => post(bytes, small)), await rate(() => post(machine, small))];
    if (round) (rates.bytes.push(a), rates.ours.push(b));
  }
  const [a, b] = [quantile(rates.bytes, 0.5), quantile(rates.ours, 0.5)];
  row(
    'hits a second, 40 kB answer; ours as a part of @hono/node-server',
    Math.round(a),
    `${Math.round(b)} = ${(b / a).toFixed(2)}`,
    '≥ 0.5',
  );
}

async function heap(): Promise<void> {
  v8.setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  const answer = JSON.stringify(answerOf(1000));
  const usage = JSON.stringify({ calls_used: 1, calls_limit: 1e9, calls_remaining: 1e9, reset_date: '2099-01-01' });
  const proxy = createProxy({
    apiKey: 'px_live_x',
    upstream: 'https://vendor.example',
    visitorDay: 1e9,
    siteMinute: 1e9,
    keepMb: 5,
    fetch: async (url) =>
      new Response(String(url).endsWith('/usage') ? usage : answer, { headers: { 'Content-Type': 'application/json' } }),
  });
  const picture = await pictureOf(500);
  const sizes = { heap: [] as number[], buffers: [] as number[] };
  for (const part of times(10)) {
    for (const batch of times(100)) {
      await Promise.all(
        times(100).map(async (i) => {
          const n = part * 10_000 + batch * 100 + i;
          const request = new Request('https://shop.example/patterns/api/v1/generate', {
            method: 'POST',
            headers: { 'Content-Type': 'application/json' },
            body: bodyOf(picture, (n * 7919) % 10_000),
          });
          const response = await proxy(request, { ip: `10.0.${(n >> 8) & 3}.${n & 255}` });
          if (response.status !== 200) throw new Error(await response.text());
          await response.arrayBuffer();
        }),
      );
      // Nothing here waits for a connection, so nobody's timer would ever have its turn, as it has on a server.
      await new Promise((turn) => setTimeout(turn, 1));
    }
    await proxy.idle();
    collect();
    const { heapUsed, external } = process.memoryUsage();
    sizes.heap.push(heapUsed / 1e6);
    sizes.buffers.push(external / 1e6);
  }
  for (const [what, all] of Object.entries(sizes))
    row(
      `${what} in MB after 20,000 … 100,000 requests of 10,000 designs`,
      '–',
      [1, 3, 5, 7, 9].map((at) => all[at]!.toFixed(1)).join(' '),
      'flat',
    );
  await proxy.close();
}

/** So many jobs on three machines, in simulated time. */
async function jobs(count: number, make: (clock: FakeClock) => Server, turns = paced): Promise<string> {
  const clock = new FakeClock();
  const [facts, channel] = [new MemoryFacts(), new MemoryTabs()];
  const machines = times(3).map(() => new Tab(clock, facts, channel, seeded(11), turns()));
  const server = make(clock);
  const started = clock.time;
  await clock.run(Promise.all(times(count).map((i) => machines[i % 3]!.click(server))));
  const refused = ((server.wasted / server.calls) * 100).toFixed(1);
  return `${server.calls} / ${server.wasted} (${refused} %) in ${Math.round((clock.time - started) / 1000)} s`;
}

async function pace(): Promise<void> {
  const limits: [string, (clock: FakeClock) => Server, bar: string][] = [
    ['20 a minute, not told', (clock) => new Minute(clock, 20, false), '≤ 4 %'],
    ['20 a minute, told', (clock) => new Minute(clock, 20, true), '0'],
    ['no limit, 2 s each', (clock) => new Free(clock, () => 2000), 'not one after another'],
  ];
  for (const [name, make, bar] of limits)
    row(
      `100 designs, ${name}: calls / refused; one by one | here`,
      await jobs(100, make, () => oneByOne),
      await jobs(100, make),
      bar,
    );
}

/** `tsx test/bench/proxy.bench.ts costs` runs only that one. */
const parts: Record<string, () => Promise<void>> = { pace, sharing, costs, heap };
const wanted = process.argv.slice(2);
spawnSync(process.execPath, ['node_modules/typescript/bin/tsc', '-p', 'src'], { stdio: 'inherit' });
try {
  for (const name of wanted.length ? wanted : Object.keys(parts)) await parts[name]!();
  console.table(rows);
} finally {
  for (const end of ends.reverse()) await end();
}
process.exit(0);
