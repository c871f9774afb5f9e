import { ensureChromium } from '../support/chromium.mjs';
import { expect, picture, test } from './shop.js';

// Playwright switches the back/forward cache off unless it is told not to; the headless shell has none.
const { executablePath } = ensureChromium();
test.use({
  channel: executablePath ? undefined : 'chromium',
  launchOptions: async ({ launchOptions }, use) =>
    use({ ...launchOptions, executablePath, ignoreDefaultArgs: ['--disable-back-forward-cache'] }),
});

test('the page comes back from the back/forward cache with its widget working @chromium', async ({ shop, api }) => {
  const widget = await shop();
  const { page } = widget;
  await widget.choose('first', await picture());
  await widget.generate.click();
  await widget.expectState('done');
  await widget.part('again-button').click();
  await page.evaluate(() => {
    addEventListener('pageshow', (event) => (document.title = event.persisted ? 'restored' : 'loaded anew'));
  });
  await shop('<p>Another page</p>', { page, scripts: 'none' });
  // Playwright waits for a load that a restored page does not have.
  await page.evaluate(() => history.back());
  await expect(page).toHaveTitle('restored');
  await widget.generate.click();
  await widget.expectState('done');
  expect(await api.paid()).toHaveLength(1);
});
