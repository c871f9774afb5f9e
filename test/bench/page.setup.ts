import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { chromium, type Browser, type Page } from 'playwright';
import sharp from 'sharp';
import { startSite } from '../e2e/site.js';
import { ensureChromium } from '../support/chromium.mjs';

export const WIDGET =
  '<pattern-generator endpoint="/" api-key="px_live_demo" niche="mosaic" width-cm="20" height-cm="20"></pattern-generator>';

/** A line of the report: the bar of what is asked for, and what was measured beside it. */
export type Line = [what: string, bar: string, here: string, how?: string];

export const ms = (value: number) => `${value < 10 ? value.toFixed(1) : value.toFixed(0)} ms`;

export function median(values: number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1]!;
}

export const times = (count: number) => Array.from({ length: count }, (_, i) => i);

/** The browser as the tests start it; names end in .test for a page on plain http, where there is no `crypto.subtle`. */
export const launch = (...args: string[]): Promise<Browser> =>
  chromium.launch({
    executablePath: ensureChromium().executablePath,
    args: [
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
      '--host-resolver-rules=MAP *.test 127.0.0.1',
      ...args,
    ],
  });

/** A fresh visitor on a shop page. */
export async function visit(browser: Browser, url: string, body = WIDGET, scripts = 'module'): Promise<Page> {
  const page = await (await browser.newContext()).newPage();
  // tsx wraps functions in this name of its own, also those that are sent to the page.
  await page.addInitScript('globalThis.__name = (fn) => fn');
  await page.goto(`${url}/page?${new URLSearchParams({ body, scripts })}`);
  return page;
}

export const inState = (page: Page, state: string) => page.locator(`pattern-generator[state=${state}]`).waitFor();

/** The test site, with some files of the bench's own in front of it. */
export async function serve(own: Record<string, string>) {
  const site = await startSite();
  const front = createServer((incoming, response) => {
    const code = own[incoming.url!];
    if (code !== undefined) return void response.setHeader('Content-Type', 'text/javascript').end(code);
    const { method, headers } = incoming;
    incoming.pipe(
      request(site.url + incoming.url, { method, headers }, (answer) => {
        response.writeHead(answer.statusCode!, answer.headers);
        answer.pipe(response);
      }),
    );
  });
  await new Promise<void>((resolve) => front.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(front.address() as AddressInfo).port}`,
    async stop() {
      front.closeAllConnections();
      front.close();
      await site.stop();
    },
  };
}

/** As much as a camera gives: 4000 × 3000 pixels, soft light and fine grain, about 4 MB. */
export function twelveMegapixels(): Promise<Buffer> {
  const [width, height] = [4000, 3000];
  const pixels = Buffer.alloc(width * height * 3);
  let grain = 1;
  for (let at = 0, y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      grain = (Math.imul(grain, 1664525) + 1013904223) | 0;
      const noise = (grain >> 24) / 12;
      const light = 128 + 90 * Math.sin(x / 500) * Math.cos(y / 400);
      pixels[at++] = light + noise;
      pixels[at++] = 200 - light / 2 + noise;
      pixels[at++] = (255 * x) / width / 2 + 40 + noise;
    }
  return sharp(pixels, { raw: { width, height, channels: 3 } })
    .jpeg({ quality: 92 })
    .toBuffer();
}
