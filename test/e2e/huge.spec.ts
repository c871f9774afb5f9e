import { HUGE, type Huge } from '../support/huge-answers.js';
import { ATTRIBUTES, expect, picture, test } from './shop.js';

// What is rendered, copied and asked for is counted here; how long it takes is told by `npm run bench`.
const WIDGET = `<pattern-generator ${ATTRIBUTES} cache-size="400"></pattern-generator>`;

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
    const body = JSON.stringify(HUGE[name]());
    let asked = 0;
    await page.route('**/api/v1/generate', (route) => {
      asked++;
      return route.fulfill({ contentType: 'application/json', body });
    });
    const widget = await shop(WIDGET);
    const show = async () => {
      await widget.choose('a', await picture(7));
      await widget.expectState('ready');
      await widget.generate.click();
      // Playwright hands 48 MB to the browser as slowly as a phone's network would.
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
      const [entry] = (await done(db.transaction('results').objectStore('results').getAll())) as { answer: unknown }[];
      db.close();
      return typeof entry?.answer === 'string';
    });
    await page.reload();
    await show();
    expect(asked).toBe(1);
  });
