import { readChart } from '../../../src/chart/read-chart.js';
import { Book } from './book.js';
import { chart } from './chart.js';
import { chartLayout } from './chart-layout.js';
import { chartOverview } from './chart-overview.js';
import { colorSummary } from './color-summary.js';
import { craft } from './craft.js';
import { guide } from './guide.js';
import { logoImage } from './logo.js';
import { materialsTable } from './materials-table.js';
import type { PdfOptions } from './options.js';
import { previewImage } from './preview.js';
import { MOST_SYMBOLS } from './symbol-fonts.js';
import { contents, titlePage } from './title-page.js';

export type { PdfOptions } from './options.js';

/** From how many chart pages on a map of them is worth a page. */
const OVERVIEW_FROM = 4;

/**
 * The pattern as an A4 PDF: title page, materials, chart, guide and, when asked for, the colour summary.
 * Bounds: above 250,000 cells, or with more colours than a font has codes (over 223), the chart is printed in colours
 * without symbols, and above 20,000 runs the guide says counts and symbols only.
 */
export async function createPdf(options: PdfOptions): Promise<Uint8Array> {
  const { pattern, niche, brand, createdAt = new Date() } = options;
  const { title, units } = craft(niche);
  const layout = chartLayout(pattern.columns, pattern.rows, options.unitWidthCm, options.unitHeightCm);
  const model = readChart({ ...pattern, direction: pattern.guide[0]?.direction });
  const symbols = model.colors.length <= MOST_SYMBOLS;
  const fullTitle = `${title}, ${pattern.columns} × ${pattern.rows}`;
  const book = new Book(fullTitle, symbols ? model : { colors: [], steps: [] }, createdAt);
  const preview = previewImage(book, pattern);
  const logo = options.logo && (await logoImage(book, options.logo));

  const front = book.addPage();
  titlePage(book, front, { ...options, createdAt }, preview, logo);
  book.chapter('Materials');
  materialsTable(book, pattern, units, symbols);
  book.chapter('Chart');
  if (layout.pages.length >= OVERVIEW_FROM) chartOverview(book, preview, layout);
  chart(book, pattern, layout, symbols && !layout.small);
  book.chapter('Guide');
  guide(book, model, symbols);
  if (options.colorSummary) {
    book.chapter('Colour summary');
    colorSummary(book, pattern, symbols);
  }
  contents(front, book);
  return book.finish([brand?.trim(), fullTitle].filter(Boolean).join(' · '));
}
