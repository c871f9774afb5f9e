import { HUGE, type Huge } from '../support/huge-answers.js';
import { ATTRIBUTES, expect, picture, test as base } from './shop.js';
import { startSite } from './site.js';

// What is rendered, copied and asked for is counted here; how long it takes is told by `npm run bench`.
const WIDGET = `<pattern-generator ${ATTRIBUTES} cache-size="400"></pattern-generator>`;

let answer: Buffer;
let asked: number;

/** Answers by itself: 48 MB that go through a route of Playwright's take it longer than all else here. */
const test = base.extend<object, { site: string }>({
  site: [
    async ({}, use) => {
      const { url, stop } = await startSite((request, response) => {
        if (!request.url!.endsWith('/generate')) return false;
        asked++;
        request.resume().on('end', () => response.setHeader('Content-Type', 'application/json').end(answer));
        return true;
      });
      await use(url);
      await stop();
    },
    { scope: 'worker' },
  ],
});

for (const [name, most] of [
  ['grid', 3000],
  ['materials', 8000],
  ['step', 8000],
] satisfies [Huge, number][])
  test(`a huge answer (${name}) is shown as far as it is looked at, kept as it came, and shown again for nothing`, async ({
    shop,
    page,
  }) => {
    test.setTimeout(120_000);
    answer = Buffer.from(JSON.stringify(HUGE[name]()));
    asked = 0;
    const widget = await shop(WIDGET);
    const show = async () => {
      await widget.choose('a', await picture(7));
      await widget.expectState('ready');
      await widget.generate.click();
      await expect(widget.root).toHaveAttribute('state', 'done', { timeout: 60_000 });
      await expect(widget.part('work')).toBeVisible({ timeout: 30_000 });
      // A drawn chart, or the word that there is none.
      await expect(widget.part('preview').or(widget.part('note')).first()).toBeVisible();
      expect(await widget.root.evaluate((host) => host.shadowRoot!.querySelectorAll('*').length)).toBeLessThan(most);
    };
    await show();
    await page.waitForFunction(async () => {
      const name = (await indexedDB.databases()).find(({ name }) => name?.startsWith('pattern-generator'))!.name!;
      const done = <T>(request: IDBRequest<T>) =>
        new Promise<T>((resolve) => (request.onsuccess = () => resolve(request.result)));
      const db = await done(indexedDB.open(name));
      const results = db.transaction('results').objectStore('results');
      // Looked at once it is there: to copy 48 MB takes longer than to write them.
      type Kept = { answer: unknown; unread?: true };
      const [entry] = (await done(results.count())) ? ((await done(results.getAll())) as Kept[]) : [];
      db.close();
      // As it came, and read.
      return entry?.answer instanceof ArrayBuffer && !entry.unread;
    });
    await page.reload();
    await show();
    expect(asked).toBe(1);
  });
