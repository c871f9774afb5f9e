import { fileURLToPath } from 'node:url';
import { defineConfig, devices } from '@playwright/test';
import { headlessChromium } from '../support/chromium.mjs';

const path = (name: string) => fileURLToPath(new URL(name, import.meta.url));

export default defineConfig({
  testDir: path('.'),
  testMatch: '*.spec.ts',
  outputDir: path('../../test-results/frameworks'),
  fullyParallel: true,
  forbidOnly: !!process.env.CI,
  workers: 2,
  timeout: 60_000,
  expect: { timeout: 20_000 },
  reporter: 'line',
  use: {
    ...devices['Desktop Chrome'],
    launchOptions: headlessChromium(),
    screenshot: 'only-on-failure',
  },
});
