import { fileURLToPath } from 'node:url';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config';
import { headlessChromium } from './support/chromium.mjs';
import { findFirefox, findWebKit, hasWebKitGtk } from './support/other-browsers.mjs';
import { webkitgtk } from './support/vitest-webkit.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));

// What browsers do differently: these run in every engine each time, and everything does with ENGINES=all (`npm run test:browsers`).
const DIFFERENT = ['accessibility', 'fit', 'language', 'parts', 'pictures', 'states'].map((name) => `pattern-generator-${name}`);
const everywhere = ['viewer', 'craft', ...DIFFERENT].map((name) => `test/element/${name}.test.ts`);
const all = ['test/element/**/*.test.ts'];

const PROJECTS = { chromium: 'browser', firefox: 'browser-firefox', webkit: 'browser-webkit' } as const;
const browser = (
  name: keyof typeof PROJECTS,
  provider: ReturnType<typeof playwright>,
  include = process.env.ENGINES === 'all' ? all : everywhere,
): TestProjectInlineConfiguration => ({
  extends: true,
  test: {
    name: PROJECTS[name],
    globals: true,
    include,
    // As the steps of one test may each wait for a slow machine.
    testTimeout: 60_000,
    browser: { enabled: true, headless: true, screenshotFailures: false, provider, instances: [{ browser: name, name }] },
  },
});

/** Everything that needs no page runs in plain Node, which also proves that it needs none. */
const node = (name: string, rooms: string[], isolate: boolean): TestProjectInlineConfiguration => ({
  extends: true,
  test: {
    name,
    globals: true,
    environment: 'node',
    setupFiles: ['test/support/seed.ts'],
    include: rooms.map((room) => `test/${room}/**/*.test.ts`),
    isolate,
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});

// All of them side by side, as far as there are cores: what runs in Node beside one browser after the other.
const projects: TestProjectInlineConfiguration[] = [
  // A process of its own for each of a hundred small files would cost more than their tests.
  node('rules', ['unit', 'contract'], false),
  node('servers', ['proxy', 'package'], true),
  browser('chromium', playwright({ launchOptions: headlessChromium() }), all),
];
const firefox = findFirefox();
if (firefox) projects.push(browser('firefox', playwright({ launchOptions: firefox })));
const webkit = findWebKit();
// Without a graphics card WebKitGTK's painting threads crash in Mesa's stand-in of one, mostly while the many sizes of these are painted.
const small = process.env.ENGINES === 'all' ? all : everywhere.filter((file) => !file.includes('-fit'));
if (webkit === 'webkitgtk') projects.push(browser('webkit', webkitgtk(), small));
else if (webkit) projects.push(browser('webkit', playwright()));
// Playwright cannot drive the system's WebKit, so the journeys there speak WebDriver, whichever one the element tests run in.
if (hasWebKitGtk())
  projects.push({
    extends: true,
    test: {
      name: 'webkit-journeys',
      globals: true,
      environment: 'node',
      include: ['test/webkit/**/*.test.ts'],
      testTimeout: 60_000,
    },
  });

export default defineConfig({
  root,
  resolve: { alias: { '@web/test-runner-commands': fileURLToPath(new URL('./support/wtr-commands-stub.js', import.meta.url)) } },
  optimizeDeps: { include: ['@open-wc/testing', 'lit', 'idb-keyval'] },
  test: {
    onConsoleLog: (log) => (log.includes('Lit is in dev mode') ? false : undefined),
    // As long as a busy machine may take; whoever waits goes on at once when it is so.
    expect: { poll: { timeout: 20_000, interval: 20 } },
    coverage: { provider: 'v8', include: ['src/**/*.ts'], reporter: ['text', 'lcov'] },
    projects,
  },
});
