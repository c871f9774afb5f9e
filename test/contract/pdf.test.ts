import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import sharp from 'sharp';
import { catalogueFor } from '../../demo/server/catalogues/index.js';
import { createPdf, type PdfOptions } from '../../demo/server/pdf/index.js';
import { createPattern } from '../../src/engine/index.js';
import { makePicture } from '../unit/engine/golden.js';

// Made with one library, read back with another.
async function read(bytes: Uint8Array): Promise<{ pages: string[]; title: string }> {
  const document = await getDocument({ data: bytes.slice(), useSystemFonts: true, verbosity: 0 }).promise;
  const pages: string[] = [];
  for (let number = 1; number <= document.numPages; number++) {
    const { items } = await (await document.getPage(number)).getTextContent();
    pages.push(
      items
        .map((item) => ('str' in item ? item.str : ''))
        .join(' ')
        .replace(/\s+/g, ' '),
    );
  }
  const { info } = (await document.getMetadata()) as { info: { Title?: string } };
  return { pages, title: info.Title ?? '' };
}

const pattern = (columns: number, rows: number, maxColors = 8, catalogue = catalogueFor('crossstitch')) =>
  createPattern(makePicture(), { columns, rows, maxColors, catalogue, direction: 'rows' });

const options = (columns: number, rows: number, more: Partial<PdfOptions> = {}): PdfOptions => ({
  pattern: pattern(columns, rows),
  niche: 'crossstitch',
  widthCm: 30,
  heightCm: 20,
  unitWidthCm: 30 / columns,
  unitHeightCm: 20 / rows,
  createdAt: new Date('2026-11-21T12:00:00Z'),
  ...more,
});

it('holds configuration, materials with their numbers, chart and guide', async () => {
  const it = options(30, 20);
  const { pages, title } = await read(await createPdf(it));
  const text = pages.join(' ');
  expect(title).toContain('30 × 20');
  expect(pages[0]).toContain('30 × 20 cm');
  expect(pages[0]).toContain('600 stitches');
  for (const { name, id, quantity } of it.pattern.materials) {
    expect(text).toContain(name);
    expect(text).toContain(id);
    expect(text).toContain(String(quantity));
  }
  for (let row = 1; row <= 20; row++) expect(text).toContain(`Row ${row}:`);
});

it('cuts the chart into pages that cover the grid exactly once', async () => {
  const columns = 97;
  const rows = 131;
  const { pages } = await read(await createPdf(options(columns, rows)));
  const covered = new Uint8Array(columns * rows);
  for (const page of pages) {
    const range = /Chart, page \d+ of \d+: columns (\d+)–(\d+), rows (\d+)–(\d+)/.exec(page);
    if (!range) continue;
    const [left, right, top, bottom] = range.slice(1).map(Number) as [number, number, number, number];
    for (let row = top - 1; row < bottom; row++)
      for (let column = left - 1; column < right; column++) covered[row * columns + column]!++;
  }
  expect(covered.every((times) => times === 1)).toBe(true);
});

it.each([true, false])('has the colour summary only when it is asked for: %s', async (colorSummary) => {
  const { pages } = await read(await createPdf(options(20, 20, { colorSummary })));
  expect(pages.some((page) => page.includes('Where each colour sits'))).toBe(colorSummary);
});

it('numbers its pages', async () => {
  const { pages } = await read(await createPdf(options(60, 60)));
  pages.forEach((page, index) => expect(page).toContain(`${index + 1} / ${pages.length}`));
});

it('shows a logo, the brand where there is none, and survives a broken one', async () => {
  const logo = await sharp({ create: { width: 200, height: 60, channels: 3, background: 'teal' } })
    .png()
    .toBuffer();
  const plain = await createPdf(options(20, 20, { brand: 'Wool & Co' }));
  const withLogo = await createPdf(options(20, 20, { brand: 'Wool & Co', logo }));
  const broken = await createPdf(options(20, 20, { brand: 'Wool & Co', logo: Buffer.from('no picture') }));
  expect(withLogo.length).not.toBe(plain.length);
  for (const bytes of [plain, broken]) expect((await read(bytes)).pages[0]).toContain('Wool & Co');
});

it('writes names that its fonts do not have without failing', async () => {
  const hexes = ['#c03030', '#30a050', '#3050c0', '#e0d070'];
  const catalogue = ['Ünï', '紅', '<b>&amp;</b>', '🧶 yarn'].map((name, index) => ({
    id: `N-${index}`,
    name,
    hex: hexes[index]!,
  }));
  const made = pattern(12, 12, 4, catalogue);
  const { pages } = await read(await createPdf(options(12, 12, { pattern: made })));
  expect(made.materials.length).toBeGreaterThan(1);
  for (const { id } of made.materials) expect(pages.join(' ')).toContain(id);
});

it('is the same for the same pattern and date, and small: at most 200 kB for 133 × 125', async () => {
  const it = options(133, 125, { pattern: pattern(133, 125, 20) });
  const bytes = await createPdf(it);
  expect(bytes.length).toBeLessThanOrEqual(200_000);
  expect(Buffer.from(await createPdf(it)).equals(Buffer.from(bytes))).toBe(true);
});
