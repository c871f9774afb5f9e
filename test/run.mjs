// `npm test`: everything that must hold before a landing, one after another, and a count at the end; `npm test -- frameworks`: the apps
// of `npm run test:frameworks` as well. `npm run test:browsers`: the same, with every test in every engine.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { delimiter } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const reports = root + 'test-results/';
mkdirSync(reports, { recursive: true });
const PATH = [root + 'node_modules/.bin', process.env.PATH].join(delimiter);
const ENGINES = process.argv.includes('all-engines') ? 'all' : process.env.ENGINES;
const env = {
  ...process.env,
  ...(ENGINES && { ENGINES }),
  PATH,
  FORCE_COLOR: '0',
  PLAYWRIGHT_JSON_OUTPUT_FILE: reports + 'playwright.json',
};
const run = (command) => spawnSync(command, { cwd: root, shell: true, stdio: 'inherit', env }).status === 0;

const check = (command) => () => ({ passed: +run(command), failed: 0 });
const counted = (command, file, read) => () => {
  rmSync(reports + file, { force: true });
  const fine = run(command);
  try {
    const counts = read(JSON.parse(readFileSync(reports + file, 'utf8')));
    return { ...counts, failed: counts.failed || +!fine };
  } catch {
    return { passed: 0, failed: 1 };
  }
};

const steps = {
  'browsers for the tests': check('node test/support/chromium.mjs && node test/support/other-browsers.mjs'),
  'lock file': check('node test/support/check-lock.mjs'),
  'type check': check('tsc --noEmit && tsc --noEmit -p src && tsc --noEmit -p src/tsconfig.pure.json'),
  lint: check('npm run -s lint'),
  build: check('npm run -s build'),
  'unit, contract, element and package tests': counted(
    'vitest run -c test/vitest.config.ts --reporter=default --reporter=json --outputFile.json=test-results/vitest.json',
    'vitest.json',
    ({ numPassedTests, numFailedTests, numFailedTestSuites }) => ({
      passed: numPassedTests,
      failed: numFailedTests || numFailedTestSuites,
    }),
  ),
  'end-to-end tests': counted(
    'playwright test -c test/e2e/playwright.config.ts --reporter=line,json',
    'playwright.json',
    ({ stats }) => ({ passed: stats.expected, failed: stats.unexpected + stats.flaky }),
  ),
  ...(process.argv.includes('frameworks') && {
    frameworks: counted('node test/frameworks/run.mjs built', 'frameworks-count.json', (counts) => counts),
  }),
};

let passed = 0;
let failed = 0;
for (const [name, step] of Object.entries(steps)) {
  console.log(`\n# ${name}`);
  const started = Date.now();
  const counts = step();
  if (!counts.passed && !counts.failed) counts.failed = 1;
  passed += counts.passed;
  failed += counts.failed;
  console.log(`# ${name}: ${counts.failed ? 'FAILED' : 'ok'} (${Math.round((Date.now() - started) / 1000)} s)`);
}
console.log(`\n${passed} passed, ${failed} failed`);
process.exit(failed ? 1 : 0);
