import { expect, picture, test, type Widget } from './shop.js';

const make = async (widget: Widget) => {
  await widget.choose('first', await picture(1));
  await widget.generate.click();
  await widget.expectState('done');
};

test('work on a design goes on where it stopped, after a reload and in another tab, and costs nothing @phone', async ({
  shop,
  api,
  context,
}) => {
  const widget = await shop();
  await make(widget);
  await widget.part('work-button').click();
  await widget.part('line-done-button').click();
  await expect(widget.part('current-label')).toHaveText('Row 2');
  // Not even the turn in which a page ends counts.
  const loaded = widget.page.waitForEvent('load');
  await widget.part('line-done-button').evaluate((button: HTMLElement) => {
    button.click();
    location.reload();
  });
  await loaded;
  await make(widget);
  await expect(widget.part('work-button')).toContainText('10%');
  await widget.part('work-button').click();
  await expect(widget.part('current-label')).toHaveText('Row 3');

  const other = await shop(undefined, { page: await context.newPage() });
  await make(other);
  await other.part('work-button').click();
  await expect(other.part('share-text')).toHaveText('10%');
  await other.part('line-done-button').click();
  await expect(widget.part('share-text')).toHaveText('15%');
  await widget.part('undo-button').isVisible();
  await widget.part('canvas').focus();
  await widget.page.keyboard.press('ArrowRight');
  await widget.page.keyboard.press('End');
  await widget.page.keyboard.press('PageDown');
  await widget.page.keyboard.press('PageDown');
  await widget.page.keyboard.press('l');
  await expect(other.part('share-text')).toHaveText('20%');
  expect(await api.paid()).toHaveLength(1);
});

test('other colours: a variant beside the design, in every tab and after a reload, and the PDF button says which it has @phone', async ({
  shop,
  api,
  context,
}) => {
  const widget = await shop();
  await make(widget);
  const first = widget.part('material').first().locator('[part=name]');
  const before = await first.textContent();
  await widget.part('tool').filter({ hasText: 'Change colours' }).click();
  await widget.part('material-button').first().click();
  // The API's own colours, from its free look-up, behind those of the pattern.
  const offered = widget.root.locator('[data-list=all] [part=recolor-choice]');
  await expect(offered.first()).toBeVisible();
  const name = (await offered.first().locator('[part=name]').textContent())!.trim().split(/\s{2,}/)[0]!;
  await offered.first().click();
  await expect(first).toContainText(name);
  await expect(widget.part('pdf-button')).toContainText('original colours');

  const other = await shop(undefined, { page: await context.newPage() });
  await make(other);
  await expect(other.part('material').first()).toContainText(name);
  await widget.page.reload();
  await make(widget);
  await expect(first).toContainText(name);
  await expect(widget.part('recolored')).toBeVisible();
  await widget.part('tool').filter({ hasText: 'Change colours' }).click();
  await widget.part('original-button').click();
  await expect(first).toHaveText(before!);
  await expect(other.part('material').first().locator('[part=name]')).toHaveText(before!);
  await expect(widget.part('pdf-button')).toHaveText('Download PDF');
  expect(await api.paid()).toHaveLength(1);
});
