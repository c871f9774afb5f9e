import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { RequestListener } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Api, ATTRIBUTES, picture } from '../e2e/shop.js';
import { startSite } from '../e2e/site.js';
import { WebKit } from './web-driver.js';

let webkit: WebKit;
let site: Awaited<ReturnType<typeof startSite>>;
let api: Api;
/** What the server says instead of a file; true when it has spoken. */
let instead: ((...args: Parameters<RequestListener>) => boolean) | undefined;
const folder = mkdtempSync(join(tmpdir(), 'pattern-webkit-'));
const cup = join(folder, 'cup.png');

beforeAll(async () => {
  writeFileSync(cup, await picture());
  webkit = await WebKit.start();
}, 60_000);
afterAll(async () => {
  await webkit?.stop();
  rmSync(folder, { recursive: true });
});
// Each journey on an origin of its own, for what one keeps would count in the next.
beforeEach(async () => {
  instead = undefined;
  site = await startSite((request, response) => instead?.(request, response) ?? false);
  api = new Api(site.url);
});
afterEach(() => site.stop());

const page = (options: Record<string, string> = {}) =>
  `${site.url}/page?${new URLSearchParams({ body: `<pattern-generator ${ATTRIBUTES}></pattern-generator>`, ...options })}`;

async function generate(): Promise<void> {
  await webkit.choose(cup);
  await webkit.state('ready');
  // The driver aims first and presses then: by that time nothing may move any more.
  await webkit.part('size-summary');
  await webkit.click('generate-button');
}

it.each(['module', 'classic', 'module classic', 'classic classic'])(
  'from a picture to a pattern under a strict policy: %s',
  async (scripts) => {
    await webkit.goTo(page({ scripts }));
    await generate();
    await webkit.state('done');
    await webkit.part('canvas');
    await webkit.click('again-button');
    await webkit.click('generate-button');
    await webkit.state('done');
    expect(await api.uses()).toBe(1);
  },
);

it('a pattern that is kept costs no use after a reload', async () => {
  await webkit.goTo(page());
  await generate();
  await webkit.state('done');
  await webkit.reload();
  await generate();
  await webkit.state('done');
  expect(await api.uses()).toBe(1);
});

it('the month is used up: a friendly message, and no more requests', async () => {
  await api.set({ key: 'px_live_demo', usesLeft: 0 });
  await webkit.goTo(page());
  await generate();
  await webkit.state('exhausted');
  expect(await webkit.text('message')).toContain('All patterns for this month have been made');
  expect(await api.uses()).toBe(0);
});

it('a file that was changed on the way does not run', async () => {
  instead = ({ url }, response) => {
    if (!url!.includes('.viewer.js')) return false;
    response.setHeader('Content-Type', 'text/javascript');
    response.end('document.title = "owned"');
    return true;
  };
  await webkit.goTo(page());
  await generate();
  await webkit.state('done');
  expect(await webkit.text('materials')).toContain('×');
  expect(await webkit.run(() => document.title)).toBe('A shop');
});

it('a file that failed is asked for under another address', async () => {
  const asked: string[] = [];
  instead = ({ url }, response) => {
    if (!url!.includes('.making.js')) return false;
    asked.push(url!);
    if (asked.length > 1) return false;
    response.writeHead(500).end();
    return true;
  };
  await webkit.goTo(page());
  await generate();
  await webkit.state('done');
  expect(asked).toEqual(['/dist/pattern-generator.making.js', '/dist/pattern-generator.making.js?1']);
});

it('speaks the language of the page', async () => {
  await webkit.goTo(page({ html: 'lang="es-MX"' }));
  await webkit.until(
    () => document.querySelector('pattern-generator')?.shadowRoot?.querySelector('h2')?.textContent === 'Crea tu propio patrón',
  );
});

// The last one: WebKit shows the first tab only, so nothing is drawn in the second.
it('two tabs with one design pay once, one of them hidden', async () => {
  await webkit.goTo(page());
  const [first] = await webkit.windows();
  await api.set({ latencyMs: 1500 });
  await generate();
  await webkit.newTab();
  await webkit.goTo(page());
  await generate();
  await webkit.state('done');
  await webkit.switchTo(first!);
  await webkit.state('done');
  expect(await api.uses()).toBe(1);
});
