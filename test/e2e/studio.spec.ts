import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import type { PatternGenerator } from '../../src/element/pattern-generator.js';
import { expect, picture, test, type Widget } from './shop.js';

const photo = readFileSync('demo/pictures/robin.jpg');
const BODY = '<pattern-generator endpoint="/" api-key="px_live_demo" niche="crossstitch"></pattern-generator>';
const choose = (widget: Widget, buffer = photo) =>
  widget.root.locator('input[type=file]').setInputFiles({ name: 'robin.jpg', mimeType: 'image/jpeg', buffer });

/** Counts drafts, workers and what the policy refuses; runs before any script of the page. */
function watch(): void {
  const seen = { drafts: 0, workers: 0, violations: [] as string[] };
  (window as any).seen = seen;
  document.addEventListener('pattern-draft', () => seen.drafts++);
  document.addEventListener('securitypolicyviolation', (event) => seen.violations.push(event.violatedDirective));
  const Native = Worker;
  window.Worker = class extends Native {
    constructor(...args: ConstructorParameters<typeof Native>) {
      super(...args);
      seen.workers++;
    }
  };
}
const seen = (page: Page): Promise<{ drafts: number; workers: number; violations: string[] }> =>
  page.evaluate(() => (window as any).seen);
const drawn = (widget: Widget, more = 0) => expect.poll(async () => (await seen(widget.page)).drafts).toBeGreaterThan(more);
const adjustments = (widget: Widget) => widget.root.evaluate((element) => (element as PatternGenerator).adjustments);

/** Colours of the draft as it stands on the screen, cell by cell. */
const draftCells = (widget: Widget, columns: number, rows: number) =>
  widget.part('draft-canvas').evaluate(
    (canvas, [columns, rows]) => {
      const { width, height } = canvas as HTMLCanvasElement;
      const { data } = (canvas as HTMLCanvasElement).getContext('2d')!.getImageData(0, 0, width, height);
      return Array.from({ length: columns! * rows! }, (_, cell) => {
        const x = Math.floor((((cell % columns!) + 0.5) * width) / columns!);
        const y = Math.floor(((Math.floor(cell / columns!) + 0.5) * height) / rows!);
        return '#' + [0, 1, 2].map((light) => data[(y * width + x) * 4 + light]!.toString(16).padStart(2, '0')).join('');
      });
    },
    [columns, rows],
  );

test.beforeEach(({ page }) => page.addInitScript(watch));

test('twenty settings, one use; the pattern is the draft that was seen, to the cell', async ({ shop, api }) => {
  test.slow();
  const widget = await shop(BODY);
  await choose(widget);
  await drawn(widget);
  await widget.part('turn-button').click();
  await widget.part('mirror-button').click();
  await widget.part('studio-tool').last().click();
  for (const [index, value] of [
    [0, 10],
    [1, 15],
    [2, -5],
    [0, 5],
    [1, 8],
    [2, 12],
  ] as const)
    await widget.part('light').locator('[part=slider]').nth(index).fill(String(value));
  for (const count of [8, 12, 30, 24, 18]) await widget.write('maxColors', String(count));
  await widget.field('maxColors').blur();
  for (const width of [25, 40, 28, 30]) {
    await widget.write('widthCm', String(width));
    await widget.field('widthCm').blur();
  }
  for (const fabric of ['16', '14', '']) await widget.field('fabric').selectOption(fabric);
  expect(await api.paid()).toHaveLength(0);

  await expect(widget.part('studio-grid')).toHaveText('166 × 250');
  // The hand is still: the draft is made of the very bytes that would be sent.
  const cells = async () => (await draftCells(widget, 166, 250)).join();
  let last = '';
  await expect(async () => {
    const before = last;
    last = await cells();
    expect(last).toBe(before);
  }).toPass({ intervals: [1500] });

  await widget.generate.click();
  await expect(widget.root).toHaveAttribute('state', 'done', { timeout: 60_000 });
  expect(await api.uses()).toBe(1);
  const made = await widget.root.evaluate((element) =>
    (element as PatternGenerator).result!.guide.flatMap(({ runs }) =>
      runs.flatMap(({ hex, count }) => Array(count).fill(hex.toLowerCase())),
    ),
  );
  const draft = last.split(',');
  expect(made).toHaveLength(draft.length);
  const same = made.filter((hex, cell) => hex === draft[cell]).length / made.length;
  console.log(`draft and pattern: ${(same * 100).toFixed(2)} % of the cells alike`);
  expect(same).toBeGreaterThanOrEqual(0.98);
});

test('drafts come from a worker under the strict policy, and the page refuses nothing', async ({ shop }) => {
  const widget = await shop(BODY);
  await choose(widget);
  await drawn(widget);
  expect(await seen(widget.page)).toMatchObject({ workers: 1, violations: [] });
});

test('where no worker may be, drafts come in slices', async ({ shop, complaints }) => {
  const csp =
    "default-src 'none'; script-src 'self'; worker-src 'none'; style-src 'self'; img-src 'self' blob: data:; connect-src 'self'; require-trusted-types-for 'script'";
  const widget = await shop(BODY, { csp });
  await choose(widget);
  await drawn(widget);
  // The browser says itself that it refused the worker.
  expect(complaints.splice(0).filter((text) => !/worker/i.test(text))).toEqual([]);
});

test('where everything is in one file there is no worker, and drafts come in slices', async ({ shop }) => {
  const widget = await shop(BODY, { scripts: 'all' });
  await choose(widget);
  await drawn(widget);
  expect(await seen(widget.page)).toMatchObject({ workers: 0, violations: [] });
});

for (const file of ['studio', 'draft'])
  for (const [name, answer] of Object.entries({
    missing: { status: 404, body: 'gone' },
    'tampered with': { status: 200, contentType: 'text/javascript', body: 'globalThis.document && (document.title = "owned")' },
  }))
    test(`where the ${file} file is ${name}, a pattern is made all the same`, async ({ shop, context, complaints, api }) => {
      await context.route(`**/pattern-generator.${file}.js*`, (route) => route.fulfill(answer));
      const widget = await shop(BODY);
      await choose(widget, await picture());
      await expect(widget.part('thumbnail')).toBeVisible();
      const said = () => complaints.filter((text) => text.startsWith('<pattern-generator>'));
      await expect.poll(() => said().length).toBe(1);
      expect(said()[0]).toContain(`pattern-generator.${file}.js`);
      if (file === 'draft') await expect(widget.part('draft-note')).toHaveText('No draft can be drawn here.');
      await widget.write('widthCm', '20');
      await widget.generate.click();
      await widget.expectState('done');
      expect(await widget.page.title()).toBe('A shop');
      expect((await seen(widget.page)).drafts).toBe(0);
      expect(await api.uses()).toBe(1);
      complaints.splice(0);
    });

test('by keyboard alone: crop, light, size, and a pattern', async ({ shop, api }) => {
  const widget = await shop(BODY);
  const { keyboard } = widget.page;
  await choose(widget, await picture(3, 300));
  await drawn(widget);
  const focused = (what: string) =>
    expect(async () => {
      await keyboard.press('Tab');
      expect(await widget.root.evaluate((element) => element.shadowRoot!.activeElement?.getAttribute('part') ?? '')).toContain(
        what,
      );
    }).toPass({ intervals: [0] });
  await focused('studio-tool');
  await keyboard.press('Enter');
  await widget.part('crop-frame').waitFor();
  await keyboard.press('Shift+Tab');
  await keyboard.press('+');
  await keyboard.press('ArrowLeft');
  const { crop } = (await adjustments(widget))!;
  expect(crop!.width).toBeLessThan(1);
  expect(crop!.x).toBeLessThan((1 - crop!.width) / 2);
  await focused('turn-button');
  await keyboard.press('Enter');
  expect(await adjustments(widget)).toMatchObject({ turn: 90 });
  await focused('generate-button');
  await keyboard.press('Enter');
  await widget.expectState('done');
  expect(await api.uses()).toBe(1);
});

// Two fingers are put down over the DevTools protocol.
test('with fingers: drag moves the picture under the frame, two bring it closer @phone @chromium', async ({ shop, context }) => {
  const widget = await shop(BODY);
  await choose(widget, await picture(4, 300));
  await drawn(widget);
  await widget.part('studio-tool').first().click();
  const box = (await widget.part('crop-frame').boundingBox())!;
  const browser = await context.newCDPSession(widget.page);
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', ...touchPoints: { x: number; y: number; id: number }[]) =>
    browser.send('Input.dispatchTouchEvent', { type, touchPoints });
  await touch('touchStart', { x: x - 30, y, id: 1 }, { x: x + 30, y, id: 2 });
  for (let step = 1; step <= 5; step++)
    await touch('touchMove', { x: x - 30 - step * 8, y, id: 1 }, { x: x + 30 + step * 8, y, id: 2 });
  await touch('touchEnd');
  const { crop } = (await adjustments(widget))!;
  expect(crop!.width).toBeLessThan(0.6);
  await touch('touchStart', { x, y, id: 1 });
  for (let step = 1; step <= 5; step++) await touch('touchMove', { x: x + step * 8, y, id: 1 });
  await touch('touchEnd');
  expect((await adjustments(widget))!.crop!.x).toBeLessThan(crop!.x);
  expect((await adjustments(widget))!.crop!.width).toBeCloseTo(crop!.width, 3);
});

test('warnings come and go without moving Generate, and a press that begins in a field arrives though the page moves it; letting go elsewhere takes it back', async ({
  shop,
  api,
  page,
}) => {
  await page.setViewportSize({ width: 375, height: 800 });
  // A page that makes room for something of its own between the two halves of a press.
  await page.addInitScript(() =>
    document.addEventListener('mousedown', () => {
      // Browsers that hold what is read in its place would hide it.
      document.documentElement.style.overflowAnchor = 'none';
      if (location.hash) document.querySelector('h1')!.style.height = '180px';
    }),
  );
  const widget = await shop('<h1>A shop</h1><pattern-generator endpoint="/" api-key="px_live_demo"></pattern-generator>');
  const top = async () => Math.round((await widget.generate.boundingBox())!.y + (await page.evaluate(() => scrollY)));
  const warning = (text: string) => widget.part('warning').filter({ hasText: text });
  await widget.choose('cup', await picture());
  await expect(widget.part('studio-facts')).toBeVisible();
  const before = await top();
  const coarse = warning('fewer dots');
  await expect(coarse).toBeVisible();
  await coarse.locator('[part=fix-button]').click();
  await expect(coarse).toBeHidden();
  expect(await top()).toBe(before);
  await widget.generate.click();
  await widget.expectState('done');
  await widget.part('again-button').click();
  const kept = warning('already');
  await expect(kept).toBeVisible();
  // Also when a number of colours was tried and taken out again.
  for (const colors of ['5', '']) {
    await widget.write('maxColors', colors);
    await widget.field('maxColors').blur();
    await (colors ? expect(kept).toBeHidden() : expect(kept).toBeVisible());
    expect(await top()).toBe(before);
  }

  await page.evaluate(() => (location.hash = 'moves'));
  const press = async (colors: string, away: number) => {
    await page.evaluate(() => (document.querySelector('h1')!.style.height = ''));
    await widget.write('maxColors', colors);
    await widget.generate.scrollIntoViewIfNeeded();
    const { x, y, width, height } = (await widget.generate.boundingBox())!;
    await page.mouse.move(x + width / 2, y + height / 2);
    await page.mouse.down();
    await expect.poll(async () => Math.abs((await widget.generate.boundingBox())!.y - y)).toBeGreaterThan(height);
    if (away) await page.mouse.move(x + width / 2, y + height / 2 + away, { steps: 3 });
    await page.mouse.up();
  };
  await press('9', 0);
  await widget.expectState('done');
  await widget.part('again-button').click();
  await expect(kept).toBeVisible();
  await press('8', -300);
  await widget.expectState('ready');
  expect(await api.paid()).toHaveLength(2);
});
