import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { test as base, type Page } from '@playwright/test';
import { expect, picture, Widget } from './shop.js';

// What `npm start` runs once the script files are built.
const root = fileURLToPath(new URL('../..', import.meta.url));
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
  await widget.field('maxColors').fill('12');
  await widget.generate.click();
  await widget.expectState('done');
  await page.locator('.panel').scrollIntoViewIfNeeded();
  await expect(left).toHaveText('1,999 of 2,000');
  const download = page.waitForEvent('download');
  await widget.part('pdf-button').click();
  expect((await download).suggestedFilename()).toBe('pixcraft-crossstitch-166x111.pdf');
  await widget.part('again-button').click();
  await widget.generate.click();
  await widget.expectState('done');
  await page.locator('.panel').scrollIntoViewIfNeeded();
  await expect(page.locator('#requests .counted')).toHaveCount(1);

  await page.getByLabel('Uses left this month').fill('0');
  await page.getByLabel('Uses left this month').blur();
  await expect(left).toHaveText('0 of 2,000');
  await widget.part('again-button').click();
  await widget.field('maxColors').fill('9');
  await widget.generate.click();
  await widget.expectState('exhausted');
  await expect(widget.part('message')).toContainText(/works again on \w+ 1, 20\d\d/);
  await page.reload();
  await widget.expectState('exhausted');
  await page.getByRole('button', { name: 'Set everything back' }).click();
  await expect(left).toHaveText('2,000 of 2,000');
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
  await expect(snippet).not.toContainText('niche');
  await page.locator('form [name=niche]').selectOption('lego');
  await page.locator('form [name=contact-url]').fill('/a"b<c');
  await expect(snippet).toContainText('niche="lego"');
  await expect(snippet).toContainText('contact-url="/a&quot;b&lt;c"');
  await expect(page.locator('pattern-generator')).toHaveAttribute('contact-url', '/a"b<c');
  await page.locator('form [name=provider]').selectOption('picsart');
  await expect(snippet).toContainText('provider="picsart"');
  await expect(snippet).not.toContainText('niche');
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
