import { startApi, type Api } from '../support/api.js';
import { startRedis, type Redis } from '../support/redis.mjs';
import { HURRIED } from './machine.js';
import { body } from './shop.js';
import { startThree, type Machines } from './three-machines.js';

let redis: Redis | undefined;
beforeAll(async () => {
  redis = await startRedis().catch((error: Error) => void console.warn(error.message));
}, 200_000);
afterAll(() => redis?.stop());

let api: Api;
let three: Machines | undefined;
beforeEach(async ({ skip }) => {
  if (!redis) skip('there is no Redis here, and none could be installed');
  api = await startApi();
}, 60_000);
const open = async (command?: string[]) => (three = await startThree({ UPSTREAM: api.url, STORE: redis!.url }, command));
afterEach(async () => {
  await three?.stop();
  three = undefined;
  await api?.stop();
});

const press = async (seed = 1, visitor = '203.0.113.1') =>
  fetch(`${three!.url}/api/v1/generate`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'X-Visitor': visitor },
    body: await body(seed),
  });
const log = () => api.control<{ path: string; status: number; counted: boolean }[]>('log');
const paid = async () => (await log()).filter(({ path }) => path.endsWith('generate'));

it('200 visitors with one design at once are one paid request', async () => {
  await open();
  await api.control('set', { latencyMs: 1000 });
  const all = await Promise.all(Array.from({ length: 200 }, (_, i) => press(1, `10.0.0.${i}`)));
  expect(all.every(({ status }) => status === 200)).toBe(true);
  const texts = await Promise.all(all.map((answer) => answer.text()));
  expect(new Set(texts.map((text) => text.slice(text.indexOf('"success"')))).size).toBe(1);
  expect(await paid()).toHaveLength(1);
}, 60_000);

it('the holder is killed in mid-flight: nobody pays twice for what the counter shows as paid', async () => {
  const { machines } = await open(HURRIED);
  await api.control('set', { latencyMs: 1500 });
  const waiting = Promise.all(Array.from({ length: 60 }, (_, i) => press(1, `10.0.1.${i}`)));
  await expect.poll(async () => (await paid()).length, { timeout: 20_000 }).toBe(1);
  // Who of the three it is, nobody sees from outside; so one after the other goes until one is left.
  for (const machine of machines.slice(0, 2)) await machine.kill('SIGKILL');
  const answers = await waiting;
  await api.control('set', { latencyMs: 0 });
  expect((await paid()).length).toBeLessThanOrEqual(2);
  expect((await log()).filter(({ counted }) => counted)).toHaveLength(1);
  // The last one still serves: what was kept, or the truth that it may have been paid for.
  const last = machines[2]!;
  const text = await body(1);
  const again = await fetch(`${last.url}/api/v1/generate`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: text,
  });
  expect([200, 409]).toContain(again.status);
  if (again.status === 409) expect(again.headers.get('Pattern-Maybe-Counted')).toBe('1');
  expect(answers.some(({ status }) => status === 502 || status === 200 || status === 409)).toBe(true);
  expect((await log()).filter(({ counted }) => counted)).toHaveLength(1);
}, 120_000);

it('Redis stops and starts again: paid requests are refused meanwhile, and nothing is sent', async () => {
  await open();
  expect((await press(1)).status).toBe(200);
  await redis!.kill();
  const before = (await paid()).length;
  const refused = await press(2);
  expect([refused.status, refused.headers.get('Retry-After')]).toEqual([503, '5']);
  expect((await fetch(`${three!.url}/api/v1/niches`)).status).toBe(200);
  expect(await paid()).toHaveLength(before);
  redis = await startRedis(redis!.port);
  await expect.poll(async () => (await press(2)).status, { timeout: 30_000, interval: 300 }).toBe(200);
  expect(await paid()).toHaveLength(before + 1);
}, 60_000);

it('a thousand page loads over three machines are one upstream call a look-up', async () => {
  await open();
  for (let i = 0; i < 10; i++)
    await Promise.all(
      Array.from({ length: 100 }, async (_, n) =>
        expect((await fetch(`${three!.url}/api/v1/${n % 2 ? 'niches' : 'colors'}`)).status).toBe(200),
      ),
    );
  const asked = (await log()).map(({ path }) => path).filter((path) => /niches|colors/.test(path));
  expect(asked.sort()).toEqual(['/api/v1/colors', '/api/v1/niches']);
}, 60_000);
