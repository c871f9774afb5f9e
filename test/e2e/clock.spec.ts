import { expect, picture, test } from './shop.js';

test('a visitor’s clock that is months ahead: the true date is told, and the wait is the true wait', async ({ shop, api }) => {
  await api.set({ now: '2026-03-15T10:00:00Z', usesLeft: 1 });
  const widget = await shop();
  await widget.choose('cup', await picture());
  await widget.generate.click();
  await widget.expectState('done');
  await widget.part('again-button').click();
  // The last use is gone; the reset lies in the visitor's past, but not in the API's.
  await widget.choose('other', await picture(2));
  await widget.expectState('exhausted');
  await expect(widget.part('message')).toContainText('April 1, 2026');
  await widget.page.reload();
  await widget.expectState('exhausted');
  await expect(widget.part('message')).toContainText('April 1, 2026');
  expect(await api.paid()).toHaveLength(1);
});
