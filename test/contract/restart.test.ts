// Accounts, counters and results live in files: what was answered is still true after a stop, and after a crash.
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { JOBS } from '../../demo/server/work/jobs.js';
import { runHere, startApi } from '../support/api.js';
import { form, picsart } from './picsart-client.js';
import { pixcraft, small } from './pixcraft-client.js';

let dataDir: string;
beforeEach(async () => void (dataDir = await mkdtemp(join(tmpdir(), 'pattern-api-'))));
afterEach(() => rm(dataDir, { recursive: true, force: true }));

it('counters, notices, credits, limits and pictures survive', async () => {
  let api = await startApi({ dataDir });
  const first = api.url;
  const ask = pixcraft(() => api);
  const askPicsart = picsart(() => api);
  await api.control('set', { usesLeft: 51, minuteLimit: 100 });
  await ask('/generate', small);
  const { url } = (await askPicsart('/background/pattern', form({ width: 20, height: 20 }))).body.data;
  const before = (await ask('/usage')).body;
  const outbox = await api.control<any[]>('outbox');
  const picture = await (await fetch(url)).arrayBuffer();
  await api.stop();

  api = await startApi({ dataDir }); // on another port: clients keep connections to the old one
  expect((await ask('/usage')).body).toEqual(before);
  expect(before.calls_used).toBe(1950);
  expect(outbox).toHaveLength(1);
  expect(await api.control('outbox')).toEqual(outbox);
  expect((await askPicsart('/balance')).body.credits).toBe(199);
  expect(picture.byteLength).toBeGreaterThan(100);
  expect(await (await fetch(url.replace(first, api.url))).arrayBuffer()).toEqual(picture);
  expect((await ask('/generate', small)).headers.get('RateLimit-Policy')).toContain('q=100');
  await api.stop();
});

it('a pattern that was made is not made again for its PDF, also after a restart', async () => {
  const make = vi.spyOn(JOBS, 'pattern');
  let api = await startApi({ dataDir, run: runHere });
  const ask = pixcraft(() => api);
  const pdf = async (change = {}) => (await ask('/generate/pdf', { ...small, ...change })).body.subarray(0, 5).toString();
  await ask('/generate', small);
  await api.stop();
  api = await startApi({ dataDir, run: runHere });
  expect(await pdf()).toBe('%PDF-');
  expect(make).toHaveBeenCalledTimes(1);
  expect(await pdf({ max_colors: 3 })).toBe('%PDF-');
  expect(make).toHaveBeenCalledTimes(2);
  await ask('/generate', small); // a use always buys a new one
  expect(make).toHaveBeenCalledTimes(3);
  await api.stop();
});

it('work that is under way is finished and counted before a stop', async () => {
  let api = await startApi({ dataDir });
  const ask = pixcraft(() => api);
  await api.control('set', { latencyMs: 200 });
  const call = ask('/generate', small);
  await expect.poll(() => api.control('log')).toHaveLength(1);
  await api.stop();
  expect((await call).status).toBe(200);
  api = await startApi({ dataDir });
  expect((await ask('/usage')).body.calls_used).toBe(1);
  await api.stop();
});

it('two servers cannot share the data', async () => {
  const api = await startApi({ dataDir });
  await expect(startApi({ dataDir })).rejects.toThrow('in use');
  await api.stop();
});

it('no key is in the files', async () => {
  const api = await startApi({ dataDir });
  await pixcraft(() => api)('/generate', small);
  await api.stop();
  for (const name of await readdir(dataDir)) {
    const text = (await readFile(join(dataDir, name))).toString('latin1');
    for (const key of ['px_live_demo', 'px_live_starter', 'px_live_shop', 'picsart_demo'])
      expect(text.includes(key), `${key} in ${name}`).toBe(false);
  }
});

describe('npm run api', () => {
  let child: ChildProcess | undefined;
  afterEach(() => void child?.kill('SIGKILL'));

  async function run(): Promise<string> {
    const env = { ...process.env, PORT: '0', DATA_DIR: dataDir };
    const started = spawn(process.execPath, ['--import', 'tsx', 'demo/server/api.ts'], {
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    child = started;
    return new Promise((resolve, reject) => {
      let said = '';
      const hear = (part: Buffer) => {
        said += part.toString();
        const url = /API: (http:\S+)/.exec(said)?.[1];
        if (url) resolve(url);
      };
      started.stdout.on('data', hear);
      started.stderr.on('data', hear);
      started.on('exit', (code) => reject(new Error(`exit ${code}: ${said}`)));
    });
  }

  const ended = (of: ChildProcess) =>
    new Promise<[number | null, string | null]>((resolve) => of.on('exit', (code, signal) => resolve([code, signal])));
  const callsUsed = async (url: string) => {
    const response = await fetch(`${url}/api/v1/usage`, { headers: { Authorization: 'Bearer px_live_demo' } });
    return ((await response.json()) as any).calls_used;
  };
  const generate = (url: string) =>
    fetch(`${url}/api/v1/generate`, {
      method: 'POST',
      headers: { Authorization: 'Bearer px_live_demo' },
      body: JSON.stringify(small),
    });

  it('listens on this machine, stops cleanly, and recovers when killed at once after an answer', async () => {
    let url = await run();
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    expect((await generate(url)).status).toBe(200);
    const killed = ended(child!);
    child!.kill('SIGKILL');
    await killed;

    url = await run();
    expect(await callsUsed(url)).toBe(1);
    expect((await generate(url)).status).toBe(200);
    const stopped = ended(child!);
    child!.kill('SIGTERM');
    expect(await stopped).toEqual([0, null]);

    url = await run();
    expect(await callsUsed(url)).toBe(2);
  }, 60_000);

  it('says what is wrong with its port', async () => {
    const wrong = spawn(process.execPath, ['--import', 'tsx', 'demo/server/api.ts'], {
      env: { ...process.env, PORT: 'http', DATA_DIR: dataDir },
    });
    let said = '';
    wrong.stderr.on('data', (part: Buffer) => (said += part.toString()));
    expect((await ended(wrong))[0]).toBe(1);
    expect(said).toContain('PORT is http');
  }, 60_000);
});
