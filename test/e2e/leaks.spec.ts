import type { CDPSession, Page } from '@playwright/test';
import type { PatternGenerator } from '../../src/element/pattern-generator.js';
import { watch } from '../support/held.js';
import { ATTRIBUTES, expect, picture, test } from './shop.js';

type Left = Record<string, number>;

/** Only Chromium collects when it is asked, and tells what is left: elsewhere what is given back by hand is counted. */
const inside = (page: Page): Promise<CDPSession> | undefined =>
  page.context().browser()!.browserType().name() === 'chromium' ? page.context().newCDPSession(page) : undefined;

/** What is left on the page once everything that can be collected has been. */
async function left(page: Page, browser?: CDPSession): Promise<Left> {
  await browser?.send('HeapProfiler.collectGarbage');
  const { nodes = 0, jsEventListeners = 0 } = (await browser?.send('Memory.getDOMCounters')) ?? {};
  return { nodes, listeners: jsEventListeners, ...(await page.evaluate(() => (window as any).held())) };
}

/** A template that is drawn for the first time stays with the page, a few nodes once; one node of each widget would be more. */
const ONCE: Left = { nodes: 9 };

const grown = (before: Left, after: Left) =>
  Object.keys(after)
    .filter((what) => after[what]! > before[what]! + (ONCE[what] ?? 0))
    .map((what) => `${what}: ${before[what]} -> ${after[what]}`);

/** Widgets that leave at every stage of their life. */
const comeAndGo = (page: Page, times: number, png: string) =>
  page.evaluate(
    async ([times, png]) => {
      const image = new Blob([Uint8Array.from(atob(png), (char) => char.charCodeAt(0))]);
      const loaded = (img: HTMLImageElement) => new Promise((resolve) => img.addEventListener('load', resolve));
      const stages: ((widget: PatternGenerator) => unknown)[] = [
        () => {}, // in the same turn, before it was ever drawn
        () => new Promise(requestAnimationFrame),
        (widget) => void (widget.image = image),
        (widget) => ((widget.image = image), widget.updateComplete),
        async (widget) => {
          widget.image = image;
          await widget.updateComplete;
          await loaded(widget.shadowRoot!.querySelector('img')!);
        },
        (widget) => ((widget.image = image), void widget.generate().catch(() => {})),
        (widget) => ((widget.image = image), widget.generate()),
      ];
      for (let i = 0; i < times; i++) {
        const widget = document.querySelector('template')!.content.firstElementChild!.cloneNode() as PatternGenerator;
        document.body.append(widget);
        await stages[i % stages.length]!(widget);
        widget.remove();
      }
    },
    [times, png] as const,
  );

/** One widget that makes this many designs, then shows each again from the cache. */
const make = (page: Page, designs: number, png: string) =>
  page.evaluate(
    async ([designs, png]) => {
      const widget = document.querySelector('template')!.content.firstElementChild!.cloneNode() as PatternGenerator;
      document.body.append(widget);
      await widget.clearCache();
      widget.image = new Blob([Uint8Array.from(atob(png), (char) => char.charCodeAt(0))]);
      for (let i = 0; i < designs * 5; i++) {
        widget.parameters = { maxColors: 2 + (i % designs) };
        await widget.generate();
        await widget.updateComplete;
      }
      widget.remove();
    },
    [designs, png] as const,
  );

test('a hundred widgets come and go, and generate over and over, and leave nothing behind', async ({ shop, page, api }) => {
  await page.addInitScript(watch);
  await shop(`<template><pattern-generator ${ATTRIBUTES}></pattern-generator></template>`);
  const browser = await inside(page);
  const png = (await picture()).toString('base64');
  // What the page as a whole needs once, such as the channel to the other tabs, is there after the first ones.
  await comeAndGo(page, 14, png);
  await make(page, 4, png);
  let before = await left(page, browser);
  await expect(async () => {
    const last = before;
    before = await left(page, browser);
    expect(before).toEqual(last);
  }).toPass({ intervals: [500] });
  expect(before).toMatchObject({ intervals: 0, objectUrls: 0, BroadcastChannel: 1, ResizeObserver: 0 });

  await comeAndGo(page, 100, png);
  await make(page, 4, png);
  // What was under way when its widget left comes to its end first.
  await expect.poll(async () => grown(before, await left(page, browser))).toEqual([]);
  expect((await api.paid()).length).toBeLessThanOrEqual(10);
});

/** This many pictures through one studio, two by turns, each until its draft is there and has been turned. */
const study = (page: Page, pictures: number, pngs: string[]) =>
  page.evaluate(
    async ([pictures, pngs]) => {
      const widget = document.querySelector('template')!.content.firstElementChild!.cloneNode() as PatternGenerator;
      document.body.append(widget);
      const drawn = () => new Promise((resolve) => widget.addEventListener('pattern-draft', resolve, { once: true }));
      for (let i = 0; i < pictures; i++) {
        const first = drawn();
        widget.image = new Blob([Uint8Array.from(atob(pngs[i % 2]!), (char) => char.charCodeAt(0)), String(i)]);
        await first;
        const next = drawn();
        widget.adjustments = { turn: 90 };
        await next;
      }
      widget.remove();
    },
    [pictures, pngs] as const,
  );

test('a hundred pictures through the studio leave nothing behind', async ({ shop, page, api }) => {
  test.slow();
  await page.addInitScript(watch);
  await shop(`<template><pattern-generator ${ATTRIBUTES} cache="off"></pattern-generator></template>`);
  const browser = await inside(page);
  const pngs = (await Promise.all([picture(5, 400), picture(6, 400)])).map((png) => png.toString('base64'));
  /** The page's objects, and the bytes of pixels that stand beside them. */
  const held = async () => {
    await browser?.send('HeapProfiler.collectGarbage');
    const { usedSize = 0, backingStorageSize = 0 } = (await browser?.send('Runtime.getHeapUsage')) ?? {};
    return [usedSize, backingStorageSize];
  };
  await study(page, 20, pngs);
  await expect.poll(async () => (await left(page, browser)).Worker).toBe(0);
  const [before, [objects, pixels]] = [await left(page, browser), await held()];
  await study(page, 100, pngs);
  await expect.poll(async () => grown(before, await left(page, browser))).toEqual([]);
  const after = await held();
  console.log(`after a hundred pictures: ${after[0]! - objects!} B of objects and ${after[1]! - pixels!} B of pixels more`);
  expect(after[0]! - objects!).toBeLessThan(1e6);
  expect(after[1]! - pixels!).toBeLessThan(4e6);
  expect(await api.paid()).toEqual([]);
});
