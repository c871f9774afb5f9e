import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import sharp from 'sharp';
import { ATTRIBUTES, expect, picture, test, type Widget } from './shop.js';

type Element = HTMLElementTagNameMap['pattern-generator'];

const white = () =>
  sharp({ create: { width: 300, height: 200, channels: 3, background: '#fff' } })
    .png()
    .toBuffer();
const codeOf = (widget: Widget) => widget.root.evaluate((el: Element) => el.error?.code);

/** Where it is about what is kept nobody looks at a studio. */
const STRIP = `<pattern-generator ${ATTRIBUTES} studio="none"></pattern-generator>`;

/** Makes so many different designs, as fast as they come. */
const fill = (widget: Widget, count: number) =>
  widget.root.evaluate(async (el: Element, count) => {
    for (let at = 0; at < count; at++) {
      const canvas = document.createElement('canvas');
      canvas.width = canvas.height = 40;
      const context = canvas.getContext('2d')!;
      context.fillStyle = `hsl(${at * 15} 80% 50%)`;
      context.fillRect(4, at, 30, 12);
      el.image = await new Promise<Blob>((made) => canvas.toBlob((blob) => made(blob!)));
      el.widthCm = 10 + at;
      await el.generate();
    }
    el.reset();
  }, count);

test('twenty-four kept designs at 280 and 375 px: nothing goes sideways, each tells what it is, and a removal can be undone', async ({
  shop,
  api,
  page,
}) => {
  await page.setViewportSize({ width: 375, height: 700 });
  const widget = await shop(STRIP, { page });
  await widget.expectState('empty');
  await fill(widget, 24);
  const items = widget.part('history-item');
  await expect(items).toHaveCount(24);
  // Beside what there is to scroll: how far the page is wider than its window.
  const sideways = async () => {
    const wider: number[] = [];
    for (const width of [280, 375]) {
      await page.setViewportSize({ width, height: 700 });
      wider.push(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth));
    }
    return wider;
  };
  expect(await sideways()).toEqual([0, 0]);
  const year = String(new Date().getFullYear());
  for (const word of ['Mosaic', '33 × 20', year]) await expect(items.first()).toContainText(word);
  const paid = (await api.paid()).length;

  const remove = items.nth(1).locator('[part=history-remove]');
  await expect(remove).toHaveAccessibleName(/Remove Mosaic, 32 × 20/);
  await remove.focus();
  await page.keyboard.press('Enter');
  await expect(items).toHaveCount(23);
  await expect(widget.part('history-told')).toContainText('Removed: Mosaic, 32 × 20');
  expect(await sideways()).toEqual([0, 0]);
  await widget.part('history-undo-button').press('Enter');
  await expect(items).toHaveCount(24);
  await expect(widget.part('history-undo-button')).toHaveCount(0);
  await expect(items.nth(1)).toContainText('32 × 20');

  await page.clock.install();
  await remove.click();
  await expect(items).toHaveCount(23);
  await expect(widget.part('history-undo-button')).toHaveCount(1);
  await page.clock.fastForward(20_000);
  await expect(widget.part('history-undo-button')).toHaveCount(0);
  await page.reload();
  await expect(items).toHaveCount(23);
  expect(await api.paid()).toHaveLength(paid);
});

test('one of two is removed and taken back', async ({ shop }) => {
  const widget = await shop(STRIP);
  await widget.expectState('empty');
  await fill(widget, 2);
  await widget.part('history-remove').first().click();
  await expect(widget.part('history-item')).toHaveCount(0);
  await widget.part('history-undo-button').click();
  await expect(widget.part('history-item')).toHaveCount(2);
});

test('a removal that the storage refuses is told, is off the list, and can be taken back', async ({ shop, page }) => {
  await page.addInitScript(() => {
    const { delete: remove } = IDBObjectStore.prototype;
    IDBObjectStore.prototype.delete = function (key) {
      if ((globalThis as any).refuses) throw new DOMException('refused', 'UnknownError');
      return remove.call(this, key);
    };
  });
  const widget = await shop(STRIP, { page });
  await widget.expectState('empty');
  await fill(widget, 3);
  const items = widget.part('history-item');
  await expect(items).toHaveCount(3);
  await page.evaluate(() => ((globalThis as any).refuses = true));
  await widget.part('history-remove').first().click();
  await expect(items).toHaveCount(2);
  await expect(widget.part('history-told')).toContainText('Not deleted yet, because this browser refused: Mosaic');
  await widget.part('history-undo-button').click();
  await expect(items).toHaveCount(3);

  await widget.part('history-remove').first().click();
  await expect(items).toHaveCount(2);
  await page.evaluate(() => ((globalThis as any).refuses = false));
  // What is owed is paid as soon as it can be.
  const stored = () =>
    page.evaluate(async () => {
      const open = indexedDB.open('pattern-generator-1');
      const database = await new Promise<IDBDatabase>((done) => (open.onsuccess = () => done(open.result)));
      const count = database.transaction('results').objectStore('results').count();
      const found = await new Promise((done) => (count.onsuccess = () => done(count.result)));
      database.close();
      return found;
    });
  await expect.poll(stored).toBe(2);
  await page.reload();
  await expect(items).toHaveCount(2);
});

test('a picture of nothing is asked about before it is paid for, once', async ({ shop, api }) => {
  const widget = await shop();
  await widget.choose('white', await white());
  await expect(widget.part('message')).toHaveText(/almost nothing to see/);
  await expect(widget.part('message')).toHaveAttribute('role', 'status');
  await expect(widget.generate).toHaveText(/Generate it all the same/);
  expect(await api.uses()).toBe(0);
  // Another picture instead: no question.
  await widget.choose('cup', await picture());
  await expect(widget.generate).toHaveText(/Generate pattern/);
  await widget.choose('white', await white());
  await expect(widget.generate).toHaveText(/Generate it all the same/);
  await widget.generate.press('Enter');
  await widget.expectState('done');
  expect(await api.uses()).toBe(1);
  await widget.part('again-button').click();
  await expect(widget.generate).toHaveText(/Generate pattern/);
  // The same picture, chosen again: answered already.
  await widget.choose('white', await white());
  await widget.expectState('ready');
  await expect(widget.part('message')).toHaveText(/Picture chosen/);
  await expect(widget.generate).toHaveText(/Generate pattern/);
});

test('Escape cancels, by the keyboard alone', async ({ shop, api, page }) => {
  const widget = await shop(undefined, { page });
  await widget.choose('cup', await picture());
  await widget.expectState('ready');
  await api.set({ latencyMs: 3000 });
  await widget.generate.press('Enter');
  await widget.expectState('working');
  await page.keyboard.press('Escape');
  await widget.expectState('ready');
  await expect(widget.generate).toBeFocused();
});

test('data: and blob: addresses are pictures, under the strict policy too @engines', async ({ shop, api, complaints }) => {
  const bytes = (await picture(5)).toString('base64');
  for (const kind of ['data', 'blob']) {
    const widget = await shop();
    await widget.expectState('empty');
    await widget.root.evaluate(
      (el: Element, [kind, bytes]) => {
        const blob = new Blob([Uint8Array.from(atob(bytes!), (char) => char.charCodeAt(0))], { type: 'image/png' });
        el.image = kind === 'data' ? 'data:image/png;base64,' + bytes : URL.createObjectURL(blob);
      },
      [kind, bytes],
    );
    await widget.expectState('ready');
    await expect(widget.part('thumbnail')).toBeVisible();
    await widget.generate.click();
    await widget.expectState('done');
  }
  expect(await api.uses()).toBe(2);
  // The browser itself reports that a blob: may not be read under this policy; then it is drawn.
  for (const line of complaints.splice(0)) expect(line).toContain('blob:');
});

test('what cannot be drawn is told when it is chosen, with what to do, and nothing can be pressed', async ({
  shop,
  api,
  complaints,
}) => {
  const widget = await shop();
  const box = (brand: string) => Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from('ftyp' + brand), Buffer.alloc(900)]);
  for (const [name, bytes, words] of [
    ['holiday.heic', box('heic'), 'HEIC files cannot be read here. Please choose a JPEG, PNG or WebP picture.'],
    ['scan.tif', Buffer.concat([Buffer.from('II*\0'), Buffer.alloc(900)]), /^TIFF files cannot be read here/],
    ['broken.jpg', (await readFile('demo/pictures/robin.jpg')).subarray(0, 9000), /A part of this picture is missing/],
    ['letter.png', Buffer.from('Dear diary'), /This picture cannot be read. Please choose another one./],
    [
      'huge.png',
      bomb(await picture()),
      'This picture is too large: 400 megapixels, at most 100 megapixels. Please choose a smaller one.',
    ],
  ] as const) {
    await widget.root.locator('input[type=file]').setInputFiles({ name, mimeType: 'image/png', buffer: bytes as Buffer });
    await expect(widget.part('alert')).toHaveText(words);
    await expect(widget.part('thumbnail')).toHaveCount(0);
    await expect(widget.generate).toHaveCount(0);
  }
  await widget.choose('cup', await picture());
  await widget.expectState('ready');
  await expect(widget.generate).toBeEnabled();
  expect(await api.uses()).toBe(0);
  // The recorder of traces reads the pictures again, which the page's policy forbids.
  // Firefox itself reports the broken one.
  for (const line of complaints.splice(0)) expect(line).toMatch(/blob:|corrupt or truncated/);
});

/** The same picture that claims to be 20000 × 20000. */
function bomb(png: Buffer): Buffer {
  const bytes = Buffer.from(png);
  bytes.writeUInt32BE(20_000, 16);
  bytes.writeUInt32BE(20_000, 20);
  return bytes;
}

test('a file that changes after it was chosen is told as such, and costs nothing', async ({ shop, api, page }, info) => {
  const { writeFile, mkdir } = await import('node:fs/promises');
  await mkdir(info.outputDir, { recursive: true });
  const path = info.outputPath('cup.png');
  await writeFile(path, await picture(7));
  // In the studio it is read at once: there the pattern is that of the picture that was seen.
  const widget = await shop(`<pattern-generator ${ATTRIBUTES} studio="none"></pattern-generator>`, { page });
  await widget.root.locator('input[type=file]').setInputFiles(path);
  await widget.expectState('ready');
  await expect(widget.part('message')).toHaveText(/Picture chosen/);
  await new Promise((second) => setTimeout(second, 1100)); // file systems tell changes by the second
  await writeFile(path, await picture(8, 200));
  await widget.generate.click();
  await widget.expectState('error');
  expect(await codeOf(widget)).toBe('image-invalid');
  await expect(widget.part('alert')).toHaveText(/has been changed or moved since it was chosen/);
  expect(await api.uses()).toBe(0);
});

// The size that the guide gives for the time before the script has come.
const PLACE = `<link rel="stylesheet" href="/place.css">`;
const TEXT = '<p>What the page says below the widget.</p>'.repeat(30);

interface LayoutShift extends PerformanceEntry {
  value: number;
  hadRecentInput: boolean;
  sources: { node?: Node | null; previousRect: DOMRect; currentRect: DOMRect }[];
}

interface Shift {
  value: number;
  /** Half a second after something that the visitor did. */
  answer: boolean;
  what: string;
}

/** A page that keeps a place for the widget, as the guide has it; everything that moves on it is written down. */
async function watch(page: Page): Promise<() => Promise<Shift[]>> {
  const guide = await readFile('demo/guide/theming.md', 'utf8');
  const place = /```css\n(pattern-generator:not\(:defined\)[\s\S]*?)```/.exec(guide)![1]!;
  await page.route('**/place.css', (route) => route.fulfill({ contentType: 'text/css', body: place }));
  await page.addInitScript(() => {
    const shifts: Shift[] = ((globalThis as any).shifts = []);
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as LayoutShift[]) {
        const moved = entry.sources.map(({ node, previousRect: { y }, currentRect }) => {
          const name = (node as globalThis.Element | null)?.getAttribute?.('part') ?? node?.nodeName;
          return `${name} ${Math.round(y)} > ${Math.round(currentRect.y)}`;
        });
        const what = `${entry.value.toFixed(4)} ${document.querySelector('pattern-generator')?.getAttribute('state')} (${moved.join()})`;
        shifts.push({ value: entry.value, answer: entry.hadRecentInput, what });
      }
    }).observe({ type: 'layout-shift', buffered: true });
  });
  return () => page.evaluate(() => new Promise((done) => setTimeout(() => done((globalThis as any).shifts), 300)));
}

/** What moved by itself, which the visitor did not bring about. */
function expectStill(shifts: Shift[], most: number): void {
  const own = shifts.filter(({ answer }) => !answer);
  const sum = own.reduce((sum, { value }) => sum + value, 0);
  expect(sum, own.map(({ what }) => what).join(', ')).toBeLessThan(most);
}

for (const [width, height, attributes] of [
  [280, 653, ''],
  [375, 700, ''],
  [768, 1024, 'lang="de"'],
  [1280, 800, ''],
  [375, 700, 'studio="none"'],
  [1280, 800, 'studio="none"'],
] as const)
  // Under a finger there is a camera as well.
  test(`nothing jumps from script to pattern at ${width} px ${attributes}${width === 375 ? '@phone' : ''}`, async ({
    shop,
    page,
    api,
  }) => {
    await page.setViewportSize({ width, height });
    const moved = await watch(page);
    let bring: () => void;
    const file = new Promise<void>((resolve) => (bring = resolve));
    await page.route('**/pattern-generator.studio.js*', (route) => file.then(() => route.continue()));
    const widget = await shop(
      `${PLACE}<h1>A shop</h1><pattern-generator endpoint="/" api-key="px_live_demo" ${attributes}></pattern-generator>${TEXT}`,
      { page },
    );
    await widget.expectState('empty');
    await api.set({ latencyMs: 900 });
    await widget.choose('robin', await readFile('demo/pictures/robin.jpg'));
    const studio = !attributes.includes('studio');
    const y = async () => Math.round((await widget.generate.boundingBox())!.y);
    if (studio) {
      await expect(widget.part('coming-picture')).toBeVisible();
      const before = await y();
      const choice = (await widget.field('niche').elementHandle())!;
      // Seconds later, when nobody expects it any more.
      await page.waitForTimeout(900);
      bring!();
      await expect(widget.part('size-summary')).toBeVisible();
      await expect(widget.part('studio-facts')).toBeVisible();
      await expect(widget.part('studio-coming')).toHaveCount(0);
      expect(Math.abs((await y()) - before)).toBeLessThanOrEqual(2);
      expect(await choice.evaluate((field) => field.isConnected)).toBe(true);
    } else await expect(widget.part('message')).toHaveText(/Picture chosen/);
    await widget.generate.click();
    await widget.expectState('done');
    await expect(widget.part('canvas')).toBeVisible();
    await expect(widget.part('material').first()).toBeVisible();
    expectStill(await moved(), 0.1);
  });

test('a picture of the page’s own site has its place before it is read', async ({ shop, page }) => {
  let read: () => void;
  const reading = new Promise<void>((resolve) => (read = resolve));
  const body = await readFile('demo/pictures/robin.jpg');
  await page.route('**/robin.jpg', async (route) => {
    if (route.request().resourceType() !== 'image') await reading;
    await route.fulfill({ contentType: 'image/jpeg', body });
  });
  const widget = await shop(
    '<pattern-generator endpoint="/" api-key="px_live_demo" image-url="/robin.jpg"></pattern-generator>',
    { page },
  );
  await expect(widget.part('coming-picture')).toBeVisible();
  const { y } = (await widget.generate.boundingBox())!;
  read!();
  await expect(widget.part('studio-facts')).toBeVisible();
  expect(Math.abs((await widget.generate.boundingBox())!.y - y)).toBeLessThanOrEqual(2);
});

test('where the studio cannot be had, the fields and the picture stay where they are and the room is given back', async ({
  shop,
  page,
  complaints,
}) => {
  await page.setViewportSize({ width: 375, height: 700 });
  let fail: () => void;
  const failed = new Promise<void>((resolve) => (fail = resolve));
  await page.route('**/pattern-generator.studio.js*', (route) => failed.then(() => route.abort()));
  const widget = await shop(
    `<pattern-generator endpoint="/" api-key="px_live_demo" width-cm="20" height-cm="20"></pattern-generator>${TEXT}`,
    { page },
  );
  await widget.expectState('empty');
  await widget.choose('robin', await readFile('demo/pictures/robin.jpg'));
  await expect(widget.part('coming-picture')).toBeVisible();
  const box = async (name: string) => (await widget.field(name).boundingBox())!;
  const button = async () => Math.round((await widget.generate.boundingBox())!.y);
  const before = { niche: await box('niche'), width: await box('widthCm'), button: await button() };
  await widget.write('maxColors', '7');
  fail!();
  await expect.poll(button).toBeLessThan(before.button - 100);
  expect(await box('niche')).toEqual(before.niche);
  expect(await box('widthCm')).toEqual(before.width);
  // What will be kept of the picture is framed, as it is without a studio.
  await expect(widget.part('frame')).toBeVisible();
  await expect(widget.field('maxColors')).toHaveValue('7');
  await widget.generate.click();
  await widget.expectState('done');
  for (const line of complaints.splice(0)) expect(line).toMatch(/pattern-generator.studio.js/);
});

/** Every text that is seen, with how well it stands out from what lies behind it. */
const contrasts = (widget: Widget) =>
  widget.root.evaluate((el) => {
    const context = document.createElement('canvas').getContext('2d', { willReadFrequently: true })!;
    const rgba = (color: string) => {
      context.clearRect(0, 0, 1, 1);
      context.fillStyle = color;
      context.fillRect(0, 0, 1, 1);
      return context.getImageData(0, 0, 1, 1).data;
    };
    const light = (color: string) => {
      const [r, g, b] = [...rgba(color)].map((value) => (value <= 10 ? value / 3294.6 : ((value / 255 + 0.055) / 1.055) ** 2.4));
      return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
    };
    const behind = (node: globalThis.Element): string => {
      for (let at: globalThis.Element | null = node; at; at = at.parentElement) {
        const { backgroundColor } = getComputedStyle(at);
        if (rgba(backgroundColor)[3]! > 250) return backgroundColor;
      }
      return 'white';
    };
    const found: [string, number][] = [];
    for (const node of el.shadowRoot!.querySelectorAll<HTMLElement>('[part]')) {
      const written = [...node.childNodes].some((child) => child.nodeType === 3 && child.textContent!.trim());
      const shown = node.checkVisibility() && node.getBoundingClientRect().width > 1;
      // What lies on a photograph has colours of its own.
      if (
        !shown ||
        !(written || node.matches('input:not([type=range]), select')) ||
        node.closest('[part~=cropper], [part~=silent]')
      )
        continue;
      const { color } = getComputedStyle(node);
      const [dark, bright] = [light(color), light(behind(node))].sort((a, b) => a - b) as [number, number];
      found.push([`${node.getAttribute('part')} ${color} on ${behind(node)}`, (bright + 0.05) / (dark + 0.05)]);
    }
    return found;
  });

for (const scheme of ['light', 'dark'])
  test(`a browser without light-dark(), relative colours and AbortSignal.any reads all of it on a ${scheme} page`, async ({
    shop,
    page,
    api,
    complaints,
  }) => {
    await page.addInitScript(() => Object.assign(AbortSignal, { any: undefined }));
    // What is asked for in @supports and what is declared are then both unknown to the browser, as to Safari 17.4 and Firefox 115.
    await page.route('**/old.js', async (route) => {
      const script = await readFile('dist/pattern-generator.all.js', 'utf8');
      expect(script).toContain('light-dark(');
      await route.fulfill({
        contentType: 'text/javascript',
        body: script.replaceAll('light-dark(', 'not-known(').replaceAll('lch(from', 'not-known(from'),
      });
    });
    const body = `<script src="/old.js"></script><pattern-generator ${ATTRIBUTES} usage="always" contact-url="/help"></pattern-generator>`;
    const widget = await shop(body, { page, scripts: 'none', html: `lang="en" style="color-scheme: ${scheme}"`, csp: 'off' });
    const readable = async (state: string) => {
      await widget.expectState(state);
      const all = await contrasts(widget);
      expect(all.length, state).toBeGreaterThan(2);
      expect(all.filter(([, contrast]) => contrast < 4.5).map(([what, contrast]) => `${state}: ${what}: ${contrast}`)).toEqual(
        [],
      );
    };
    await readable('empty');
    await widget.choose('robin', await readFile('demo/pictures/robin.jpg'));
    await expect(widget.part('studio-facts')).toBeVisible();
    await readable('ready');
    await api.set({ latencyMs: 1500 });
    await widget.generate.click();
    await readable('working');
    await widget.expectState('done');
    await expect(widget.part('material').first()).toBeVisible();
    await readable('done');
    await api.set({ latencyMs: 0 });
    await widget.part('again-button').click();
    await widget.choose('cup', await picture(3, 400));
    const refuse = (status: number, code: string, headers = {}) =>
      api.fail({ next: 1, status, headers, body: { error: true, code, message: '' }, path: '/api/v1/generate' });
    await refuse(401, 'INVALID_API_KEY');
    await widget.generate.click();
    await readable('error');
    // The minute's limit, and after it the month's.
    await refuse(429, 'TOO_MANY', { 'Retry-After': '3' });
    await refuse(429, 'RATE_LIMIT_EXCEEDED');
    await widget.choose('cup', await picture(4, 400));
    await widget.generate.click();
    await readable('waiting');
    await readable('exhausted');
    // The owner's line.
    for (const line of complaints.splice(0)) expect(line).toContain('unauthorized');
  });
