import { startSite } from '../e2e/site.js';
import { HUGE } from '../support/huge-answers.js';
import { answering, picture, WIDGET } from './page.huge.js';
import { inState, launch, median, times, type Line } from './page.setup.js';

const SCREENS = [
  ['desktop, 1 pixel a CSS pixel', { viewport: { width: 1280, height: 800 }, deviceScaleFactor: 1 }],
  ['phone, 3 pixels a CSS pixel', { viewport: { width: 390, height: 844 }, deviceScaleFactor: 3 }],
] as const;

/** Frames of the browser while a chart of a million cells, near enough for symbols, is dragged about for two seconds. */
export async function pan(): Promise<Line[]> {
  const lines: Line[] = [];
  const site = await startSite(answering(Buffer.from(JSON.stringify(HUGE.plain()))));
  const browser = await launch();
  try {
    for (const [name, screen] of SCREENS) {
      const page = await (await browser.newContext(screen)).newPage();
      await page.addInitScript('globalThis.__name = (fn) => fn');
      await page.goto(`${site.url}/page?${new URLSearchParams({ body: WIDGET, scripts: 'module' })}`);
      await inState(page, 'empty');
      await page.locator('input[type=file]').setInputFiles({ name: 'a.png', mimeType: 'image/png', buffer: await picture() });
      await inState(page, 'ready');
      await page.locator('[part~=generate-button]').click();
      const canvas = page.locator('canvas[part=canvas]');
      await canvas.waitFor();
      for (let press = 0; press < 14; press++) await page.locator('[part=zoom-in]').click();
      await canvas.scrollIntoViewIfNeeded();
      await page.waitForTimeout(1000);
      const counted = page.evaluate(async () => {
        const spans: number[] = [];
        const chart = document.querySelector('pattern-generator')!.shadowRoot!.querySelector<HTMLCanvasElement>('canvas')!;
        const dot = () =>
          chart
            .getContext('2d')!
            .getImageData(chart.width / 2, chart.height / 2, 1, 1)
            .data.join();
        const seen = new Set<string>();
        const started = performance.now();
        for (let last = started; last - started < 2000;) {
          const now = await new Promise<number>(requestAnimationFrame);
          spans.push(now - last);
          last = now;
          if (spans.length % 30 === 0) seen.add(dot());
        }
        return { spans: spans.slice(1), seen: seen.size };
      });
      const box = (await canvas.boundingBox())!;
      const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
      const drag = async () => {
        for (const round of times(6)) {
          await page.mouse.move(x, y);
          await page.mouse.down();
          await page.mouse.move(x - (round % 2 ? -120 : 140), y - (round % 2 ? -90 : 110), { steps: 25 });
          await page.mouse.up();
        }
      };
      const [{ spans: frames, seen }] = await Promise.all([counted, drag()]);
      if (seen < 2) throw new Error('The chart did not move');
      const late = frames.filter((span) => span > 20).length;
      lines.push([
        `1000 × 1000 cells dragged about, ${name}`,
        '60 a second',
        `${(1000 / median(frames)).toFixed(0)} a second`,
        `${frames.length} frames in 2 s; ${late} later than 20 ms, longest ${Math.max(...frames).toFixed(0)} ms`,
      ]);
      await page.close();
    }
  } finally {
    await browser.close();
    await site.stop();
  }
  return lines;
}
