import { readFileSync } from 'node:fs';
import type { Page } from 'playwright';
import sharp from 'sharp';
import { launch, median, ms, serve, times, visit, type Line } from './page.setup.js';

const WIDGET = '<pattern-generator endpoint="/" api-key="px_live_demo" niche="crossstitch"></pattern-generator>';

/** A photograph as large as a camera makes it: of its shape 166 × 111 stitches come out of 454 threads. */
const photograph = () =>
  sharp(readFileSync(new URL('../../demo/pictures/robin.jpg', import.meta.url)))
    .resize(4200, 2800)
    .jpeg({ quality: 90 })
    .toBuffer();

/** Runs before any script of the page. */
const watch = () => {
  const seen = ((window as any).seen = { drafts: 0, long: 0, gap: 0, shown: () => Promise.resolve(0) });
  document.addEventListener('pattern-draft', () => seen.drafts++);
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) seen.long = Math.max(seen.long, duration);
  }).observe({ type: 'longtask' });
  let last = performance.now();
  const turn = () => {
    const now = performance.now();
    seen.gap = Math.max(seen.gap, now - last);
    last = now;
    setTimeout(turn);
  };
  turn();
  // The draft is told of before it is drawn: it is seen once the frame after that has come.
  seen.shown = () =>
    new Promise((resolve) =>
      document.addEventListener(
        'pattern-draft',
        () => requestAnimationFrame(() => requestAnimationFrame(() => resolve(performance.now()))),
        { once: true },
      ),
    );
};

/** What a hand does; each time another value. */
const HANDS = {
  light: { slider: '[part=light] [part=slider]', value: (turn: number) => 3 + turn },
  colours: { slider: '#studio-colors', value: (turn: number) => 19 - (turn % 3) },
  size: { slider: 'input[name=widthCm]', value: (turn: number) => 30 - ((turn + 1) % 2) / 5 },
};

const set = (page: Page, slider: string, value: number) =>
  page.evaluate(
    async ([slider, value]) => {
      const input = document.querySelector('pattern-generator')!.shadowRoot!.querySelector<HTMLInputElement>(slider)!;
      const from = performance.now();
      const shown = (window as any).seen.shown() as Promise<number>;
      input.value = String(value);
      input.dispatchEvent(new Event('input', { bubbles: true }));
      input.dispatchEvent(new Event('change', { bubbles: true }));
      return (await shown) - from;
    },
    [slider, value] as const,
  );

/** The hand rests until the exact draft has come and all is quiet. */
const rest = (page: Page) => page.waitForTimeout(1300);
const fresh = (page: Page) => page.evaluate(() => void Object.assign((window as any).seen, { long: 0, gap: 0, drafts: 0 }));
const longest = (page: Page) =>
  page.evaluate(() => {
    const { long, gap, drafts } = (window as any).seen;
    return { long, gap, drafts } as Record<'long' | 'gap' | 'drafts', number>;
  });

/** From a slider to the draft on the screen, and what the page's thread does meanwhile. */
export async function studio(): Promise<Line[]> {
  const site = await serve({});
  const browser = await launch();
  const lines: Line[] = [];
  const buffer = await photograph();
  try {
    for (const slower of [1, 4]) {
      const page = await visit(browser, site.url, '');
      await page.addInitScript(watch);
      await page.goto(`${site.url}/page?${new URLSearchParams({ body: WIDGET })}`);
      const session = await page.context().newCDPSession(page);
      await page
        .locator('pattern-generator input[type=file]')
        .setInputFiles({ name: 'robin.jpg', mimeType: 'image/jpeg', buffer });
      await page.locator('[part=compare]').waitFor();
      await page.locator('[part=studio-tool]').last().click();
      await rest(page);
      await session.send('Emulation.setCPUThrottlingRate', { rate: slower });
      const pace = slower > 1 ? `, ${slower}× slower` : '';
      for (const [what, { slider, value }] of Object.entries(HANDS)) {
        await fresh(page);
        const took: number[] = [];
        for (const turn of times(5)) {
          took.push(await set(page, slider, value(turn)));
          await rest(page);
        }
        const { long, gap } = await longest(page);
        lines.push([
          `${what} → draft on the screen, 166 × 111 of 20 from 454${pace}`,
          slower > 1 ? '<= 500 ms' : '<= 150 ms',
          ms(median(took)),
          took.map((one) => one.toFixed(0)).join(' '),
        ]);
        lines.push([
          `  longest task meanwhile, with the exact draft after it`,
          '<= 50 ms',
          long ? ms(long) : '< 50 ms',
          `gap ${ms(gap)}`,
        ]);
      }
      await fresh(page);
      const { slider } = HANDS.light;
      await page.evaluate(async (slider) => {
        const input = document.querySelector('pattern-generator')!.shadowRoot!.querySelector<HTMLInputElement>(slider)!;
        for (let value = -20; value < 20; value++) {
          input.value = String(value);
          input.dispatchEvent(new Event('input', { bubbles: true }));
          await new Promise((resolve) => setTimeout(resolve, 50));
        }
      }, slider);
      const { long, gap, drafts } = await longest(page);
      lines.push([
        `  longest task while the slider moves for 2 s${pace}`,
        '<= 50 ms',
        long ? ms(long) : '< 50 ms',
        `gap ${ms(gap)}, ${drafts} drafts`,
      ]);
      await page.context().close();
    }
  } finally {
    await browser.close();
    await site.stop();
  }
  return lines;
}
