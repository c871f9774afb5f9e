import { expect, picture, test, Widget } from './shop.js';

const make = async (widget: Widget, name: string, seed: number) => {
  await widget.choose(name, await picture(seed));
  await widget.generate.click();
  await widget.expectState('done');
  await widget.part('again-button').click();
};

test('kept designs: shown again without a use, also offline and while exhausted, and removed @phone', async ({
  shop,
  api,
  context,
}) => {
  const widget = await shop();
  await make(widget, 'first', 1);
  await expect(widget.part('history-item')).toHaveCount(0);
  await make(widget, 'second', 2);
  await expect(widget.part('history-item')).toHaveCount(2);
  await api.set({ usesLeft: 0 });
  await widget.choose('third', await picture(3));
  await widget.generate.click();
  await widget.expectState('exhausted');
  const paid = (await api.paid()).length;

  await widget.page.reload();
  await widget.expectState('exhausted');
  await expect(widget.part('history-item')).toHaveCount(2);
  // The viewer is fetched with the first pattern; the strip itself needs no connection.
  await widget.part('history-show').first().click();
  await widget.expectState('done');
  await widget.part('again-button').click();
  await context.setOffline(true);
  await widget.part('history-show').last().click();
  await widget.expectState('done');
  await expect(widget.part('preview')).toBeVisible();
  await context.setOffline(false);
  expect(await widget.save()).toBe('pixcraft-mosaic-20x20.pdf');

  await widget.part('history-remove').first().click();
  await expect(widget.part('history-item')).toHaveCount(0);
  expect(await api.paid()).toHaveLength(paid);
});

test('a name is written in place, is there in every tab and after a reload, and two designs stand side by side @phone', async ({
  shop,
  api,
  context,
}) => {
  const widget = await shop();
  await make(widget, 'first', 1);
  await make(widget, 'second', 2);
  const other = await shop(undefined, { page: await context.newPage() });
  await expect(other.part('history-item')).toHaveCount(2);
  // The last thing that is said above the strip, which then stands still.
  await expect(widget.part('fix-button')).toBeVisible();
  await widget.part('history-rename').first().click();
  await widget.part('history-field').fill('For my sister');
  await widget.part('history-field').press('Enter');
  await expect(other.part('history-name').filter({ hasText: 'For my sister' })).toBeVisible();
  await widget.page.reload();
  await expect(widget.part('history-name').filter({ hasText: 'For my sister' })).toBeVisible();
  // In Firefox nothing in a tab behind another has the focus.
  await widget.page.bringToFront();
  await widget.part('compare-button').click();
  await widget.part('history-show').first().click();
  await widget.part('history-show').last().click();
  await expect(widget.root.locator('canvas[part=comparison-picture]')).toHaveCount(2);
  await expect(widget.part('comparison')).toBeFocused();
  await expect(widget.part('comparison')).toContainText('For my sister');
  await widget.expectState('empty');
  expect(await api.paid()).toHaveLength(2);
});
