// What requests cost when the API says no, beside three retry libraries in the same run: `npx tsx test/bench/quota.bench.ts`.
// All clients meet the same simulated servers in simulated time: the globals that the libraries use for time and chance are
// replaced by a fake clock and a seeded generator. Each library is set up as its own documentation says, for POST and 429.
import axios, { type AxiosAdapter } from 'axios';
import axiosRetry from 'axios-retry';
import ky from 'ky';
import pRetry, { AbortError } from 'p-retry';
import { backOff } from '../../src/quota/back-off.js';
import { Minute, Refusing, Row, type Server } from '../unit/quota/servers.js';
import { FakeClock, MemoryFacts, MemoryTabs, seeded, settle } from '../support/simulation.js';
import { Tab } from '../unit/quota/tab.js';

/** Sends until it worked or the client gives up. `patient`: go on until it worked. */
type Client = (server: Server, patient?: boolean) => Promise<unknown>;

const url = 'https://api.test/generate';
const adapter =
  (server: Server): AxiosAdapter =>
  async (config) => {
    const { status, headers } = await server.send();
    const response = { data: null, status, statusText: '', headers: Object.fromEntries(headers), config };
    if (status < 300) return response;
    throw new axios.AxiosError('refused', undefined, config, null, response);
  };

const libraries: Record<string, Client> = {
  ky: (server, patient) =>
    ky.post(url, {
      fetch: () => server.send(),
      timeout: false,
      retry: { methods: ['post'], ...(patient && { limit: 10_000, backoffLimit: 60_000 }) },
    }),
  'ky + jitter': (server, patient) =>
    ky.post(url, {
      fetch: () => server.send(),
      timeout: false,
      retry: { methods: ['post'], jitter: true, ...(patient && { limit: 10_000, backoffLimit: 60_000 }) },
    }),
  'p-retry': (server, patient) =>
    pRetry(
      async () => {
        const { ok, status } = await server.send();
        if (!ok && status !== 429) throw new AbortError(String(status));
        if (!ok) throw new Error(String(status));
      },
      { randomize: true, ...(patient && { retries: 10_000, maxTimeout: 60_000 }) },
    ),
  'axios-retry': (server, patient) => {
    const client = axios.create({ adapter: adapter(server) });
    axiosRetry(client, {
      retryCondition: axiosRetry.isRetryableError,
      retryDelay: (count, error) =>
        patient ? Math.min(60_000, axiosRetry.exponentialDelay(count, error)) : axiosRetry.exponentialDelay(count, error),
      ...(patient && { retries: 10_000 }),
    });
    return client.post(url);
  },
};

const real = { setTimeout, clearTimeout, now: Date.now, random: Math.random };

/** Runs one scenario in its own time. */
async function simulate<T>(scenario: (clock: FakeClock) => Promise<T>): Promise<T> {
  const clock = new FakeClock();
  const random = seeded(11);
  Object.assign(globalThis, {
    setTimeout: (fn: () => void, ms = 0) => clock.setTimeout(fn, ms),
    clearTimeout: clock.clearTimeout,
  });
  Date.now = clock.now;
  Math.random = random;
  try {
    return await scenario(clock);
  } finally {
    Object.assign(globalThis, { setTimeout: real.setTimeout, clearTimeout: real.clearTimeout });
    Date.now = real.now;
    Math.random = real.random;
  }
}

const quietly = (work: Promise<unknown>) => work.catch(() => {});
const times = (count: number) => Array.from({ length: count }, (_, i) => i);

/** Three tabs, ten clicks in each, a reload, one more click in each; then an hour goes by. Requests in all. */
const clicks = (server: (clock: FakeClock) => Server, client?: Client) =>
  simulate(async (clock) => {
    const api = server(clock);
    const [facts, channel] = [new MemoryFacts(), new MemoryTabs()];
    const tabs = times(3).map(() => new Tab(clock, facts, channel, Math.random));
    const click = (tab: Tab) => void quietly(client ? client(api) : tab.click(api, 120_000));
    for (let round = 0; round < 11; round++) {
      for (const tab of tabs) click(tab);
      await clock.advance(5000);
      if (round === 9) await Promise.all(tabs.map((tab) => tab.reload()));
    }
    await clock.advance(3_600_000);
    return String(api.calls);
  });

/** A hundred jobs at once, twenty a minute. Calls / wasted, and how long it took. */
const jobs = (tells: boolean, client?: Client) =>
  simulate(async (clock) => {
    const api = new Minute(clock, 20, tells);
    const [facts, channel] = [new MemoryFacts(), new MemoryTabs()];
    const tabs = times(3).map(() => new Tab(clock, facts, channel, Math.random));
    const start = clock.time;
    await clock.run(Promise.all(times(100).map((i) => quietly(client ? client(api, true) : tabs[i % 3]!.click(api)))));
    return `${api.calls} / ${api.wasted} in ${Math.round((clock.time - start) / 1000)} s`;
  });

/** A hundred clients that know nothing of each other contend for one row (model of the AWS article); mean of 10 runs. */
const contention = (client: Client) =>
  simulate(async (clock) => {
    let calls = 0;
    let ms = 0;
    for (let run = 0; run < 10; run++) {
      const row = new Row(clock, Math.random);
      const start = clock.time;
      await clock.run(Promise.all(times(100).map(() => quietly(client(row, true)))));
      await settle();
      calls += row.calls / 10;
      ms += (clock.time - start) / 10;
    }
    return `${Math.round(calls)}, ${Math.round(ms)} ms`;
  });
const waiting =
  (wait: (attempt: number) => number): Client =>
  async (server) => {
    for (let attempt = 1; !(await server.send()).ok; attempt++)
      await new Promise((resolve) => setTimeout(resolve, wait(attempt)));
  };

const table: Record<string, Record<string, string>> = {};
for (const [name, client] of [['here', undefined], ...Object.entries(libraries)] as [string, Client | undefined][])
  table[name] = {
    '33 clicks, 429 for 30 days': await clicks((clock) => new Refusing(clock, 429, { 'Retry-After': '2592000' }), client),
    '33 clicks, 402': await clicks((clock) => new Refusing(clock, 402), client),
    '100 jobs, 20/min: calls / wasted': await jobs(false, client),
    '… Available readable': await jobs(true, client),
    '100 contend: calls, time': await contention(client ?? waiting((attempt) => backOff(attempt))),
  };
table['full jitter (AWS)'] = {
  '100 contend: calls, time': await contention(waiting((attempt) => Math.random() * Math.min(2000, 5 * 2 ** attempt))),
};
console.table(table);
