import { fileURLToPath } from 'node:url';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { ensureChromium } from './support/chromium.mjs';

// Two projects: `rules` runs everything that needs no page in plain Node (which also proves that it needs none),
// `chromium` runs the element and whatever depends on a real browser.
const root = fileURLToPath(new URL('..', import.meta.url));
export default defineConfig({
  root,
  resolve: { alias: { '@web/test-runner-commands': fileURLToPath(new URL('./support/wtr-commands-stub.js', import.meta.url)) } },
  optimizeDeps: { include: ['@open-wc/testing', 'lit', 'idb-keyval'] },
  test: {
    onConsoleLog: (log) => (log.includes('Lit is in dev mode') ? false : undefined),
    coverage: { provider: 'v8', include: ['src/**/*.ts'], reporter: ['text', 'lcov'] },
    projects: [
      {
        extends: true,
        test: {
          name: 'rules',
          globals: true,
          environment: 'node',
          setupFiles: ['test/support/seed.ts'],
          include: [
            'test/unit/**/*.test.ts',
            'test/contract/**/*.test.ts',
            'test/proxy/**/*.test.ts',
            'test/package/**/*.test.ts',
          ],
          testTimeout: 20_000,
          hookTimeout: 30_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          globals: true,
          include: ['test/element/**/*.test.ts'],
          sequence: { groupOrder: 1 },
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({ launchOptions: { executablePath: ensureChromium().executablePath } }),
            instances: [{ browser: 'chromium', name: 'chromium' }],
          },
        },
      },
    ],
  },
});
