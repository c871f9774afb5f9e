import { readFileSync } from 'node:fs';
import type { BrowserContext, Page } from '@playwright/test';
import { ATTRIBUTES, expect, picture, test, Widget } from './shop.js';

// Pages as shop systems, optimisers and tag managers make them. Each ends in a pattern with its viewer, or in a word to the owner.
const built = (name: string) => readFileSync(new URL(`../../dist/pattern-generator${name}.js`, import.meta.url), 'utf8');
const WIDGET = `<pattern-generator ${ATTRIBUTES}></pattern-generator>`;
const MODULE = '<script type="module" src="/dist/pattern-generator.js"></script>';
const CLASSIC = '<script src="/dist/pattern-generator.iife.js"></script>';
const inlined = (name: string) => `<script>${built(name).replaceAll('</script', '<\\/script')}</script>`;
const js = (body: string) => ({ contentType: 'text/javascript', body });

interface Shop {
  head?: string;
  body?: string;
  headers?: Record<string, string>;
  charset?: string;
  /** More files of the shop, by their path. */
  files?: Record<string, string>;
}

/** Serves a page of its own making, and the files that it names. */
async function open({ context, page, site }: { context: BrowserContext; page: Page; site: string }, shop: Shop): Promise<Widget> {
  const { head = '', body = WIDGET, headers, charset = 'utf-8', files = {} } = shop;
  for (const [path, code] of Object.entries(files)) await context.route(site + path, (route) => route.fulfill(js(code)));
  await context.route(site + '/journey/', (route) =>
    route.fulfill({
      contentType: `text/html; charset=${charset}`,
      headers,
      body: `<!doctype html><html lang="en"><head><title>A shop</title><link rel="icon" href="data:,">${head}</head><body>${body}</body></html>`,
    }),
  );
  await page.goto(site + '/journey/');
  return new Widget(page);
}

async function expectPattern(widget: Widget) {
  await widget.choose('cup', await picture());
  await widget.generate.click();
  await widget.expectState('done');
  await expect(widget.part('canvas')).toBeVisible();
}

// How the code of a script tag comes to run, and in what page.
const JOURNEYS: Record<string, Shop> = {
  'a module at the end of the page': { body: WIDGET + MODULE },
  'a classic script before the widget': { head: CLASSIC },
  'a classic script after the widget, put off': { head: CLASSIC.replace('src', 'defer src') },
  'everything in one file': { head: CLASSIC.replace('iife', 'all') },
  'everything in one file, inlined': {
    head: inlined('.all'),
  },
  'everything in one file, joined with others in another folder': {
    head: '<script src="/assets/joined.js"></script>',
    files: { '/assets/joined.js': `window.before = 1;\n;${built('.all')};\nwindow.after = 1;` },
  },
  'everything in one file, run as text': {
    body: WIDGET + '<script src="/later.js"></script>',
    files: {
      '/later.js': `fetch('/dist/pattern-generator.all.js').then((file) => file.text()).then((code) => (0, eval)(code));`,
    },
  },
  'everything in one file, from an address of a blob': {
    body: WIDGET + '<script src="/later.js"></script>',
    files: {
      '/later.js': `fetch('/dist/pattern-generator.all.js').then((file) => file.blob()).then((code) => {
        document.head.append(Object.assign(document.createElement('script'), { src: URL.createObjectURL(code) }));
      });`,
    },
  },
  'joined with others in another folder, with the place of its files': {
    head: '<script src="/assets/joined.js"></script>',
    body: WIDGET.replace(' ', ' files="/dist" '),
    files: { '/assets/joined.js': `window.before = 1;\n;${built('.iife')};\nwindow.after = 1;` },
  },
  'inlined, with the place of its files': {
    head: inlined('.iife'),
    body: WIDGET.replace(' ', ' files="../dist/" '),
  },
  'put in by a tag manager': {
    body: WIDGET + '<script src="/tags.js"></script>',
    files: {
      '/tags.js': `addEventListener('load', () => {
        document.head.append(Object.assign(document.createElement('script'), { async: true, src: '/dist/pattern-generator.iife.js' }));
      });`,
    },
  },
  'a widget put in by a tag manager': {
    head: MODULE,
    body: '<script src="/tags.js"></script>',
    files: {
      '/tags.js': `addEventListener('load', () => document.body.insertAdjacentHTML('beforeend', ${JSON.stringify(WIDGET)}));`,
    },
  },
  'renamed and with a version, by two plugins, one of them of the other kind': {
    head: '<script defer src="/dist/pg.min.js?ver=6.7"></script><script src="/dist/pg.min.js?ver=6.8"></script>',
    body: WIDGET + MODULE.replace('.js', '.js?ver=1'),
    files: { '/dist/pg.min.js?*': built('.iife') },
  },
  'its type rewritten by an optimiser that runs it later': {
    head: CLASSIC.replace('src', 'type="a1b2-text/javascript" data-cf-settings="x" src'),
    body: WIDGET + '<script src="/loader.js"></script>',
    files: {
      '/loader.js': `addEventListener('load', () => {
        for (const held of document.querySelectorAll('script[type$="-text/javascript"]')) {
          const script = document.createElement('script');
          script.src = held.src;
          held.replaceWith(script);
        }
      });`,
    },
  },
  'the classic file as a module, with the place of its files': {
    head: CLASSIC.replace('<script', '<script type="module"'),
    body: WIDGET.replace(' ', ' files="/dist" '),
  },
  'everything in one file, as a module': { head: CLASSIC.replace('<script', '<script type="module"').replace('iife', 'all') },
  'everything in one file, from a data: address': {
    head: `<script src="data:text/javascript;base64,${Buffer.from(built('.all')).toString('base64')}" defer></script>`,
  },
  'a page with another base address': {
    head: '<base href="https://elsewhere.example/shop/">' + CLASSIC.replace('"/', '"SITE/'),
    body: WIDGET.replace('endpoint="/"', 'endpoint="SITE/"'),
  },
  'a page that lists what it prepares': {
    head:
      '<link rel="modulepreload" href="/dist/pattern-generator.js"><link rel="preload" as="script" href="/dist/pattern-generator.making.js" crossorigin>' +
      MODULE,
  },
};

for (const [name, journey] of Object.entries(JOURNEYS))
  test(name, async ({ context, page, site, api, complaints }) => {
    void [api, complaints];
    const filled = JSON.parse(JSON.stringify(journey).replaceAll('SITE', site)) as Shop;
    const widget = await open({ context, page, site }, filled);
    await expectPattern(widget);
    await expect(widget.part('again-button')).toHaveText('Make another one');
  });

test('where the files are not found, the owner is told the address that was tried', async ({
  context,
  page,
  site,
  complaints,
}) => {
  await context.route('**/assets/*.js', (route) =>
    route.fulfill(route.request().url().includes('joined') ? js(built('.iife')) : { status: 404 }),
  );
  const widget = await open({ context, page, site }, { head: '<script src="/assets/joined.js"></script>' });
  await widget.expectState('error');
  await expect.poll(() => complaints.filter((text) => text.includes('making')).length).toBe(1);
  expect(complaints.splice(0).join()).toContain(`${site}/assets/pattern-generator.making.js is missing, altered or out of reach`);
});

test('where an optimiser makes a module of the classic file, the owner is told what to do', async ({
  context,
  page,
  site,
  complaints,
}) => {
  const widget = await open({ context, page, site }, { head: CLASSIC.replace('<script', '<script type="module"') });
  await widget.expectState('error');
  await expect.poll(() => complaints.join()).toContain(`${site}/journey/pattern-generator.making.js is missing`);
  expect(complaints.splice(0).join()).toContain('name the place in the attribute "files"');
});

test('a page that names the place later has its files then', async ({ context, page, site, api, complaints }) => {
  void api;
  const widget = await open({ context, page, site }, { head: inlined('.iife') });
  await widget.expectState('error');
  await widget.root.evaluate((element) => element.setAttribute('files', '/dist/'));
  await expectPattern(widget);
  complaints.length = 0;
});

// What each policy allows besides the files of the shop itself.
const STRICT =
  "default-src 'none'; style-src 'self'; img-src 'self' blob: data:; connect-src 'self'; require-trusted-types-for 'script'; ";
const withNonce = (tag: string) => tag.replace('<script', '<script nonce="n0nce"');
const POLICIES: Record<string, [policy: string, head: string]> = {
  'nonces only @engines': ["script-src 'nonce-n0nce'", withNonce(CLASSIC)],
  'nonces only, as a module': ["script-src 'nonce-n0nce'", withNonce(MODULE)],
  'nonces that hand their trust on': ["script-src 'nonce-n0nce' 'strict-dynamic'", withNonce(CLASSIC)],
  'nonces and everything inlined': ["script-src 'nonce-n0nce'", `<script nonce="n0nce">${built('.all')}</script>`],
  'one name for trusted types': ["script-src 'self'; trusted-types pattern-generator", MODULE + CLASSIC],
};

for (const [name, [policy, head]] of Object.entries(POLICIES))
  test(`a policy of ${name}`, async ({ context, page, site, api, complaints }) => {
    void [api, complaints];
    const widget = await open({ context, page, site }, { head, headers: { 'Content-Security-Policy': STRICT + policy } });
    await expectPattern(widget);
  });

test('an import map after the script still counts @engines', async ({ context, page, site, api, complaints }) => {
  void [api, complaints];
  const widget = await open(
    { context, page, site },
    {
      head: CLASSIC,
      body: `${WIDGET}<script type="importmap">{"imports": {"cart": "/cart.js", "/dist/pattern-generator.making.js": "/cart.js"}}</script><script type="module">import 'cart'</script>`,
      files: { '/cart.js': 'document.title = "The cart works"' },
    },
  );
  await expect(page).toHaveTitle('The cart works');
  await expectPattern(widget);
});

test('in a page with an old encoding, from a server that names none', async ({ context, page, site, api, complaints }) => {
  void [api, complaints];
  const widget = await open(
    { context, page, site },
    {
      head: CLASSIC,
      body: `<div lang="es">${WIDGET}</div>`,
      charset: 'windows-1252',
      files: { '/dist/pattern-generator.iife.js': built('.iife'), '/dist/pattern-generator.es.js': built('.es') },
    },
  );
  await expect(widget.part('heading')).toHaveText('Crea tu propio patrón');
  // From the first file: the multiplication sign of the simple form would be two letters.
  await context.route('**/pattern-generator.viewer.js*', (route) => route.abort());
  await widget.choose('cup', await picture());
  await widget.generate.click();
  await widget.expectState('done');
  await expect(widget.part('facts')).toHaveText('20 × 20');
  complaints.length = 0;
});

test('in a sandboxed frame @engines', async ({ shop, site }) => {
  const frame = `<!doctype html><html lang="en"><head>${CLASSIC.replace('"/', `"${site}/`)}</head><body>${WIDGET.replace('"/"', `"${site}/"`)}</body></html>`;
  const { page } = await shop(`<iframe sandbox="allow-scripts" width="800" height="900" srcdoc='${frame}'></iframe>`, {
    scripts: '',
    csp: 'off',
  });
  const root = page.frameLocator('iframe').locator('pattern-generator');
  await root.locator('input[type=file]').setInputFiles({ name: 'cup.png', mimeType: 'image/png', buffer: await picture() });
  await root.locator('[part~=generate-button]').click();
  await expect(root).toHaveAttribute('state', 'done');
  await expect(root.locator('[part~=canvas]')).toBeVisible();
});

test('two versions on one page: the first one works, with its own files', async ({ context, page, site, api, complaints }) => {
  void [api, complaints];
  const asked: string[] = [];
  // Another version has other bytes everywhere, and so other hashes: its files are not there at all.
  await context.route(site + '/other/*.js', (route) => {
    asked.push(route.request().url());
    return route.request().url().endsWith('iife.js')
      ? route.fulfill(js(built('.iife').replaceAll('Cancel', 'Stop')))
      : route.abort();
  });
  const widget = await open({ context, page, site }, { head: CLASSIC + CLASSIC.replace('dist', 'other') + MODULE });
  await expectPattern(widget);
  expect(asked).toEqual([site + '/other/pattern-generator.iife.js']);
});
