import type { PatternGenerator } from '../../src/element/pattern-generator.js';
import { inState, launch, median, ms, serve, times, visit, WIDGET, type Line } from './page.setup.js';

const BODY = WIDGET.replace(' ', ' cache-size="1000" ');

/** From the press to `pattern-result`, for a 12-megapixel picture that is known and a design that is kept among others. */
export async function hits(picture: string): Promise<Line[]> {
  const site = await serve({});
  const browser = await launch();
  const lines: Line[] = [];
  try {
    const page = await visit(browser, site.url, BODY);
    await page.locator('input[type=file]').setInputFiles(picture);
    await inState(page, 'ready');
    await page.evaluate(() => document.querySelector<PatternGenerator>('pattern-generator')!.generate());
    await page.waitForTimeout(1000);
    for (const count of [10, 100, 1000]) {
      // Copies of the design that was made, under other keys and with a picture of the usual size.
      await page.evaluate(async (count) => {
        const done = <T>(request: IDBRequest<T>) =>
          new Promise<T>((resolve, reject) => {
            request.onsuccess = () => resolve(request.result);
            request.onerror = () => reject(request.error);
          });
        const name = (await indexedDB.databases()).find(({ name }) => name?.startsWith('pattern-generator'))!.name!;
        const db = await done(indexedDB.open(name));
        const stores = db.transaction(['index', 'results'], 'readwrite');
        for (const name of ['index', 'results']) {
          const store = stores.objectStore(name);
          const made = ((await done(store.getAll())) as { key: string; files?: Record<string, unknown> }[])[0]!;
          const have = await done(store.count());
          if (made.files) made.files.picture = { bytes: new ArrayBuffer(30_000), type: 'image/jpeg' };
          for (let i = have; i < count; i++) store.put({ ...made, key: `copy-${i}` }, `copy-${i}`);
        }
        await new Promise((resolve) => (stores.oncomplete = resolve));
        db.close();
      }, count);
      await page.reload();
      const started = Date.now();
      await inState(page, 'empty');
      await page.locator('input[type=file]').setInputFiles(picture);
      await inState(page, 'ready');
      await page.waitForTimeout(500);
      const ready = Date.now() - started;
      const spans: number[] = [];
      const shown: number[] = [];
      let first = 0;
      for (const round of times(22)) {
        const [span, drawn] = await page.evaluate(async () => {
          const widget = document.querySelector<PatternGenerator>('pattern-generator')!;
          const button = (name: string) => widget.shadowRoot!.querySelector<HTMLButtonElement>(`[part~=${name}-button]`)!;
          const result = new Promise<Event>((resolve) => widget.addEventListener('pattern-result', resolve, { once: true }));
          const start = performance.now();
          button('generate').click();
          const event = await result.then((event) => ({ at: performance.now(), event }));
          if (!(event.event as Event & { fromCache: boolean }).fromCache) throw new Error('not from the cache');
          await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
          const drawn = performance.now() - start;
          await new Promise((resolve) => setTimeout(resolve, 100));
          button('again').click();
          await widget.updateComplete;
          await new Promise((resolve) => setTimeout(resolve, 50));
          return [event.at - start, drawn] as const;
        });
        // The first press takes the fingerprint.
        if (!round) first = span;
        else {
          spans.push(span);
          shown.push(drawn);
        }
      }
      lines.push([
        `cache hit, 12 megapixels, ${count} designs kept: press -> pattern-result`,
        '<= 16 ms',
        ms(median(spans)),
        `slowest of 21 ${ms(Math.max(...spans))}; until drawn ${ms(median(shown))}; first press, with the fingerprint ${ms(first)}; page load -> ready ${ms(ready)}`,
      ]);
    }
  } finally {
    await browser.close();
    await site.stop();
  }
  return lines;
}
