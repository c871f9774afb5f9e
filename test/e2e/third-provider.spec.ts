import { readFileSync } from 'node:fs';
import type { Page, Request } from '@playwright/test';
import { expect, picture, test, Widget } from './shop.js';

// The provider is the guide's own, word for word, so that the example cannot rot.
const GUIDE = readFileSync(new URL('../../demo/guide/providers.md', import.meta.url), 'utf8');
const [, acme] = /```js\n(\/\/ acme\.js\n[^]*?)```/.exec(GUIDE) ?? [];
const PAGE =
  '<script type="module" src="/acme.js"></script>' +
  '<pattern-generator provider="acme" endpoint="/acme" api-key="acme_secret" width-cm="10" contact-url="/contact"></pattern-generator>';
const PDF =
  '%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj ' +
  '3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>endobj\ntrailer<</Root 1 0 R>>';
const RENEWS = '2030-01-01T12:00:00Z';

/** As much of an API as the example speaks to: so many uses, and a month that somebody else can use up behind our back. */
async function serveAcme(page: Page, uses: number) {
  const seen: Request[] = [];
  let used = 0;
  const account = () => ({ used, limit: uses, renews: RENEWS });
  const refuse = { status: 429, json: { code: 'MONTH_USED_UP', message: 'No uses left', renews: RENEWS } };
  await page.route('**/acme.js', (route) => route.fulfill({ contentType: 'text/javascript', body: acme! }));
  await page.route('**/acme/v2/**', (route) => {
    seen.push(route.request());
    const path = new URL(route.request().url()).pathname;
    if (path.endsWith('/account')) return route.fulfill({ json: { account: account() } });
    if (path.endsWith('/pdf')) return route.fulfill({ contentType: 'application/pdf', body: PDF });
    if (used >= uses) return route.fulfill(refuse);
    used++;
    const [sand, sea] = ['Sand', 'Sea'];
    return route.fulfill({
      json: {
        grid: { across: 3, down: 2 },
        colours: [
          { name: sand, hex: '#d9c08a', pieces: 4, share: 66.7 },
          { name: sea, hex: '#2b6c8f', pieces: 2, share: 33.3 },
        ],
        lines: [
          [[sand, '#d9c08a', 3]],
          [
            [sea, '#2b6c8f', 2],
            [sand, '#d9c08a', 1],
          ],
        ],
        account: account(),
      },
    });
  });
  return {
    paid: () => seen.filter((request) => request.url().endsWith('/patterns')),
    all: () => seen,
    useUpElsewhere: () => void (used = uses),
  };
}

test('the provider of the guide makes a pattern and its PDF, and tells how many are left', async ({ shop, page }) => {
  const api = await serveAcme(page, 40);
  // Firefox tells Playwright of no bodies.
  await page.addInitScript(() => {
    const sending = fetch;
    window.fetch = async (url, init) => {
      if (init?.body instanceof FormData) (window as any).sent = await new Response(init.body).text();
      return sending(url, init);
    };
  });
  const widget = await shop(PAGE, { scripts: 'none' });
  await widget.choose('cup', await picture());
  await expect(widget.field('niche').locator('option')).toHaveText(['Cross stitch', 'Beads']);
  await widget.write('maxColors', '12');
  await widget.generate.click();
  await widget.expectState('done');
  await expect(widget.part('material')).toHaveCount(2);
  await expect(widget.part('material').first()).toContainText('Sand');
  await expect(widget.part('step')).toHaveCount(2);
  await expect(widget.part('usage')).toContainText('39 left');

  const [request] = api.paid();
  expect(request!.headers()['x-acme-key']).toBe('acme_secret');
  const sent = await page.evaluate(() => (window as any).sent as string);
  for (const [name, value] of Object.entries({ niche: 'beads', widthCm: '10', heightCm: '20', maxColors: '12' }))
    expect(sent).toContain(`name="${name}"\r\n\r\n${value}\r\n`);
  expect(sent).toContain('name="picture"; filename="picture"');

  expect(await widget.save()).toBe('acme-beads-3x2.pdf');
  expect(api.paid()).toHaveLength(1);
});

test("its 429 for the month is told with the API's own date, and nothing is sent any more", async ({ shop, page }) => {
  const api = await serveAcme(page, 40);
  let widget = await shop(PAGE, { scripts: 'none' });
  await widget.choose('kept', await picture(1));
  await widget.generate.click();
  await widget.expectState('done');
  await widget.part('again-button').click();

  api.useUpElsewhere();
  await widget.choose('new', await picture(2));
  await widget.generate.click();
  await widget.expectState('exhausted');
  await expect(widget.part('message')).toContainText('January 1, 2030');
  await expect(widget.part('contact-link')).toHaveAttribute('href', '/contact');
  await expect(widget.generate).toBeDisabled();
  const before = api.all().length;

  await page.reload();
  widget = new Widget(page);
  await widget.expectState('exhausted');
  await expect(widget.part('message')).toContainText('January 1, 2030');
  await widget.choose('new', await picture(2));
  await expect(widget.generate).toBeDisabled();
  const code = await widget.root.evaluate((element: HTMLElementTagNameMap['pattern-generator']) =>
    element.generate().catch((error) => error.code),
  );
  expect(code).toBe('quota-exhausted');

  // What was paid for can still be seen.
  await widget.choose('kept', await picture(1));
  await widget.generate.click();
  await widget.expectState('done');
  expect(api.all()).toHaveLength(before);
  expect(api.paid()).toHaveLength(2);
});

test('its code for a bad picture becomes a sentence that the visitor understands', async ({ shop, page }) => {
  await serveAcme(page, 40);
  await page.route('**/acme/v2/patterns', (route) =>
    route.fulfill({ status: 400, json: { code: 'BAD_PICTURE', message: 'E-4711 acme_secret' } }),
  );
  const widget = await shop(PAGE, { scripts: 'none' });
  await widget.choose('cup', await picture());
  await widget.generate.click();
  await widget.expectState('error');
  await expect(widget.part('message')).toHaveText('This picture cannot be read. Please choose another one.');
});
