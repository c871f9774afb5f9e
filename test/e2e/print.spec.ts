import { readFile } from 'node:fs/promises';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { ATTRIBUTES, expect, test } from './shop.js';

test('the printed page has the pattern and its materials with their colours, nothing to press, on few pages @chromium', async ({
  shop,
}) => {
  const widget = await shop(
    `<pattern-generator ${ATTRIBUTES.replace('mosaic', 'crossstitch')} max-colors="40" usage="always"></pattern-generator>`,
  );
  await widget.choose('robin', await readFile('demo/pictures/robin.jpg'));
  await widget.generate.click();
  await widget.expectState('done');
  await expect(widget.part('canvas')).toBeVisible();
  const { page } = widget;
  await page.emulateMedia({ media: 'print' });
  await expect(widget.part('canvas')).toBeVisible();
  await expect(widget.part('material').first()).toBeVisible();
  for (const name of ['pdf-button', 'again-button', 'zoom-in', 'next', 'slider', 'usage'])
    await expect(widget.part(name)).toBeHidden();
  for (const name of ['canvas', 'swatch']) await expect(widget.part(name).first()).toHaveCSS('print-color-adjust', 'exact');
  await page.emulateMedia({ media: null });

  const pdf = await getDocument({ data: new Uint8Array(await page.pdf()), verbosity: 0 }).promise;
  expect(pdf.numPages).toBeLessThanOrEqual(3);
  let text = '';
  for (let number = 1; number <= pdf.numPages; number++) {
    const { items } = await (await pdf.getPage(number)).getTextContent();
    text += items.map((item) => ('str' in item ? item.str : '')).join(' ');
  }
  for (const code of await widget.part('id').allTextContents()) expect(text).toContain(code);
});

test('kept designs, the studio and the tools of the work at hand are not on the printed page, and what is dark is printed on white @chromium', async ({
  shop,
  page,
}) => {
  const widget = await shop(`<pattern-generator ${ATTRIBUTES}></pattern-generator>`, {
    page,
    html: 'lang="en" style="color-scheme: dark"',
    csp: 'off',
  });
  const robin = await readFile('demo/pictures/robin.jpg');
  for (const [name, picture] of [['robin', robin] as const, ['pears', await readFile('demo/pictures/pears.jpg')] as const]) {
    await widget.choose(name, picture);
    await expect(widget.part('size-summary')).toBeVisible();
    if (name === 'pears') {
      // Printed before there is a pattern, there is nothing of the studio.
      await page.emulateMedia({ media: 'print' });
      for (const part of ['studio', 'cropper', 'dropzone', 'generate-button', 'heading'])
        await expect(widget.part(part)).toBeHidden();
      await page.emulateMedia({ media: null });
    }
    await widget.generate.click();
    await widget.expectState('done');
    if (name === 'robin') await widget.part('again-button').click();
  }
  await expect(widget.part('history-item')).toHaveCount(2);
  await widget.part('work-button').click();
  await expect(widget.part('done-button')).toBeVisible();
  for (const tool of await widget.part('tool').all())
    if ((await tool.getAttribute('aria-expanded')) === 'false') await tool.click();
  await expect(widget.part('take')).toBeVisible();

  await page.emulateMedia({ media: 'print' });
  await expect(widget.part('canvas')).toBeVisible();
  await expect(widget.part('material').first()).toBeVisible();
  for (const part of ['history', 'doing', 'take', 'find', 'minimap', 'work-button', 'tools'])
    await expect(widget.part(part).first()).toBeHidden();
  // A line of the materials is a button on the screen.
  expect(await widget.root.locator('button:visible:not([part=material-button]), input:visible, select:visible').count()).toBe(0);
  await expect(widget.part('name').first()).toHaveCSS('color', 'rgb(42, 38, 34)');
  await page.emulateMedia({ media: null });
  const pdf = await getDocument({ data: new Uint8Array(await page.pdf()), verbosity: 0 }).promise;
  expect(pdf.numPages).toBeLessThanOrEqual(2);
});
