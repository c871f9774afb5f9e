import { fileURLToPath } from 'node:url';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config';
import { ensureChromium } from './support/chromium.mjs';
import { findFirefox, findWebKit } from './support/other-browsers.mjs';
import { webkitgtk } from './support/vitest-webkit.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));

// What browsers do differently: these run in every engine each time, and everything does with ENGINES=all (`npm run test:browsers`).
const DIFFERENT = ['accessibility', 'fit', 'language', 'parts', 'pictures', 'states'].map((name) => `pattern-generator-${name}`);
const everywhere = ['viewer', 'craft', ...DIFFERENT].map((name) => `test/element/${name}.test.ts`);
const all = ['test/element/**/*.test.ts'];

/** What runs side by side: two browsers at most, for a small machine cannot serve three at once. */
const GROUPS = { browser: 1, 'webkit-journeys': 1, 'browser-firefox': 2, 'browser-webkit': 2 };
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
    sequence: { groupOrder: GROUPS[PROJECTS[name]] },
    browser: { enabled: true, headless: true, screenshotFailures: false, provider, instances: [{ browser: name, name }] },
  },
});

const projects: TestProjectInlineConfiguration[] = [
  // Everything that needs no page runs in plain Node, which also proves that it needs none.
  {
    extends: true,
    test: {
      name: 'rules',
      globals: true,
      environment: 'node',
      setupFiles: ['test/support/seed.ts'],
      include: ['unit', 'contract', 'proxy', 'package'].map((room) => `test/${room}/**/*.test.ts`),
      testTimeout: 20_000,
      hookTimeout: 30_000,
    },
  },
  browser('chromium', playwright({ launchOptions: { executablePath: ensureChromium().executablePath } }), all),
];
const firefox = findFirefox();
if (firefox) projects.push(browser('firefox', playwright({ launchOptions: firefox })));
const webkit = findWebKit();
if (webkit) projects.push(browser('webkit', webkit === 'webkitgtk' ? webkitgtk() : playwright()));
// Playwright cannot drive the system's WebKit, so the journeys there speak WebDriver.
if (webkit === 'webkitgtk')
  projects.push({
    extends: true,
    test: {
      name: 'webkit-journeys',
      globals: true,
      environment: 'node',
      include: ['test/webkit/**/*.test.ts'],
      testTimeout: 40_000,
      sequence: { groupOrder: GROUPS['webkit-journeys'] },
    },
  });

export default defineConfig({
  root,
  resolve: { alias: { '@web/test-runner-commands': fileURLToPath(new URL('./support/wtr-commands-stub.js', import.meta.url)) } },
  optimizeDeps: { include: ['@open-wc/testing', 'lit', 'idb-keyval'] },
  test: {
    onConsoleLog: (log) => (log.includes('Lit is in dev mode') ? false : undefined),
    coverage: { provider: 'v8', include: ['src/**/*.ts'], reporter: ['text', 'lcov'] },
    projects,
  },
});
