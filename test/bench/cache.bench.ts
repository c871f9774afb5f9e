// Hit, write and eviction cost of the cache beside plain idb-keyval and localforage, in one run of a real Chromium:
//   npx tsx test/bench/cache.bench.ts
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright';
import { build } from 'vite';
import { ensureChromium } from '../support/chromium.mjs';
import type { Row } from './cache.page.js';

const built = await build({
  configFile: false,
  logLevel: 'error',
  build: {
    write: false,
    minify: false,
    lib: { entry: fileURLToPath(new URL('cache.page.ts', import.meta.url)), formats: ['es'] },
  },
});
const [{ output }] = built as unknown as [{ output: [{ code: string }] }];

const server = createServer((request, response) => {
  const script = request.url === '/page.js';
  response.setHeader('content-type', script ? 'text/javascript' : 'text/html');
  response.end(script ? output[0].code : '<!doctype html><script type="module" src="/page.js"></script>');
});
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
const browser = await chromium.launch({ executablePath: ensureChromium().executablePath });
try {
  const page = await browser.newPage();
  await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
  await page.waitForFunction(() => 'measure' in globalThis);
  const rows = await page.evaluate(() => (globalThis as unknown as { measure(): Promise<Row[]> }).measure());
  const text = (value: number | string) => (typeof value === 'number' ? value.toFixed(2) : value);
  console.log('median milliseconds');
  console.table(
    Object.fromEntries(
      rows.map(({ what, ...cells }) => [
        what,
        Object.fromEntries(Object.entries(cells).map(([name, cell]) => [name, text(cell)])),
      ]),
    ),
  );
} finally {
  await browser.close();
  server.close();
}
