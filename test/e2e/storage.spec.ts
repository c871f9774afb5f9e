import { ATTRIBUTES, expect, picture, test, Widget } from './shop.js';

const WIDGET = `<pattern-generator ${ATTRIBUTES}></pattern-generator>`;
const make = async (widget: Widget, seed: number) => {
  await widget.choose('cup', await picture(seed));
  await widget.generate.click();
  await widget.expectState('done');
};

// A disk is made small over the DevTools protocol.
test('a full disk: the visitor gets the pattern all the same, and the next page works @chromium', async ({
  shop,
  api,
  site,
  context,
  page,
}) => {
  const session = await context.newCDPSession(page);
  await session.send('Storage.overrideQuotaForOrigin', { origin: site, quotaSize: 1 });
  const widget = await shop(WIDGET, { page });
  await make(widget, 1);
  await expect(widget.part('preview')).toBeVisible();
  await session.send('Storage.overrideQuotaForOrigin', { origin: site });
  await page.reload();
  await make(widget, 2);
  expect(await api.uses()).toBe(2);
});

test('site data cleared while the page is open', async ({ shop, api, page }) => {
  const widget = await shop(WIDGET, { page });
  await make(widget, 1);
  await widget.part('again-button').click();
  await page.evaluate(() => fetch('/page?cleared').then(() => {}));
  await make(widget, 2);
  await page.reload();
  await make(widget, 2);
  // What was cleared is gone; what came after is kept again.
  expect(await api.uses()).toBe(2);
});

test('a sandboxed frame without its origin: works inside the page', async ({ shop, api, site }) => {
  const inner = `/page?${new URLSearchParams({ body: WIDGET.replace('endpoint="/"', `endpoint="${site}"`), csp: 'off' })}`;
  const outer = await shop(
    `<iframe sandbox="allow-scripts" width="800" height="900" src="${inner.replaceAll('&', '&amp;')}"></iframe>`,
    {
      csp: 'off',
      scripts: 'none',
    },
  );
  const root = outer.page.frameLocator('iframe').locator('pattern-generator');
  for (let press = 0; press < 2; press++) {
    await root.locator('input[type=file]').setInputFiles({ name: 'cup.png', mimeType: 'image/png', buffer: await picture() });
    await root.locator('[part~="generate-button"]').click();
    await expect(root).toHaveAttribute('state', 'done');
    await root.locator('[part~="again-button"]').click();
  }
  expect(await api.uses()).toBe(1);
});
