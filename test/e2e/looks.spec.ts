import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { expect, test, type Widget } from './shop.js';
import { stitching } from './stitching.js';

// How the result's views hold together: what can be hit, what is cut, what an assistive browser is told.
const AXE = readFileSync('node_modules/axe-core/axe.min.js', 'utf8');
const SIZES = { phone: { width: 375, height: 740 }, desktop: { width: 800, height: 700 } };

/** Everything that can be opened is open. */
async function openAll(widget: Widget): Promise<void> {
  await widget.part('tool').first().click();
  await expect(widget.part('search')).toBeVisible();
  await widget.part('guide-title').click();
  await widget.part('tool').last().click();
  await expect(widget.part('take-button').first()).toBeVisible();
}

/** What lies over something else, or out of the window, or is too small to hit. */
const misplaced = (page: Page, least: number) =>
  page.evaluate((least) => {
    const root = document.querySelector('pattern-generator')!.shadowRoot!;
    const within = root.querySelector('dialog') ?? root;
    const wrong: string[] = [];
    const box = (node: Element) => node.getBoundingClientRect();
    const shown = (node: Element) => box(node).width > 0 && (node as HTMLElement).checkVisibility({ visibilityProperty: true });
    const name = (node: Element) => node.getAttribute('part') ?? node.tagName;
    const targets = [...within.querySelectorAll('button, input:not([type=file]), summary, a[href]')].filter(shown);
    for (const node of targets)
      if (Math.min(box(node).width, box(node).height) < least - 0.5) wrong.push(`${name(node)} is small`);
    if (document.documentElement.scrollWidth > innerWidth) wrong.push('the page scrolls sideways');
    for (const part of ['tools', 'pager', 'doing-bar', 'needs', 'take', 'facts']) {
      const node = within.querySelector(`[part=${part}]`);
      if (node && shown(node) && (box(node).right > innerWidth + 1 || box(node).left < -1)) wrong.push(`${part} is cut`);
    }
    const apart = ['preview', 'work', 'doing'].map((part) => within.querySelector(`[part=${part}]`)!);
    const inside = (node: Element) => [node, ...node.querySelectorAll('button, [part=current]')].map(box);
    for (const [at, upper] of apart.entries())
      for (const lower of apart.slice(at + 1))
        for (const one of inside(upper))
          for (const other of inside(lower))
            if (
              one.bottom > other.top + 1 &&
              one.right > other.left + 1 &&
              other.right > one.left + 1 &&
              other.bottom > one.top + 1
            )
              wrong.push(`${name(upper)} lies over ${name(lower)}`);
    return [...new Set(wrong)];
  }, least);

async function violations(page: Page): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(AXE);
  return page.evaluate(async () => {
    const { violations } = await (window as any).axe.run('pattern-generator');
    return violations.map(({ id, nodes }: any) => `${id} ${nodes[0].html.slice(0, 120)}`);
  });
}

for (const colorScheme of ['light', 'dark'] as const)
  for (const [device, viewport] of Object.entries(SIZES))
    test.describe(`${device}, ${colorScheme}`, () => {
      test.use({ colorScheme, viewport, deviceScaleFactor: 1 });

      test('every view is accessible, and everything in it can be hit', async ({ shop, page }) => {
        const widget = await stitching(shop, page);
        await openAll(widget);
        for (let look = 0; look < 3; look++) {
          await widget.part('look').nth(look).click();
          expect(await violations(page)).toEqual([]);
        }
        expect(await misplaced(page, 44)).toEqual([]);
        await widget.part('full-button').click();
        await expect(widget.part('full')).toBeVisible();
        // The chart has the room that is left; all that one works with is in view.
        await expect(widget.part('full-button')).toBeInViewport({ ratio: 1 });
        await expect(widget.part('zoom-in')).toBeInViewport({ ratio: 1 });
        expect((await widget.part('canvas').boundingBox())!.height).toBeGreaterThanOrEqual(190);
        expect(await violations(page)).toEqual([]);
        expect(await misplaced(page, 44)).toEqual([]);
      });
    });

for (const width of [280, 375])
  test(`text twice as large on ${width} pixels: nothing is cut, nothing lies over anything else`, async ({ shop, page }) => {
    await page.setViewportSize({ width, height: 740 });
    const widget = await stitching(shop, page, 'font-size: 200%');
    await openAll(widget);
    expect(await misplaced(page, 44)).toEqual([]);
    await widget.part('full-button').click();
    await expect(widget.part('full')).toBeVisible();
    expect(await misplaced(page, 44)).toEqual([]);
    // What is pressed again and again needs no scrolling; nor does the way out.
    for (const part of [
      'canvas',
      'previous',
      'next',
      'current-run',
      'done-button',
      'line-done-button',
      'undo-button',
      'full-button',
    ])
      await expect(widget.part(part)).toBeInViewport({ ratio: 0.99 });
    await expect(widget.part('line-done-button')).toHaveAccessibleName('✓ Row 2');
    expect(await violations(page)).toEqual([]);
  });

test.describe('forced colours', () => {
  test.use({ forcedColors: 'active' });

  test('what is pressed, current, done and how far one is can be seen @chromium', async ({ shop, page }) => {
    const widget = await stitching(shop, page);
    const ring = (part: string, at: number) =>
      widget
        .part(part)
        .nth(at)
        .evaluate((node) => getComputedStyle(node).outlineStyle);
    await widget.part('pen-button').click();
    await page.mouse.move(0, 0);
    expect(await ring('look', 1)).toBe('solid');
    expect(await ring('look', 2)).toBe('none');
    expect(await ring('pen-button', 0)).toBe('solid');
    await expect(widget.part('share-bar')).toBeVisible();
    await widget.part('guide-title').click();
    const edge = (at: number) =>
      widget
        .part('step')
        .nth(at)
        .evaluate((node) => getComputedStyle(node).borderInlineStartWidth);
    expect([await edge(1), await edge(2)]).toEqual(['3px', '0px']);
    // Swatches, blocks and chart are what they are of.
    const color = (part: string) =>
      widget
        .part(part)
        .first()
        .evaluate((node) => getComputedStyle(node).backgroundColor);
    expect(await color('swatch')).toBe('rgb(208, 64, 96)');
    expect(await color('run-button')).toBe('rgb(208, 64, 96)');
    expect(await violations(page)).toEqual([]);
  });
});

test('nothing moves by itself where less motion is asked for', async ({ shop, page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const widget = await stitching(shop, page);
  await openAll(widget);
  const running = await widget.root.evaluate((host) =>
    host
      .shadowRoot!.getAnimations()
      .filter(({ effect }) => +effect!.getComputedTiming().duration! > 10)
      .map(({ effect }) => (effect as KeyframeEffect).target?.getAttribute('part')),
  );
  expect(running).toEqual([]);
});
