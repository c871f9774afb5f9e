import { spawn, type ChildProcess } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { test as base, type Page } from '@playwright/test';
import { ATTRIBUTES } from '../../src/element/attributes.js';
import { kebab } from '../../src/element/kebab.js';
import { de } from '../../src/element/texts/locales/de.js';
import { expect, picture, Widget, write } from './shop.js';

// What `npm start` runs once the script files are built.
const root = fileURLToPath(new URL('../..', import.meta.url));
const AXE = readFileSync(join(root, 'node_modules/axe-core/axe.min.js'), 'utf8');
const test = base.extend<object, { demo: string }>({
  demo: [
    async ({}, use) => {
      const dataDir = await mkdtemp(join(tmpdir(), 'pattern-demo-'));
      const env = { ...process.env, PORT: '0', DATA_DIR: dataDir };
      const server: ChildProcess = spawn(process.execPath, ['--import', 'tsx', 'demo/server/start.ts'], { cwd: root, env });
      const url = await new Promise<string>((resolve, reject) => {
        let said = '';
        const hear = (text: Buffer) => {
          said += text;
          const [, address] = /Demo: (http:\S+)/.exec(said) ?? [];
          if (address) resolve(address);
        };
        server.stdout!.on('data', hear);
        server.stderr!.on('data', hear);
        server.once('exit', () => reject(new Error(said)));
      });
      await use(url);
      server.removeAllListeners('exit');
      server.kill();
      await new Promise((gone) => server.once('exit', gone));
      await rm(dataDir, { recursive: true, force: true });
    },
    { scope: 'worker', timeout: 60_000 },
  ],
});
test.describe.configure({ mode: 'serial' });

const figure = (page: Page, name: string) => page.locator(`[data-figure=${name}]`);

test('product page: a pattern, its PDF, again for nothing, and the month’s end from the panel', async ({ page, demo }) => {
  await page.goto(demo);
  expect(await page.content()).not.toContain('px_live');
  const widget = new Widget(page);
  const left = figure(page, 'left');
  await page.locator('.panel').scrollIntoViewIfNeeded();
  await expect(left).toHaveText('2,000 of 2,000');
  await widget.choose('cup', await picture());
  await widget.write('maxColors', '12');
  await widget.generate.click();
  await widget.expectState('done');
  await page.locator('.panel').scrollIntoViewIfNeeded();
  await expect(left).toHaveText('1,999 of 2,000');
  expect(await widget.save()).toBe('pixcraft-crossstitch-166x166.pdf');
  await widget.part('again-button').click();
  await widget.generate.click();
  await widget.expectState('done');
  await page.locator('.panel').scrollIntoViewIfNeeded();
  await expect(page.locator('#requests .counted')).toHaveCount(1);

  await write(page.getByLabel('Uses left this month'), '0');
  // Not left: once the PDF's tab is closed Firefox may take its window for one behind, and tells a field there of no change.
  await page.getByLabel('Uses left this month').press('Enter');
  await expect(left).toHaveText('0 of 2,000');
  await widget.part('again-button').click();
  await widget.write('maxColors', '9');
  await widget.generate.click();
  await widget.expectState('exhausted');
  await expect(widget.part('message')).toContainText(/works again on \w+ 1, 20\d\d/);
  await page.reload();
  await widget.expectState('exhausted');
  await page.getByRole('button', { name: 'Set everything back' }).click();
  await expect(left).toHaveText('2,000 of 2,000');
  await widget.expectState('empty');
});

test('both sides: what another visitor had made is asked for, and not paid again', async ({ browser, demo }) => {
  for (const [visitor, cost] of [
    ['the first', 'passed on'],
    ['the second', 'known'],
  ] as const) {
    const page = await (await browser.newContext()).newPage();
    await page.goto(demo);
    const widget = new Widget(page);
    await page.getByRole('button', { name: 'Robin' }).click();
    await widget.expectState('ready');
    await widget.generate.click();
    await widget.expectState('done');
    await page.locator('#asked').scrollIntoViewIfNeeded();
    const line = page.locator('#asked li', { hasText: 'POST /patterns/api/v1/generate' }).first();
    await expect(line, visitor).toContainText(cost);
    await expect(figure(page, 'paid')).toHaveText('1');
    await page.context().close();
  }
});

test('the switch: with the proxy the page has no key, without it the widget asks the API', async ({ page, demo }) => {
  await page.goto(demo);
  const widget = page.locator('pattern-generator');
  await expect(widget).toHaveAttribute('endpoint', '/patterns');
  await page.getByLabel('the API itself').check();
  await expect(widget).toHaveAttribute('endpoint', '/');
  await expect(widget).toHaveAttribute('api-key', 'px_live_demo');
  await expect(page.locator('#tag')).toHaveText('<pattern-generator endpoint="/" api-key="px_live_demo">');
  await page.getByRole('button', { name: 'Set everything back' }).click();
  await page.getByRole('button', { name: 'Three pears' }).click();
  await new Widget(page).generate.click();
  await new Widget(page).expectState('done');
  await page.locator('#requests').scrollIntoViewIfNeeded();
  await expect(figure(page, 'paid')).toHaveText('1');
  await expect(page.locator('#asked')).toHaveText('Nothing yet.');
  await page.getByLabel('the shop’s proxy').check();
  await expect(widget).not.toHaveAttribute('api-key');
});

test('playground: what is changed is in the snippet, escaped, and on the widget', async ({ page, demo }) => {
  await page.goto(demo + 'playground.html');
  const snippet = page.locator('#snippet');
  const set = (name: string) => page.locator(`form [name="${name}"]`);
  await expect(snippet).not.toContainText('niche');
  await set('niche').selectOption('lego');
  await set('contact-url').fill('/a"b<c');
  await set('--pattern-accent').fill('#123456');
  await set('no-pdf').check();
  await expect(snippet).toContainText('niche="lego"');
  await expect(snippet).toContainText('contact-url="/a&quot;b&lt;c"');
  await expect(snippet).toContainText(/\n\s+no-pdf\n/);
  await expect(snippet).toContainText('--pattern-accent: #123456;');
  const widget = page.locator('pattern-generator');
  await expect(widget).toHaveAttribute('contact-url', '/a"b<c');
  await expect(widget).toHaveCSS('--pattern-accent', '#123456');
  await set('lang').selectOption('ar');
  await expect(page.locator('#stage')).toHaveAttribute('dir', 'rtl');
  await set('provider').selectOption('picsart');
  await expect(snippet).toContainText('provider="picsart"');
  await expect(snippet).not.toContainText('niche');
  await expect(set('rotate')).toBeVisible();
});

test('playground: every attribute of the element is there to turn, with what the element takes for granted', async ({
  page,
  demo,
}) => {
  await page.goto(demo + 'playground.html');
  const names = await page.locator('form [name]').evaluateAll((all) => all.map((one) => (one as HTMLInputElement).name));
  const fixed = ['provider', 'endpoint', 'apiKey', 'files'];
  for (const name of Object.keys(ATTRIBUTES)) if (!fixed.includes(name)) expect(names).toContain(kebab(name));
  await expect(page.locator('form [name=max-wait]')).toHaveValue(String(ATTRIBUTES.maxWait.initial));
  await expect(page.locator('form [name=usage] option')).toHaveText(['low', 'always', 'never']);
  await expect(page.locator('form [name=rotate]')).toHaveAttribute('min', '-180');
});

for (const path of ['', 'playground.html', 'themes.html', 'embed.html'])
  for (const width of [375, 1280])
    for (const colorScheme of ['light', 'dark'] as const)
      test(`/${path} at ${width} px, ${colorScheme}: accessible, nothing sideways, nothing jumps`, async ({ browser, demo }) => {
        const page = await (await browser.newContext({ viewport: { width, height: 800 }, colorScheme })).newPage();
        await page.addInitScript(() => {
          new PerformanceObserver((list) => {
            for (const entry of list.getEntries()) shifts.push((entry as PerformanceEntry & { value: number }).value);
          }).observe({ type: 'layout-shift', buffered: true });
          const shifts: number[] = ((globalThis as any).shifts = []);
        });
        await page.goto(demo + path, { waitUntil: 'networkidle' });
        await new Widget(page).expectState('empty');
        await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
        if (!path) await expect(page.locator('[data-figure=left]')).not.toHaveText('–');
        await page.evaluate(AXE); // a script tag of ours would be against the page's policy
        const found = await page.evaluate(async () => (globalThis as any).axe.run(document));
        expect(found.violations.map(({ id, nodes }: any) => [id, nodes.map(({ html }: any) => html)])).toEqual([]);
        // Beside a scroll bar there is less room.
        expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0);
        const shifts: number[] = await page.evaluate(() => (globalThis as any).shifts);
        expect(shifts.reduce((sum, shift) => sum + shift, 0)).toBeLessThan(0.1);
        await page.context().close();
      });

for (const path of readdirSync(join(root, 'demo/guide')))
  test(`guide/${path} on a phone: accessible, every table whole, nothing of its Markdown left`, async ({ browser, demo }) => {
    const page = await (await browser.newContext({ viewport: { width: 320, height: 800 } })).newPage();
    await page.goto(`${demo}guide/${path.replace('README', 'index').replace('.md', '.html')}`);
    for (const widget of await page.locator('pattern-generator').all()) await expect(widget).toHaveAttribute('state', 'empty');
    await page.evaluate(AXE);
    const found = await page.evaluate(async () => (globalThis as any).axe.run(document));
    expect(found.violations.map(({ id, nodes }: any) => [id, nodes.map(({ html }: any) => html)])).toEqual([]);
    const wide = await page.evaluate(() =>
      [document.documentElement, ...document.querySelectorAll('.scroll')]
        .filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth)
        .map(({ textContent }) => textContent!.trim().slice(0, 80)),
    );
    expect(wide).toEqual([]);
    const words = await page.evaluate(() => {
      for (const code of document.querySelectorAll('article :is(code, .live)')) code.remove();
      return document.querySelector('article')!.textContent!;
    });
    expect(words).not.toMatch(/[*`|]|\]\(/);
    await page.context().close();
  });

test('guide: the materials of a pattern go into the shop’s basket, in the colours that are shown', async ({ page, demo }) => {
  await page.goto(demo + 'guide/events.html');
  const index = await page.locator('pattern-generator').evaluateAll((all) => all.findIndex(({ id }) => id === 'stitched'));
  const widget = new Widget(page, index);
  await widget.choose('cup', await picture(3));
  await widget.generate.click();
  await widget.expectState('done');
  const result = await widget.root.evaluate((element: HTMLElementTagNameMap['pattern-generator']) => element.result!.materials);
  const basket = page.locator('#basket li');
  await expect(basket).toHaveText(result.map(({ name, quantity }) => `${Math.ceil(quantity / 1700)} × ${name}`));
  expect(await basket.first().getAttribute('data-article')).toBe(`skein-${result[0]!.id}`);
});

for (const path of ['embed.html', 'embed-classic.html'])
  test(`${path}: the built file works under the strict policy`, async ({ page, demo }) => {
    const complaints: string[] = [];
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
    await page.goto(demo + path);
    const widget = new Widget(page);
    await widget.choose('cup', await picture(2));
    await widget.generate.click();
    await widget.expectState('done');
    await expect(widget.root.locator('canvas').first()).toBeVisible();
    expect(complaints).toEqual([]);
  });

const LANGUAGES = 11;
/** What is read only for a moment, by the focus, or where a browser lacks something. */
const ELSEWHERE = `preparing studioDrawing studioNoDraft craftKeys craftLeave historyGone historyOwed`.split(' ');

test('texts: of all languages beside each other only what is near the screen stands', async ({ browser, demo }) => {
  test.setTimeout(150_000);
  const page = await (await browser.newContext({ viewport: { width: 1280, height: 700 } })).newPage();
  await page.goto(demo + 'texts.html?width=280');
  const row = (scene: number) => page.locator(`[data-scene="${scene}"]`);
  await expect(row(0).locator('pattern-generator')).toHaveCount(LANGUAGES);
  const patient = { timeout: 60_000 };
  await expect(row(0)).toHaveAttribute('data-ready', 'true', patient);
  await row(49).evaluate((element) => element.scrollIntoView());
  await expect(row(49).locator('pattern-generator[state=error]')).toHaveCount(LANGUAGES, patient);
  await expect(row(0).locator('pattern-generator')).toHaveCount(0);
  expect(await page.locator('pattern-generator').count()).toBeLessThan(100);
  await page.context().close();
});

test('texts: every state is there with what is read in it, and on a phone nothing is cut', async ({
  browser,
  browserName,
  demo,
}) => {
  test.setTimeout(360_000);
  // Only there a finger can be played, and the camera is for fingers.
  const isPhone = browserName === 'chromium';
  const elsewhere = isPhone ? ELSEWHERE : [...ELSEWHERE, 'camera'];
  const context = await browser.newContext({
    viewport: { width: 500, height: 900 },
    reducedMotion: 'reduce',
    ...(isPhone && { hasTouch: true, isMobile: true }),
  });
  const page = await context.newPage();
  await page.goto(demo + 'texts.html?langs=de&width=375');
  await expect(page.locator('#stage[data-ready]')).toBeAttached({ timeout: 300_000 });
  const cut = await page.evaluate(() =>
    [...document.querySelectorAll('pattern-generator')].flatMap((widget) =>
      [...widget.shadowRoot!.querySelectorAll('*')]
        .filter((node) => {
          const { overflowX } = getComputedStyle(node);
          const own = [...node.childNodes].some(({ nodeType, textContent }) => nodeType === 3 && textContent!.trim());
          // One pixel is for screen readers.
          return own && node.clientWidth > 1 && node.scrollWidth > node.clientWidth + 1 && !/auto|scroll/.test(overflowX);
        })
        .map((node) => `${widget.closest('section')!.querySelector('h2')!.textContent}: ${node.textContent!.trim()}`),
    ),
  );
  expect(cut).toEqual([]);
  // Some of their blanks are such that no line breaks there.
  const read = () =>
    page.evaluate(() => {
      const read = new Set<string>();
      for (const widget of document.querySelectorAll('pattern-generator'))
        for (const node of widget.shadowRoot!.querySelectorAll('*')) {
          for (const { name, value } of node.attributes) if (/^(aria-|alt|placeholder|title)/.test(name)) read.add(value);
          read.add(node.textContent!.replace(/\s+/g, ' ').trim());
        }
      return [...read].join('\n');
    });
  // Drafts come when they are drawn.
  await expect
    .poll(
      async () => {
        const all = await read();
        const unread = Object.entries(de).filter(([, text]) => {
          const plain = text
            .replace(/\s+/g, ' ')
            .replace(/[.*+?^$()|[\]\\]/g, '\\$&')
            .replace(/\{\w+\}/g, '.+');
          return !new RegExp(plain).test(all);
        });
        return unread.map(([name]) => name).filter((name) => !elsewhere.includes(name));
      },
      { timeout: 40_000 },
    )
    .toEqual([]);
  await context.close();
});
