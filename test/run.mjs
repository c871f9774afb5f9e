// `npm test`: everything that must hold before a landing, one after another, and a count at the end; `npm test -- frameworks`, as in
// .ci/run: the apps of `npm run test:frameworks` as well, two minutes more. `npm run test:browsers`: the same, with every test in every engine.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { delimiter } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findFirefox, findWebKit, hasWebKitGtk } from './support/other-browsers.mjs';
import { playwright, vitest } from './support/reports.mjs';

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

const NOT_HERE = 'not to be had on this machine';

const check = (command) => () => (run(command) ? { passed: 1, failed: [] } : { passed: 0, failed: [command] });
const counted = (command, file, read) => () => {
  rmSync(reports + file, { force: true });
  const fine = run(command);
  try {
    const { passed, failed, skipped } = read(JSON.parse(readFileSync(reports + file, 'utf8')));
    const broken = !fine && !failed.length;
    return { passed, failed: broken ? [command] : failed, skipped, broken };
  } catch {
    return { passed: 0, failed: [command], broken: !fine };
  }
};
const vitestIn = (projects) =>
  counted(
    `vitest run -c test/vitest.config.ts "--project=${projects}" --reporter=default --reporter=json --outputFile.json=test-results/vitest.json`,
    'vitest.json',
    vitest,
  );

const WENT_DOWN = /page crash|invalid session id/;

/** WebKitGTK's process goes down now and then, in a graphics driver that stands in for a card. What fails otherwise is not run again. */
const inWebKit = () => {
  if (!findWebKit()) return { passed: 0, failed: [], skipped: NOT_HERE };
  const skipped = !hasWebKitGtk() && `the journeys, which need WebKitGTK: ${NOT_HERE}`;
  const step = vitestIn('*webkit*');
  const counts = step();
  if (!counts.broken && !counts.failed.some((why) => WENT_DOWN.test(why))) return { ...counts, skipped };
  console.log('\n# the browser itself went down: once more');
  return { ...step(), skipped };
};

/** Looked for once those that can be installed are. */
const browsers = () => {
  const counts = check('node test/support/chromium.mjs && node test/support/other-browsers.mjs')();
  return { ...counts, skipped: !findFirefox() && `all that runs in Firefox: ${NOT_HERE}` };
};

const steps = {
  'browsers for the tests': browsers,
  'lock file': check('node test/support/check-lock.mjs'),
  'type check': check('tsc --noEmit && tsc --noEmit -p src && tsc --noEmit -p src/tsconfig.pure.json'),
  lint: check('npm run -s lint'),
  build: check('npm run -s build'),
  'unit, contract, element and package tests': vitestIn('!*webkit*'),
  'element tests and journeys in WebKit': inWebKit,
  'end-to-end tests': counted(
    'playwright test -c test/e2e/playwright.config.ts --reporter=line,json',
    'playwright.json',
    playwright,
  ),
  ...(process.argv.includes('frameworks') && {
    frameworks: counted('node test/frameworks/run.mjs built', 'frameworks-count.json', (counts) => counts),
  }),
};

let passed = 0;
const failures = [];
const skipped = [];
for (const [name, step] of Object.entries(steps)) {
  console.log(`\n# ${name}`);
  const started = Date.now();
  const counts = step();
  if (!counts.passed && !counts.failed.length && !counts.skipped) counts.failed = ['nothing was run'];
  passed += counts.passed;
  if (counts.skipped) skipped.push(`${name}: ${counts.skipped}`);
  failures.push(...counts.failed.map((failure) => `${name}: ${failure}`));
  console.log(`# ${name}: ${counts.failed.length ? 'FAILED' : 'ok'} (${Math.round((Date.now() - started) / 1000)} s)`);
}
// Said once more at the end, where whoever sees only the last lines of a long log looks.
for (const what of skipped) console.log(`\nSKIPPED ${what}`);
for (const failure of failures) console.log(`\nFAILED ${failure}`);
console.log(`\n${passed} passed, ${failures.length} failed`);
process.exit(failures.length ? 1 : 0);
