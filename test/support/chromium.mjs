// Finds a Chromium for the browser tests, installing one only when there is none.
//   import { ensureChromium } from './chromium.mjs'   or   node test/support/chromium.mjs
// executablePath === undefined means "Playwright's own build: let Playwright pick it".
import { spawnSync } from 'node:child_process';
import { existsSync, realpathSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright';

const cli = join(dirname(createRequire(import.meta.url).resolve('playwright/package.json')), 'cli.js');
const win = [process.env.ProgramFiles, process.env['ProgramFiles(x86)'], process.env.LOCALAPPDATA].filter(Boolean);
const winApps = ['Google/Chrome/Application/chrome.exe', 'Microsoft/Edge/Application/msedge.exe'];
const SYSTEM = {
  linux: ['chromium', 'google-chrome', 'google-chrome-stable', 'chromium-browser', 'microsoft-edge'].map((n) => `/usr/bin/${n}`),
  darwin: ['Google Chrome', 'Chromium', 'Microsoft Edge'].map((n) => `/Applications/${n}.app/Contents/MacOS/${n}`),
  win32: win.flatMap((d) => winApps.map((a) => join(d, a))),
};
const HELP = `No Chromium for the browser tests. Do one of:
  npx playwright install --with-deps chromium
  install Chrome or Chromium (Debian: sudo apt-get install chromium)
  set CHROME_PATH=/path/to/chrome`;

/** Never installs. Order: CHROME_PATH, Playwright's own build, a system browser. */
export function findChromium() {
  const forced = process.env.CHROME_PATH;
  if (forced && !existsSync(forced)) throw new Error(`CHROME_PATH is ${forced}, but no such file exists.`);
  if (forced) return { executablePath: forced, source: 'CHROME_PATH' };
  if (existsSync(chromium.executablePath())) return { executablePath: undefined, source: 'playwright' };
  const found = (SYSTEM[process.platform] ?? []).find((p) => existsSync(p));
  return found ? { executablePath: found, source: 'system' } : undefined;
}

const APT = '/usr/bin/apt-get';
const isRoot = () => process.platform === 'linux' && process.getuid() === 0;

function run(cmd, ...args) {
  console.error(`[chromium] ${cmd === process.execPath ? 'playwright' : cmd} ${args.filter((a) => a !== cli).join(' ')}`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const r = spawnSync(cmd, args, { stdio: ['ignore', 'pipe', 'pipe'], encoding: 'utf8', timeout: 600_000, env });
  const why = r.error?.message ?? (r.stderr + r.stdout).match(/.*error.*/i)?.[0] ?? r.stderr?.trim();
  if (r.status !== 0) console.error(`[chromium]   failed: ${why.slice(0, 200)}`);
  return r.status === 0;
}

/** findChromium(), else Playwright's download, else (root on Debian/Ubuntu) apt, else an error that says what to do. */
export function ensureChromium() {
  const root = isRoot();
  if (!findChromium() && run(process.execPath, cli, 'install', 'chromium') && root)
    run(process.execPath, cli, 'install-deps', 'chromium');
  if (!findChromium() && root && existsSync(APT)) {
    run(APT, 'update', '-qq');
    run(APT, 'install', '-y', '-qq', '--no-install-recommends', 'chromium');
  }
  const hit = findChromium();
  if (!hit) throw new Error(HELP);
  return hit;
}

const SHELL = '/usr/bin/chromium-headless-shell';

/**
 * What most tests are driven in: Chromium without what only a screen needs, which takes a quarter of the work off a small machine
 * (19 journeys: 105 s of processor time in Chromium, 78 in its shell). Playwright's own build brings it, Debian has a package of it.
 */
export function headlessChromium() {
  const { executablePath, source } = ensureChromium();
  return { executablePath: source === 'system' && existsSync(SHELL) ? SHELL : executablePath };
}

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const { executablePath, source } = ensureChromium();
  if (source === 'system' && executablePath === '/usr/bin/chromium' && isRoot() && existsSync(APT) && !existsSync(SHELL)) {
    run(APT, 'update', '-qq');
    run(APT, 'install', '-y', '-qq', '--no-install-recommends', 'chromium-headless-shell');
  }
  console.log(`[chromium] ${source}: ${headlessChromium().executablePath ?? chromium.executablePath()}`);
}
