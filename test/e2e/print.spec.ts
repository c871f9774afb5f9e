import { readFile } from 'node:fs/promises';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { ATTRIBUTES, expect, test } from './shop.js';

test('the printed page has the pattern and its materials with their colours, nothing to press, on few pages', async ({
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
