// The guide's container file, without a container: its own commands in an empty folder, as a user with no rights, from the packed package.
import { execFileSync, execSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { start } from '../proxy/machine.js';
import { body, KEY, SHOP } from '../proxy/shop.js';
import { startApi, type Api } from '../support/api.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const guide = readFileSync(root + 'demo/guide/proxy.md', 'utf8');
const file = /```dockerfile\n([\s\S]*?)```/.exec(guide)![1]!.trim().split('\n');
const steps = new Map(file.map((line) => [line.slice(0, line.indexOf(' ')), line.slice(line.indexOf(' ') + 1)]));

/** Root gives up its rights, as the container does. */
const isRoot = process.getuid?.() === 0;
const nobody = isRoot ? 65_534 : process.getuid!();

const folder = mkdtempSync(join(tmpdir(), 'pattern-container-'));
const [app, data] = [join(folder, 'app'), join(folder, 'data')];
let api: Api;
const running = new Set<ReturnType<typeof start>>();

beforeAll(async () => {
  const [packed] = JSON.parse(execFileSync('npm', ['pack', '--json', '--pack-destination', folder], { encoding: 'utf8' })) as {
    filename: string;
  }[];
  chmodSync(folder, 0o755);
  mkdirSync(app);
  const command = steps
    .get('RUN')!
    .replace('pattern-generator-element', join(folder, packed!.filename))
    .replaceAll(steps.get('VOLUME')!, data)
    .replace(`chown ${steps.get('USER')} `, `chown ${nobody} `);
  const quick = { npm_config_prefer_offline: 'true', npm_config_audit: 'false', npm_config_fund: 'false' };
  execSync(command, { cwd: app, env: { ...process.env, ...quick }, stdio: ['ignore', 'pipe', 'pipe'] });
  api = await startApi();
}, 120_000);
afterEach(async () => {
  for (const each of running) await each.kill('SIGKILL');
  running.clear();
});
afterAll(async () => {
  await api?.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** What `CMD` starts, with what `ENV` sets and what the shop gives with `docker run -e`. */
async function run() {
  const own = Object.fromEntries(
    steps
      .get('ENV')!
      .replace(steps.get('VOLUME')!, data)
      .split(' ')
      .map((pair) => pair.split('=')),
  ) as Record<string, string>;
  const [command, ...words] = JSON.parse(steps.get('CMD')!) as [string, ...string[]];
  const started = start({ ...own, API_KEY: KEY, UPSTREAM: api.url, ORIGINS: SHOP }, words, {
    file: join(app, command),
    cwd: app,
    ...(isRoot && { uid: nobody, gid: nobody }),
  });
  running.add(started);
  const machine = await started.ready;
  return { ...machine, url: machine.url.replace('0.0.0.0', '127.0.0.1') };
}
const press = async ({ url }: { url: string }, seed: number) =>
  fetch(`${url}/api/v1/generate`, {
    method: 'POST',
    headers: { Origin: SHOP, 'Content-Type': 'application/json' },
    body: await body(seed),
  });
const made = async () => (await api.control<{ path: string }[]>('log')).filter(({ path }) => path.endsWith('generate')).length;

it('has all that the command needs, and no rights', () => {
  expect([...steps.keys()]).toEqual(['FROM', 'WORKDIR', 'RUN', 'ENV', 'VOLUME', 'EXPOSE', 'USER', 'CMD']);
  const { peerDependencies } = JSON.parse(readFileSync(root + 'package.json', 'utf8')) as {
    peerDependencies: Record<string, string>;
  };
  for (const name of Object.keys(peerDependencies)) expect(existsSync(join(app, 'node_modules', name)), name).toBe(true);
  expect(steps.get('EXPOSE')).toBe('8787');
});

it('serves, keeps its store over a kill, and finishes what is under way when it is stopped', async () => {
  const first = await run();
  expect(first.said()).not.toContain('✗');
  expect((await press(first, 1)).headers.get('Pattern-Cache')).toBe('miss');
  await first.kill('SIGKILL');

  const second = await run();
  expect((await press(second, 1)).headers.get('Pattern-Cache')).toBe('hit');
  await api.control('set', { latencyMs: 700 });
  const answer = press(second, 2);
  await expect.poll(made).toBe(2);
  const ended = second.kill('SIGTERM');
  expect((await answer).status).toBe(200);
  expect(await ended).toBe(0);

  const third = await run();
  expect((await press(third, 2)).headers.get('Pattern-Cache')).toBe('hit');
  expect(await made()).toBe(2);
}, 60_000);
