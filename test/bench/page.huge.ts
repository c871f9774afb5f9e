import { writeFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Page } from 'playwright';
import sharp from 'sharp';
import { startSite } from '../e2e/site.js';
import { HUGE, type Huge } from '../support/huge-answers.js';
import { inState, launch, ms, visit, type Line } from './page.setup.js';

export const WIDGET =
  '<pattern-generator endpoint="/" api-key="px_live_demo" niche="crossstitch" width-cm="20" height-cm="20" cache-size="200"></pattern-generator>';

const WHAT: Record<Huge, [what: string, bar: string]> = {
  plain: ['1000 × 1000 cells, 50 runs a row', '<= 50 ms'],
  grid: ['1000 × 1000 cells, 300 runs a row', '<= 200 ms'],
  materials: ['100,000 materials', '<= 200 ms'],
  step: ['a step of a million runs', '<= 200 ms'],
  guide: ['100,000 lines of work', '<= 200 ms'],
  column: ['one column of a million rows', '<= 200 ms'],
  words: ['a million letters in each name', '<= 200 ms'],
  colors: ['1000 × 1000 cells in 5,000 colours', '<= 200 ms'],
  names: ['half a million names and four million escapes', '<= 200 ms'],
};

/** Notes the browser's own long tasks from now on. */
const watch = (page: Page) =>
  page.evaluate(() => {
    const long = ((window as any).long = [] as string[]);
    const start = performance.now();
    (window as any).observer?.disconnect();
    const observer = ((window as any).observer = new PerformanceObserver((list) => {
      for (const { startTime, duration } of list.getEntries())
        if (startTime >= start) long.push(`${(startTime - start).toFixed(0)}:${duration.toFixed(0)}`);
    }));
    observer.observe({ type: 'longtask' });
  });

/** The browser's own long tasks from the press until the chart stands, and then until it is shown from the store again. */
export async function huge(): Promise<Line[]> {
  const lines: Line[] = [];
  const wanted = process.env.HUGE?.split(' ') ?? Object.keys(HUGE);
  for (const [name, make] of Object.entries(HUGE) as [Huge, () => object][]) {
    if (!wanted.includes(name)) continue;
    const body = Buffer.from(JSON.stringify(make()));
    const site = await startSite(answering(body));
    const browser = await launch();
    try {
      const page = await visit(browser, site.url, WIDGET);
      const wrong: string[] = [];
      page.on('pageerror', ({ message }) => wrong.push(message));
      page.on('console', (message) => message.type() === 'error' && wrong.push(message.text()));
      const file = { name: 'a.png', mimeType: 'image/png', buffer: await picture() };
      const choose = async () => {
        await inState(page, 'empty');
        await page.locator('input[type=file]').setInputFiles(file);
        await inState(page, 'ready');
        await page.waitForTimeout(500);
        await watch(page);
      };
      const tell = async (what: string, more = '') => {
        const long = await page.evaluate(() => (window as any).long as string[]);
        const spans = long.map((each) => +each.split(':')[1]!);
        const how = `${wrong.length ? 'console: ' + wrong.splice(0).join('; ') + '; ' : ''}${more}long tasks (at:span) ${long.join(' ') || 'none'}`;
        lines.push([
          `${WHAT[name][0]} (${(body.length / 1e6).toFixed(1)} MB), ${what}`,
          WHAT[name][1],
          ms(Math.max(0, ...spans)),
          how,
        ]);
      };
      const show = async (what: string) => {
        const cdp = process.env.PROFILE && (await page.context().newCDPSession(page));
        if (cdp) {
          await cdp.send('Profiler.enable');
          await cdp.send('Profiler.start');
        }
        const started = Date.now();
        await page.evaluate(() =>
          document.querySelector('pattern-generator')!.shadowRoot!.querySelector<HTMLElement>('[part~=generate-button]')!.click(),
        );
        await page.locator('[part~=viewer]').waitFor({ timeout: 120_000 });
        await page.locator('[part~=preview], [part~=note]').first().waitFor({ timeout: 120_000 });
        if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/${name}-${what}.png` });
        const took = Date.now() - started;
        await page.waitForTimeout(4000);
        if (cdp) {
          const { profile } = await cdp.send('Profiler.stop');
          writeFileSync(`${process.env.PROFILE}/${name}-${what}.cpuprofile`, JSON.stringify(profile));
        }
        await tell(what, `chart after ${ms(took)}; `);
      };
      /** One colour is merged with the nearest. */
      const recolor = async () => {
        await page.locator('[part=tool]', { hasText: 'Change colours' }).click();
        await page.locator('[part=material-button]').first().click();
        await page.locator('[part=recolor-choice]').first().waitFor();
        await page.waitForTimeout(1000);
        await watch(page);
        await page.locator('[part=recolor-choice]').first().click();
        await page.locator('[part=changes]').waitFor();
        await page.waitForTimeout(2000);
        await tell('a colour merged with another');
      };
      await choose();
      await show('made');
      if (/plain|grid/.test(name)) await recolor();
      await page.reload();
      await choose();
      await show('from the store');
    } finally {
      await browser.close();
      await site.stop();
    }
  }
  return lines;
}

/** An API that says this, whatever picture it is given. */
export const answering =
  (body: Buffer) =>
  (request: IncomingMessage, response: ServerResponse): boolean => {
    if (!request.url!.endsWith('/generate')) return false;
    request.resume().on('end', () => response.setHeader('Content-Type', 'application/json').end(body));
    return true;
  };

export const picture = () =>
  sharp({ create: { width: 300, height: 300, channels: 3, background: '#a63' } })
    .png()
    .toBuffer();
