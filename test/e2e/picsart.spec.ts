import { expect, picture, test, Widget } from './shop.js';

const PICSART =
  '<pattern-generator provider="picsart" endpoint="/tools/1.0" api-key="picsart_demo" width="300" height="200" usage="always"></pattern-generator>';

test('Picsart: a picture becomes a pattern picture, and is kept @phone', async ({ shop, api }) => {
  const widget = await shop(PICSART);
  await widget.choose('cup', await picture());
  await widget.field('pattern').selectOption('mirror');
  await widget.generate.click();
  await widget.expectState('done');
  const image = widget.part('preview').locator('img').or(widget.root.locator('img[part~="preview"]')).first();
  await expect(image).toBeVisible();
  expect(
    await image.evaluate((node: HTMLImageElement) => node.decode().then(() => [node.naturalWidth, node.naturalHeight])),
  ).toEqual([300, 200]);
  await expect(widget.part('usage')).toContainText('199');
  await widget.page.reload();
  const again = new Widget(widget.page);
  await again.choose('cup', await picture());
  await again.field('pattern').selectOption('mirror');
  await again.generate.click();
  await again.expectState('done');
  expect(await api.paid()).toHaveLength(1);
});

// Of a picture that Firefox saves it tells Playwright nothing.
test('Picsart: the pattern picture can be saved @phone @chromium', async ({ shop }) => {
  const widget = await shop(PICSART);
  await widget.choose('cup', await picture());
  await widget.generate.click();
  await widget.expectState('done');
  expect(await widget.save()).toBe('picsart.jpg');
});

test('Picsart: the result picture is fetched again, not paid again, when the first try fails', async ({ shop, api }) => {
  const widget = await shop(PICSART);
  await widget.choose('cup', await picture());
  await api.fail({ next: 3, status: 503, path: 'results' });
  await widget.generate.click();
  await widget.expectState('error');
  await widget.generate.click();
  await widget.expectState('done');
  expect(await api.paid()).toHaveLength(1);
});

test('Picsart: the minute limit says when it ends, in its own header', async ({ shop, api }) => {
  const widget = await shop(PICSART);
  await widget.choose('cup', await picture());
  await api.fail({ next: 1, status: 429, headers: { 'X-Picsart-RateLimit-Reset-Time': '3' }, path: 'pattern' });
  await widget.generate.click();
  await widget.expectState('waiting');
  await widget.expectState('done');
  expect(await api.uses()).toBe(1);
});

test('Picsart: the last credit is known to be the last', async ({ shop, api }) => {
  await api.set({ credits: 1 });
  const widget = await shop(PICSART);
  await widget.choose('cup', await picture());
  await widget.generate.click();
  await widget.expectState('done');
  await widget.part('again-button').click();
  await widget.choose('other', await picture(2));
  await widget.expectState('exhausted');
  await expect(widget.generate).toBeDisabled();
  await api.set({ credits: 5 });
  await widget.root.evaluate((element: HTMLElementTagNameMap['pattern-generator']) => element.refreshQuota());
  await widget.expectState('ready');
  expect(await api.paid()).toHaveLength(1);
});
