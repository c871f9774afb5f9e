import { type Book, ACCENT, MUTED, PAGE } from './book.js';
import type { ChartLayout } from './chart-layout.js';

/** Where each chart page lies in the whole: what hangs on the wall beside the work. */
export function chartOverview(book: Book, preview: ReturnType<Book['image']>, layout: ChartLayout): void {
  const sheet = book.addPage();
  const { draw } = sheet;
  draw.text('Chart overview', PAGE.margin, 60, { size: 20, face: 'B' });
  const note = `The chart has ${layout.pages.length} pages. The numbers are those in “Chart, page …”.`;
  draw.text(note, PAGE.margin, 78, { size: 9, color: MUTED });

  const columns = layout.across.at(-1)?.to ?? 1;
  const rows = layout.down.at(-1)?.to ?? 1;
  const room = { width: PAGE.width - 2 * PAGE.margin, height: PAGE.height - 100 - 50 };
  const scale = Math.min(room.width / (columns * layout.cellWidth), room.height / (rows * layout.cellHeight));
  const cellWidth = layout.cellWidth * scale;
  const cellHeight = layout.cellHeight * scale;
  const left = (PAGE.width - columns * cellWidth) / 2;
  const top = 100;
  book.show(preview, sheet, left, top, columns * cellWidth, rows * cellHeight);

  layout.pages.forEach((page) => {
    const x = left + page.columns.from * cellWidth;
    const y = top + page.rows.from * cellHeight;
    const width = (page.columns.to - page.columns.from) * cellWidth;
    const height = (page.rows.to - page.rows.from) * cellHeight;
    draw.frame('#ffffff', 2.4, x, y, width, height);
    draw.frame(ACCENT, 1, x, y, width, height);
  });
  layout.pages.forEach((page, at) => {
    const x = left + ((page.columns.from + page.columns.to) / 2) * cellWidth;
    const y = top + ((page.rows.from + page.rows.to) / 2) * cellHeight;
    const size = Math.max(6, Math.min(16, ((page.columns.to - page.columns.from) * cellWidth) / 4));
    const label = String(at + 1);
    const half = draw.lettering.width(label, size, 'B') / 2 + size * 0.4;
    draw.fill('#ffffff', [x - half, y - size * 0.75, 2 * half, size * 1.5]);
    draw.frame(ACCENT, 0.8, x - half, y - size * 0.75, 2 * half, size * 1.5);
    draw.text(label, x, y + size * 0.36, { size, face: 'B', color: ACCENT, align: 'center' });
  });
}
