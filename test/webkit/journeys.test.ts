import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { RequestListener } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Api, ATTRIBUTES, picture } from '../e2e/shop.js';
import { startSite, STRICT_CSP } from '../e2e/site.js';
import { KEYS, WebKit } from './web-driver.js';

let webkit: WebKit;
let site: Awaited<ReturnType<typeof startSite>>;
let api: Api;
/** What the server says instead of a file; true when it has spoken. */
let instead: ((...args: Parameters<RequestListener>) => boolean) | undefined;
const folder = mkdtempSync(join(tmpdir(), 'pattern-webkit-'));
const cup = join(folder, 'cup.png');

beforeAll(async () => {
  writeFileSync(cup, await picture());
  site = await startSite((request, response) => instead?.(request, response) ?? false);
  api = new Api(site.url);
  webkit = await WebKit.start();
}, 60_000);
afterAll(async () => {
  await webkit?.stop();
  await site?.stop();
  rmSync(folder, { recursive: true });
});
// Each journey on an origin of its own, for what one keeps would count in the next; on one server, for a new one takes a second.
let origin = '';
beforeEach(async ({ task }) => {
  instead = undefined;
  origin = site.url.replace('127.0.0.1', `${task.id.split('_').pop()}.localhost`);
  await api.reset();
});

const WIDGET = `<pattern-generator ${ATTRIBUTES}></pattern-generator>`;
const page = (options: Record<string, string> = {}) => `${origin}/page?${new URLSearchParams({ body: WIDGET, ...options })}`;

async function generate(): Promise<void> {
  await webkit.choose(cup);
  await webkit.state('ready');
  // The driver aims first and presses then: by that time nothing may move any more.
  await webkit.part('size-summary');
  await webkit.click('generate-button');
}

/** What the page's policy refused, and what the owner reads in the console, from now on. */
const listen = () =>
  webkit.run(() => {
    const heard = { refused: [] as string[], told: [] as string[] };
    document.addEventListener('securitypolicyviolation', (event) => heard.refused.push(event.violatedDirective));
    console.error = (...words) => heard.told.push(words.join(' '));
    Object.assign(window, { heard });
  });
const heard = (): Promise<{ refused: string[]; told: string[] }> => webkit.run(() => (window as any).heard);

it('from a picture, by keyboard through the studio, to a pattern and its PDF under a strict policy', async () => {
  await webkit.goTo(page());
  await listen();
  await webkit.choose(cup);
  await webkit.part('size-summary');
  await webkit.tabTo('studio-tool');
  await webkit.press(KEYS.Enter);
  await webkit.part('crop-frame');
  await webkit.tabTo('crop-frame', KEYS.Shift);
  await webkit.press('+');
  await webkit.press(KEYS.ArrowLeft);
  await webkit.tabTo('turn-button');
  await webkit.press(KEYS.Enter);
  const adjusted = await webkit.run(() => document.querySelector('pattern-generator')!.adjustments);
  expect(adjusted).toMatchObject({ turn: 90 });
  expect(adjusted!.crop!.width).toBeLessThan(1);
  await webkit.tabTo('generate-button');
  await webkit.press(KEYS.Enter);
  await webkit.state('done');
  await webkit.part('canvas');
  await webkit.run(() => {
    const saved = (event: HTMLElementEventMap['pattern-pdf']) => {
      event.preventDefault();
      void event.blob.text().then((text) => Object.assign(window, { saved: [event.filename, text.slice(0, 5)] }));
    };
    document.addEventListener('pattern-pdf', saved);
  });
  await webkit.click('pdf-button');
  await webkit.until(() => 'saved' in window);
  expect(await webkit.run(() => (window as any).saved)).toEqual(['pixcraft-mosaic-20x20.pdf', '%PDF-']);
  await webkit.click('again-button');
  await webkit.click('generate-button');
  await webkit.state('done');
  expect(await api.uses()).toBe(1);
  expect(await heard()).toEqual({ refused: [], told: [] });
});

it.each(['classic', 'module classic', 'classic classic'])('from a picture to a pattern: %s', async (scripts) => {
  await webkit.goTo(page({ scripts }));
  await generate();
  await webkit.state('done');
  await webkit.part('canvas');
  expect(await api.uses()).toBe(1);
});

const ALL = '/dist/pattern-generator.all.js';
/** Pages as optimisers, tag managers and careful owners make them. */
const EMBEDDED: Record<string, { csp?: string; body: string }> = {
  'under a policy of nonces only': {
    csp: STRICT_CSP.replace("script-src 'self'", "script-src 'nonce-n0nce'"),
    body: `<script nonce="n0nce" src="/dist/pattern-generator.iife.js"></script>${WIDGET}`,
  },
  'from a script that is run as text': {
    body: `${WIDGET}<script>fetch('${ALL}').then((file) => file.text()).then((code) => (0, eval)(code))</script>`,
  },
  'from a script at an address of a blob': {
    body: `${WIDGET}<script>fetch('${ALL}').then((file) => file.blob()).then((code) =>
      document.head.append(Object.assign(document.createElement('script'), { src: URL.createObjectURL(code) })))</script>`,
  },
  'from a script that a tag manager puts in': {
    body: `${WIDGET}<script>addEventListener('load', () => document.head.append(
      Object.assign(document.createElement('script'), { async: true, src: '/dist/pattern-generator.iife.js' })))</script>`,
  },
  'in a page with another base address': {
    body: `<base href="https://elsewhere.example/shop/"><script src="ORIGIN/dist/pattern-generator.iife.js"></script>
      ${WIDGET.replace('endpoint="/"', 'endpoint="ORIGIN/"')}`,
  },
};
it.each(Object.entries(EMBEDDED))('from a picture to a pattern %s', async (_, { csp = 'off', body }) => {
  await webkit.goTo(page({ scripts: '', csp, body: body.replaceAll('ORIGIN', origin) }));
  await listen();
  await generate();
  await webkit.state('done');
  await webkit.part('canvas');
  expect(await heard()).toEqual({ refused: [], told: [] });
});

it('from a picture to a pattern in a sandboxed frame, which may store nothing', async () => {
  const inside = page({ csp: 'off', body: WIDGET.replace('endpoint="/"', `endpoint="${origin}/"`) }).replaceAll('&', '&amp;');
  const frame = `<iframe sandbox="allow-scripts" width="800" height="900" src="${inside}"></iframe>`;
  await webkit.goTo(page({ scripts: '', csp: 'off', body: frame }));
  await webkit.enterFrame();
  await generate();
  await webkit.state('done');
  await webkit.part('canvas');
  await webkit.click('again-button');
  await webkit.click('generate-button');
  await webkit.state('done');
  expect(await api.uses()).toBe(1);
});

it('a pattern that is kept costs no use after a reload, and the work on it goes on where it stopped', async () => {
  await webkit.goTo(page());
  await generate();
  await webkit.state('done');
  await webkit.click('work-button');
  await webkit.click('line-done-button');
  await webkit.click('line-done-button');
  await webkit.says('current-label', 'Row 3');
  // What was marked in the very moment in which a page ends may be lost: the database takes its time.
  await webkit.until(async () => {
    const found: unknown[] = [];
    for (const { name } of await indexedDB.databases())
      await new Promise<void>((done) => {
        indexedDB.open(name!).onsuccess = ({ target }) => {
          const database = (target as IDBOpenDBRequest).result;
          const transaction = database.transaction([...database.objectStoreNames]);
          for (const store of database.objectStoreNames)
            transaction.objectStore(store).getAll().onsuccess = (event) => found.push((event.target as IDBRequest).result);
          transaction.oncomplete = () => done(database.close());
        };
      });
    return JSON.stringify(found).includes('"share":0.1');
  });
  await webkit.reload();
  await generate();
  await webkit.state('done');
  await webkit.says('work-button', '10%');
  expect(await api.uses()).toBe(1);
});

it('the month is used up: a friendly message, and no more requests, from scripts and after a reload neither', async () => {
  await api.set({ key: 'px_live_demo', usesLeft: 0 });
  await webkit.goTo(page());
  await generate();
  await webkit.state('exhausted');
  await webkit.says('message', 'All patterns for this month have been made');
  await webkit.reload();
  await webkit.state('exhausted');
  await webkit.choose(cup);
  const codes = await webkit.run(async (presses: number) => {
    const codes = new Set<string>();
    for (let press = 0; press < presses; press++)
      await document
        .querySelector('pattern-generator')!
        .generate()
        .catch((error) => codes.add(error.code));
    return [...codes];
  }, 5);
  expect(codes).toEqual(['quota-exhausted']);
  expect((await api.paid()).filter(({ status }) => status === 200)).toEqual([]);
  expect((await api.paid()).length).toBeLessThanOrEqual(1);
});

it('a minute limit is sat out with a countdown, and goes on by itself', async () => {
  await webkit.goTo(page());
  await api.fail({ next: 1, status: 429, headers: { 'Retry-After': '3' }, path: 'generate' });
  await generate();
  await webkit.state('waiting');
  expect(await webkit.text('countdown')).toMatch(/0:0\d/);
  await webkit.state('done');
  expect(await api.uses()).toBe(1);
});

it.each<[string, number, string]>([
  ['changed on the way does not run', 200, 'document.title = "owned"'],
  ['missing is told to the owner', 404, 'gone'],
])('a file that is %s, and the result is shown in a simple form', async (_, status, body) => {
  instead = ({ url }, response) => {
    if (!url!.includes('.viewer.js')) return false;
    response.writeHead(status, { 'Content-Type': 'text/javascript' }).end(body);
    return true;
  };
  await webkit.goTo(page());
  await listen();
  await generate();
  await webkit.state('done');
  await webkit.says('materials', '×');
  expect(await webkit.run(() => document.title)).toBe('A shop');
  expect((await heard()).told).toEqual([
    expect.stringContaining(`${origin}/dist/pattern-generator.viewer.js is missing, altered or out of reach`),
  ]);
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

it('speaks the language of the page, from right to left', async () => {
  await webkit.goTo(page({ html: 'lang="ar-EG" dir="rtl"' }));
  await webkit.says('heading', 'اصنع نموذجك الخاص');
  await webkit.choose(cup);
  await webkit.part('size-summary');
  // The width before the height, as one reads there.
  const [width, height] = await webkit.run(() =>
    ['widthCm', 'heightCm'].map(
      (name) =>
        document.querySelector('pattern-generator')!.shadowRoot!.querySelector(`[name=${name}]`)!.getBoundingClientRect().left,
    ),
  );
  expect(width).toBeGreaterThan(height!);
  expect(await webkit.run(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0);
});

it('is dark where the page is', async () => {
  await webkit.goTo(page({ html: 'lang="en" style="color-scheme: dark"', csp: 'off' }));
  await webkit.part('dropzone');
  const [surface, text] = await webkit.run(() => {
    const { backgroundColor, color } = getComputedStyle(
      document.querySelector('pattern-generator')!.shadowRoot!.querySelector('[part~=widget]')!,
    );
    return [backgroundColor, color].map((rgb) => Math.max(...rgb.match(/\d+/g)!.slice(0, 3).map(Number)));
  });
  expect(surface).toBeLessThan(60);
  expect(text).toBeGreaterThan(200);
});

// The last one: WebKit shows the first tab only, so nothing is drawn in the second.
it('two tabs with one design pay once, one of them hidden', async () => {
  await webkit.goTo(page());
  // As a shop's https page is; locks are for such ones only.
  expect(await webkit.run(() => isSecureContext && 'locks' in navigator)).toBe(true);
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
