// Finds a real Redis for the tests, installing one only when there is none.
//   import { startRedis } from './redis.mjs'   or   node test/support/redis.mjs
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, realpathSync } from 'node:fs';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';

const PLACES = [
  '/usr/bin/redis-server',
  '/usr/local/bin/redis-server',
  '/opt/homebrew/bin/redis-server',
  '/usr/bin/valkey-server',
];
const HELP = `No Redis for the tests of several machines. Do one of:
  install it (Debian: sudo apt-get install redis-server; macOS: brew install redis)
  set REDIS_SERVER=/path/to/redis-server`;

export function findRedis() {
  const forced = process.env.REDIS_SERVER;
  if (forced && !existsSync(forced)) throw new Error(`REDIS_SERVER is ${forced}, but no such file exists.`);
  return forced ?? PLACES.find((path) => existsSync(path));
}

/** findRedis(), else (root on Debian/Ubuntu) apt, else an error that says what to do. */
export function ensureRedis() {
  const root = process.platform === 'linux' && process.getuid() === 0;
  if (!findRedis() && root && existsSync('/usr/bin/apt-get')) {
    const apt = (...args) => {
      console.error(`[redis] apt-get ${args.join(' ')}`);
      // Only the program: no server of the system's own is to be started.
      const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive', RUNLEVEL: '1' };
      const options = ['-qq', '-o', 'DPkg::Lock::Timeout=120'];
      return spawnSync('apt-get', [...options, ...args], { stdio: 'ignore', timeout: 600_000, env }).status === 0;
    };
    if (!apt('install', '-y', '--no-install-recommends', 'redis-server')) {
      apt('update');
      apt('install', '-y', '--no-install-recommends', 'redis-server');
    }
  }
  const found = findRedis();
  if (!found) throw new Error(HELP);
  return found;
}

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  return port;
}

/** A Redis of one's own, in memory only, on a free port (or the same one again). */
export async function startRedis(given) {
  const port = given ?? (await freePort());
  const options = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no', '--daemonize', 'no'];
  const server = spawn(ensureRedis(), options, { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = once(server, 'exit');
  await new Promise((resolve, reject) => {
    server.stdout.on('data', (data) => /ready to accept/i.test(data) && resolve());
    server.once('exit', () => reject(new Error(`Redis did not start on port ${port}`)));
  });
  const end = (signal) => async () => {
    server.kill(signal);
    await ended;
  };
  return {
    port,
    url: `redis://127.0.0.1:${port}`,
    stop: end('SIGTERM'),
    kill: end('SIGKILL'),
    /** It hangs: connections stay, answers do not come. */
    pause: () => server.kill('SIGSTOP'),
    resume: () => server.kill('SIGCONT'),
  };
}

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) console.log(`[redis] ${ensureRedis()}`);
