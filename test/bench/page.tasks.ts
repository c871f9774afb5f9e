import type { Page } from 'playwright';
import { inState, launch, ms, serve, visit, WIDGET, type Line } from './page.setup.js';
import { tasksWhile } from './page.trace.js';

/** Marks on the page's time line, so that a task can be told by what went on. */
const mark = (page: Page) =>
  page.evaluate(() => {
    const note = (name: string) => performance.mark('bench-' + name);
    addEventListener('pattern-state', (event) => note((event as Event & { state: string }).state));
    const { fetch } = window;
    window.fetch = async (...args) => {
      note('request');
      const response = await fetch(...args);
      note('answer');
      return response;
    };
    const { digest } = crypto.subtle ?? {};
    if (digest)
      crypto.subtle.digest = async (...args) => {
        note('hash');
        const hash = await digest.apply(crypto.subtle, args);
        note('hashed');
        return hash;
      };
  });

const press = async (page: Page) => {
  await page.evaluate(() =>
    document.querySelector('pattern-generator')!.shadowRoot!.querySelector<HTMLElement>('[part~=generate-button]')!.click(),
  );
  await page.locator('[part~=viewer]').waitFor();
  // The result is kept after it was shown.
  await page.waitForTimeout(1500);
};

/** The longest gap between two turns of the page, beside the browser's own long tasks: no tracing that slows it down. */
async function gaps(page: Page, work: () => Promise<unknown>): Promise<string> {
  await page.evaluate(() => {
    const meter = ((window as any).meter = { gap: 0, long: [] as number[] });
    let last = performance.now();
    // Timers rather than messages: these would keep the page from ever being idle, which encoding a canvas waits for.
    const turn = () => {
      const now = performance.now();
      meter.gap = Math.max(meter.gap, now - last);
      last = now;
      setTimeout(turn);
    };
    turn();
    new PerformanceObserver((list) => meter.long.push(...list.getEntries().map(({ duration }) => duration))).observe({
      type: 'longtask',
    });
  });
  await work();
  const { gap, long } = await page.evaluate(() => (window as any).meter as { gap: number; long: number[] });
  return `without tracing: longest gap ${ms(gap)}, long tasks: ${long.map((span) => span.toFixed(0)).join(' ') || 'none'}`;
}

/** The longest main-thread task while a 12-megapixel picture is chosen, hashed, prepared, sent, and its pattern shown. */
export async function tasks(picture: string): Promise<Line[]> {
  const site = await serve({});
  const browser = await launch();
  const lines: Line[] = [];
  const plain = site.url.replace('127.0.0.1', 'shop.test');
  const sheet = WIDGET.replace('mosaic', 'embroidery').replace(/="20"/g, '="150"');
  try {
    for (const [what, url, body] of [
      ['20 × 20 cells, sent with 800 pixels', site.url, WIDGET],
      ['1000 × 1000 cells, sent with 4000 pixels', site.url, sheet],
      ['20 × 20 cells, on plain http without crypto.subtle', plain, WIDGET],
    ] as const) {
      const work = async (page: Page) => {
        await page.locator('input[type=file]').setInputFiles(picture);
        await inState(page, 'ready');
        // The thumbnail comes after the state.
        await page.waitForTimeout(1000);
        await press(page);
      };
      const quiet = await visit(browser, url, body);
      await inState(quiet, 'empty');
      const gap = await gaps(quiet, () => work(quiet));
      await quiet.context().close();
      const page = await visit(browser, url, body);
      await inState(page, 'empty');
      await mark(page);
      const found = await tasksWhile(browser, page, () => work(page));
      await page.context().close();
      const [longest, ...others] = found.slice(0, 5);
      lines.push([`longest task, 12 megapixels, ${what}`, '<= 50 ms', longest ? ms(longest.wall) : '< 4 ms', gap]);
      for (const { wall, cpu, during, why } of [longest!, ...others])
        lines.push(['  ' + during, '', ms(wall), `${ms(cpu)} of it working: ${why}`]);
    }
  } finally {
    await browser.close();
    await site.stop();
  }
  return lines;
}
