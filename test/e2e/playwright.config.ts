import { fileURLToPath } from 'node:url';
import { defineConfig, devices } from '@playwright/test';
import { headlessChromium } from '../support/chromium.mjs';
import { findFirefox } from '../support/other-browsers.mjs';

const path = (name: string) => fileURLToPath(new URL(name, import.meta.url));
// Without these Chromium asks its maker's servers at every start.
const args = ['--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run'];
const firefox = findFirefox();
const launchOptions = { ...headlessChromium(), args };

// Every worker starts its own site with its own local API (shop.ts), so that tests can turn its limits side by side.
export default defineConfig({
  testDir: path('.'),
  outputDir: path('../../test-results/e2e'),
  fullyParallel: true,
  forbidOnly: !!process.env.CI,
  workers: 2,
  timeout: 60_000,
  // One set of pictures for every system: what may differ between them is said where they are compared.
  expect: { timeout: 20_000, toHaveScreenshot: { pathTemplate: '{testDir}/pictures/{arg}{ext}' } },
  reporter: 'line',
  // Traces of all for the sake of the few that fail take a quarter of the time: `--trace on` for those.
  use: { screenshot: 'only-on-failure' },
  projects: [
    { name: 'desktop', use: { ...devices['Desktop Chrome'], launchOptions } },
    { name: 'phone', grep: /@phone/, use: { ...devices['Pixel 7'], launchOptions } },
    // The main journeys each time (@engines), every one that the tools can drive there with ENGINES=all. What they cannot over WebDriver
    // BiDi is @chromium: a saved file that Firefox does not show in a tab, two fingers, the look of print and of forced colours,
    // page.pdf(), a small disk, a frozen tab, the back/forward cache; and the pictures of the chart, which are Chromium's.
    ...(firefox
      ? [
          {
            name: 'firefox',
            grep: process.env.ENGINES === 'all' ? undefined : /@engines/,
            grepInvert: /@chromium/,
            use: { ...devices['Desktop Firefox'], launchOptions: firefox },
          },
        ]
      : []),
  ],
});
