import { writeFileSync } from 'node:fs';
import sharp from 'sharp';
import { startSite } from '../e2e/site.js';
import { HUGE, type Huge } from '../support/huge-answers.js';
import { inState, launch, ms, visit, type Line } from './page.setup.js';

const WIDGET =
  '<pattern-generator endpoint="/" api-key="px_live_demo" niche="crossstitch" width-cm="20" height-cm="20" cache-size="200"></pattern-generator>';

const WHAT: Record<Huge, [what: string, bar: string]> = {
  plain: ['1000 × 1000 cells, 50 runs a row', '<= 50 ms'],
  grid: ['1000 × 1000 cells, 300 runs a row', '<= 200 ms'],
  materials: ['100,000 materials', '<= 200 ms'],
  step: ['a step of a million runs', '<= 200 ms'],
};

/** The browser's own long tasks from the press until the chart stands, and then until it is shown from the store again. */
export async function huge(): Promise<Line[]> {
  const lines: Line[] = [];
  const wanted = process.env.HUGE?.split(' ') ?? Object.keys(HUGE);
  for (const [name, make] of Object.entries(HUGE) as [Huge, () => object][]) {
    if (!wanted.includes(name)) continue;
    const body = Buffer.from(JSON.stringify(make()));
    const site = await startSite((request, response) => {
      if (!request.url!.endsWith('/generate')) return false;
      request.resume().on('end', () => response.setHeader('Content-Type', 'application/json').end(body));
      return true;
    });
    const browser = await launch();
    try {
      const page = await visit(browser, site.url, WIDGET);
      const file = { name: 'a.png', mimeType: 'image/png', buffer: await picture() };
      const choose = async () => {
        await inState(page, 'empty');
        await page.locator('input[type=file]').setInputFiles(file);
        await inState(page, 'ready');
        await page.waitForTimeout(500);
        await page.evaluate(() => {
          const long = ((window as any).long = [] as string[]);
          const start = performance.now();
          new PerformanceObserver((list) => {
            for (const { startTime, duration } of list.getEntries())
              long.push(`${(startTime - start).toFixed(0)}:${duration.toFixed(0)}`);
          }).observe({ type: 'longtask' });
        });
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
        await page.locator('[part~=work]').waitFor({ timeout: 120_000 });
        const took = Date.now() - started;
        await page.waitForTimeout(4000);
        const long = await page.evaluate(() => (window as any).long as string[]);
        if (cdp) {
          const { profile } = await cdp.send('Profiler.stop');
          writeFileSync(`${process.env.PROFILE}/${name}-${what}.cpuprofile`, JSON.stringify(profile));
        }
        const spans = long.map((each) => +each.split(':')[1]!);
        const how = `chart after ${ms(took)}; long tasks (at:span) ${long.join(' ') || 'none'}`;
        lines.push([
          `${WHAT[name][0]} (${(body.length / 1e6).toFixed(1)} MB), ${what}`,
          WHAT[name][1],
          ms(Math.max(0, ...spans)),
          how,
        ]);
      };
      await choose();
      await show('made');
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

const picture = () =>
  sharp({ create: { width: 300, height: 300, channels: 3, background: '#a63' } })
    .png()
    .toBuffer();
