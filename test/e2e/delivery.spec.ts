import { ATTRIBUTES, expect, picture, test, Widget } from './shop.js';

const viewer = 'pattern-generator.viewer.js';

for (const scripts of ['module', 'classic', 'module classic', 'classic module', 'classic classic'])
  test(`works under a strict policy with Trusted Types, loaded as: ${scripts}${scripts === 'module classic' ? ' @engines' : ''}`, async ({
    shop,
  }) => {
    const widget = await shop(undefined, { scripts });
    const violations: string[] = [];
    await widget.page.exposeFunction('report', (text: string) => violations.push(text));
    await widget.page.evaluate(() =>
      document.addEventListener('securitypolicyviolation', (event) =>
        (window as unknown as { report(text: string): void }).report(
          `${event.violatedDirective} ${event.blockedURI} ${event.sample}`,
        ),
      ),
    );
    await widget.choose('cup', await picture());
    await widget.generate.click();
    await widget.expectState('done');
    await expect(widget.root.locator('canvas').first()).toBeVisible();
    expect(violations).toEqual([]);
  });

test('a page that allows one policy name only is fine', async ({ shop, site }) => {
  void site;
  const csp =
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob: data:; connect-src 'self'; require-trusted-types-for 'script'; trusted-types pattern-generator";
  const widget = await shop(undefined, { scripts: 'module classic', csp });
  await widget.choose('cup', await picture());
  await widget.generate.click();
  await widget.expectState('done');
});

for (const [name, answer] of Object.entries({
  'missing @engines': { status: 404, body: 'gone' },
  'tampered with @engines': { status: 200, contentType: 'text/javascript', body: 'document.title = "owned"' },
  'out of reach': undefined,
}))
  test(`the result is shown in a simple form where the viewer is ${name}`, async ({ shop, site, context, complaints }) => {
    await context.route(`**/${viewer}*`, (route) => (answer ? route.fulfill(answer) : route.abort()));
    const widget = await shop();
    await widget.choose('cup', await picture());
    await widget.generate.click();
    await widget.expectState('done');
    await expect(widget.part('material').first()).toContainText('×');
    expect(await widget.part('step').count()).toBe(20);
    expect(await widget.page.title()).toBe('A shop');
    // The browser itself says that it blocked a file with the wrong hash; the widget names the file once.
    const said = complaints.splice(0).filter((text) => text.includes('<pattern-generator>'));
    expect(said).toEqual([
      `<pattern-generator> ${site}/dist/${viewer} is missing, altered or out of reach. If it lies elsewhere, name the place in the attribute "files".`,
    ]);
  });

test('a page that is left while its files are on their way, and the API asked, has nothing to complain of @engines', async ({
  page,
  site,
  api,
  context,
  complaints,
}) => {
  void complaints;
  const body = `<pattern-generator ${ATTRIBUTES}></pattern-generator>`;
  const leaveAt = async (asked: Promise<unknown>) => {
    await page.goto(`${site}/page?${new URLSearchParams({ body })}`, { waitUntil: 'commit' });
    await asked;
    await page.evaluate(() => void setTimeout(() => (location.href = '/next')));
    await page.waitForURL('**/next');
  };
  // The next page is slow to come: the old one lives on without what was on its way.
  await context.route('**/next', (route) => void setTimeout(() => route.fulfill({ body: 'next' }), 500));
  const making = '**/pattern-generator.making.js*';
  await leaveAt(new Promise<void>((resolve) => void context.route(making, () => resolve())));
  await context.unroute(making);
  await api.set({ latencyMs: 5000 });
  await leaveAt(page.waitForRequest('**/api/v1/niches'));
});

test('a file that failed is asked for under another address, and nothing is sent without it @engines', async ({
  shop,
  site,
  api,
  context,
  complaints,
}) => {
  const asked: string[] = [];
  await context.route('**/pattern-generator.making.js*', async (route) => {
    asked.push(route.request().url().slice(site.length));
    // As a cache would have it: what failed once fails again.
    if (asked.at(-1) === '/dist/pattern-generator.making.js')
      await route.fulfill({ contentType: 'text/javascript', body: 'half a fi' });
    else await route.continue();
  });
  const widget = await shop();
  await widget.choose('cup', await picture());
  await widget.generate.click();
  await widget.expectState('done');
  expect(await api.paid()).toHaveLength(1);
  expect(asked).toEqual(['/dist/pattern-generator.making.js', '/dist/pattern-generator.making.js?1']);
  expect(complaints.splice(0).filter((text) => text.includes('<pattern-generator>'))).toHaveLength(1);
});

test('speaks the language of the page, from a file that is checked @engines', async ({ shop, context, complaints }) => {
  const widget = await shop(undefined, { html: 'lang="es-AR"' });
  await expect(widget.part('heading')).toHaveText('Crea tu propio patrón');
  await widget.choose('cup', await picture());
  await widget.generate.click();
  await widget.expectState('done');
  await expect(widget.part('viewer')).toContainText('Materiales');

  const answer = { contentType: 'text/javascript', body: 'document.currentScript.exports = { es: { heading: "owned" } }' };
  await context.route('**/pattern-generator.es.js*', (route) => route.fulfill(answer));
  const other = await shop(undefined, { html: 'lang="es"' });
  await expect(other.part('heading')).toHaveText('Make your own pattern');
  // The browser itself says that it blocked a file with the wrong hash; the widget says nothing more.
  expect(complaints.splice(0).filter((text) => text.includes('<pattern-generator>'))).toEqual([]);
});

test('works without IndexedDB, channels and crypto.subtle', async ({ shop, api, context }) => {
  await context.addInitScript(() => {
    for (const name of ['indexedDB', 'BroadcastChannel'])
      Object.defineProperty(globalThis, name, {
        get() {
          throw new DOMException('The operation is insecure.', 'SecurityError');
        },
      });
    Object.defineProperty(crypto, 'subtle', { value: undefined });
  });
  const widget = await shop(
    `<pattern-generator ${ATTRIBUTES}></pattern-generator><pattern-generator ${ATTRIBUTES}></pattern-generator>`,
  );
  const other = new Widget(widget.page, 1);
  for (const each of [widget, other]) await each.choose('cup', await picture());
  for (const each of [widget, other]) await each.generate.click();
  for (const each of [widget, other]) await each.expectState('done');
  expect(await api.paid()).toHaveLength(1);
});
