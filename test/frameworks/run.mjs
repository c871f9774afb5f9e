// `npm run test:frameworks`: the package as npm packs it, in small apps of every framework that the guide names, and a count at
// the end. `-- installed` takes the frameworks that are there, `-- built` the package that is built, and names of apps only those:
// `-- installed vue svelte`.
import { execFileSync, spawnSync } from 'node:child_process';
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
/** One thing that must work; how it failed is seen above. */
function check(name, folder, command, more = {}) {
  const { status } = spawnSync(command, { cwd: folder, shell: true, stdio: 'inherit', env: { ...env(folder), ...more } });
  status === 0 ? passed++ : failed.push(name);
  console.log(`# ${name}: ${status === 0 ? 'ok' : 'FAILED'} (${since()})`);
  return status === 0;
}
function end() {
  mkdirSync(join(root, 'test-results'), { recursive: true });
  writeFileSync(join(root, 'test-results/frameworks-count.json'), JSON.stringify({ passed, failed }));
  console.log(`\n${passed} passed, ${failed.length} failed`);
  process.exit(failed.length ? 1 : 0);
}

if (!process.argv.includes('installed')) check('frameworks', here, 'npm ci --no-audit --no-fund') || end();
if (!process.argv.includes('built')) check('package', root, 'npm run -s build') || end();

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
for (const app of apps) {
  const from = join('apps', app);
  check(`${app} compiles`, join(here), `cd ${from} && ${COMPILERS[app] ?? 'tsc -p .'}`);
  const to = join(here, 'dist', app);
  const vite = `vite build ${from} --base ./ --logLevel warn --emptyOutDir --outDir`;
  check(`${app} is built`, here, `${vite} ${to}`);
  if (existsSync(join(here, from, 'server.tsx')))
    check(`${app} is built for the server`, here, `${vite} ${to}/server --ssr server.tsx`);
}

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
