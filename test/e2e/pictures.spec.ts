import { expect, test } from './shop.js';
import { stitching } from './stitching.js';

// How the chart looks in its views, beside pictures of it. Its size is given, its only words are the numbers at its edges: fonts are
// another on each machine, and another version of a browser smooths its edges otherwise, so a few pixels in a hundred may differ. A
// colour or the symbols that are not there are more than that (7 in a hundred); a line and the mark of a row are less: their pixels are
// read in test/element/viewer.test.ts. Made anew, to be looked at, by
// `npx playwright test -c test/e2e/playwright.config.ts pictures --project=desktop --update-snapshots`.
const TOLERANT = { maxDiffPixelRatio: 0.05, threshold: 0.25, animations: 'disabled' } as const;

for (const colorScheme of ['light', 'dark'] as const)
  for (const [device, viewport, [width, height]] of [
    ['phone', { width: 375, height: 740 }, [310, 230]],
    ['desktop', { width: 800, height: 700 }, [450, 330]],
  ] as const)
    test.describe(`${device}, ${colorScheme}`, () => {
      test.use({ colorScheme, viewport, deviceScaleFactor: 1 });

      test('colours, both, symbols, full screen and guide look as they did @chromium', async ({ shop, page }) => {
        const widget = await stitching(shop, page);
        const canvas = widget.part('canvas');
        const like = (name: string) => [`${name}-${device}-${colorScheme}.png`, TOLERANT] as const;
        const bare = ['count', 'arrow', 'run-name', 'minimap'].map((part) => `pattern-generator::part(${part})`).join();
        await page.addStyleTag({
          content: `${bare} { display: none }
            pattern-generator::part(canvas) { flex: none; width: ${width}px; height: ${height}px; min-height: 0 }
            pattern-generator::part(runs) { width: ${width}px; scrollbar-width: none }`,
        });
        for (const [at, look] of ['colours', 'both', 'symbols'].entries()) {
          await widget.part('look').nth(at).click();
          await widget.part('zoom-fit').dispatchEvent('click');
          await page.mouse.move(0, 0);
          await expect(canvas).toHaveScreenshot(...like(look));
        }
        await expect(widget.part('runs')).toHaveScreenshot(...like('guide'));
        await widget.part('full-button').click();
        await widget.part('zoom-fit').dispatchEvent('click');
        await page.mouse.move(0, 0);
        await expect(canvas).toHaveScreenshot(...like('full'));
      });
    });
