// `npm run test:frameworks`: the package as npm packs it, in small apps of every framework that the guide names, and a count at
// the end. `-- installed` takes the frameworks that are there, `-- built` the package that is built, and names of apps only those:
// `-- installed vue svelte`.
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { playwright } from '../support/reports.mjs';

const here = fileURLToPath(new URL('.', import.meta.url));
const root = join(here, '../..');
const report = join(root, 'test-results/frameworks.json');
const wanted = process.argv.slice(2).filter((word) => !['installed', 'built'].includes(word));
const apps = readdirSync(join(here, 'apps'), { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && (!wanted.length || wanted.includes(entry.name)))
  .map(({ name }) => name);

let passed = 0;
const failed = [];
const start = Date.now();
const since = () => `${Math.round((Date.now() - start) / 1000)} s`;
const env = (folder) => ({
  ...process.env,
  FORCE_COLOR: '0',
  PATH: [join(folder, 'node_modules/.bin'), process.env.PATH].join(delimiter),
});
/** One thing that must work; what it said is said here, in one piece, for two are at work at once. */
async function check(name, folder, command) {
  const child = spawn(command, { cwd: folder, shell: true, stdio: ['ignore', 'pipe', 'pipe'], env: env(folder) });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said += chunk));
  const [status] = await once(child, 'close');
  const fine = status === 0;
  if (!fine || / warn/i.test(said)) console.log(said.trim());
  if (fine) passed++;
  else failed.push(name);
  console.log(`# ${name}: ${fine ? 'ok' : 'FAILED'} (${since()})`);
  return { fine, said };
}
function end(skipped) {
  mkdirSync(join(root, 'test-results'), { recursive: true });
  writeFileSync(join(root, 'test-results/frameworks-count.json'), JSON.stringify({ passed, failed, skipped }));
  console.log(`\n${passed} passed, ${failed.length} failed`);
  process.exit(failed.length ? 1 : 0);
}

/** A machine that cannot reach the registry has no frameworks, which is no fault of the package. */
const UNREACHABLE = /npm error (?:code|errno) (?:ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|ENOTCACHED)/;
if (!process.argv.includes('installed')) {
  const { fine, said } = await check('frameworks are installed', here, 'npm ci --no-audit --no-fund');
  if (!fine && UNREACHABLE.test(said)) {
    failed.length = 0;
    console.log('\nSKIPPED: the frameworks’ packages cannot be fetched on this machine, so the apps in them are not tried.');
    end('the frameworks’ packages cannot be fetched');
  }
  if (!fine) end();
}
if (!process.argv.includes('built') && !(await check('package', root, 'npm run -s build')).fine) end();

// Only what the package holds is there for the apps.
const packed = mkdtempSync(join(tmpdir(), 'pattern-package-'));
const [{ filename }] = JSON.parse(
  execFileSync('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', packed], { cwd: root, encoding: 'utf8' }),
);
const place = join(here, 'node_modules/pattern-generator-element');
rmSync(place, { recursive: true, force: true });
mkdirSync(place);
execFileSync('tar', ['-xzf', join(packed, filename), '-C', place, '--strip-components=1']);
rmSync(packed, { recursive: true });

/** How the compilers of the three that have a language of their own are called. */
const COMPILERS = {
  vue: 'vue-tsc -p .',
  svelte: 'svelte-check --tsconfig ./tsconfig.json --fail-on-warnings',
  angular: 'ngc -p .',
};
async function make(app) {
  const from = join('apps', app);
  await check(`${app} compiles`, join(here), `cd ${from} && ${COMPILERS[app] ?? 'tsc -p .'}`);
  const to = join(here, 'dist', app);
  const vite = `vite build ${from} --base ./ --logLevel warn --emptyOutDir --outDir`;
  await check(`${app} is built`, here, `${vite} ${to}`);
  const server = ['server.tsx', 'server.ts'].find((name) => existsSync(join(here, from, name)));
  if (server) await check(`${app} is built for the server`, here, `${vite} ${to}/server --ssr ${server}`);
}
const waiting = [...apps];
const lane = async () => {
  for (let app; (app = waiting.shift());) await make(app);
};
await Promise.all([lane(), lane()]);

rmSync(report, { force: true });
const fine = spawnSync('playwright', ['test', '-c', 'test/frameworks/playwright.config.ts', '--reporter=line,json'], {
  cwd: root,
  stdio: 'inherit',
  env: { ...env(root), PLAYWRIGHT_JSON_OUTPUT_FILE: report, ...(wanted.length && { APPS: wanted.join(' ') }) },
});
if (existsSync(report)) {
  const told = playwright(JSON.parse(readFileSync(report, 'utf8')));
  passed += told.passed;
  failed.push(...told.failed);
} else failed.push('the apps in the browser');
if (fine.status && !failed.length) failed.push('the apps in the browser');
console.log(`# in the browser (${since()})`);
end();
