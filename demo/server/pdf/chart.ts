import { type Book, ACCENT, HAIRLINE, MUTED, PAGE } from './book.js';
import { cellFills, rowStrings } from './chart-cells.js';
import { type ChartLayout, type ChartPage, FRAME, span } from './chart-layout.js';
import { chartLegend } from './chart-legend.js';
import type { Drawing } from './drawing.js';
import { short } from './ink.js';
import type { PrintablePattern } from './pattern.js';

/** The grid itself, on as many pages as readable cells need. */
export function chart(book: Book, pattern: PrintablePattern, layout: ChartLayout, symbols: boolean): void {
  layout.pages.forEach((page, at) => {
    const { draw } = book.addPage();
    const width = (page.columns.to - page.columns.from) * layout.cellWidth;
    const left = (PAGE.width - width) / 2;
    const title = `Chart, page ${at + 1} of ${layout.pages.length}: ${span('column', page.columns)}, ${span('row', page.rows)}`;
    draw.text(title, FRAME.left, 40, { size: 11, face: 'B' });
    if (layout.pages.length > 1) locator(draw, layout, at);

    // From here to Q one unit is one point, with the origin at the grid's top left corner.
    draw.raw(`q 1 0 0 1 ${short(left)} ${FRAME.top} cm`);
    draw.raw(`q ${short(layout.cellWidth)} 0 0 ${short(layout.cellHeight)} 0 0 cm\n${cellFills(pattern, page)}\nQ`);
    gridLines(draw, layout, page);
    if (symbols) draw.raw(symbolText(pattern, layout, page));
    numbers(draw, layout, page);
    draw.raw('Q');
    const bottom = FRAME.top + (page.rows.to - page.rows.from) * layout.cellHeight;
    if (symbols) chartLegend(draw, pattern, page, bottom + 22);
  });
}

function symbolText(pattern: PrintablePattern, { cellWidth, cellHeight }: ChartLayout, page: ChartPage): string {
  const size = Math.min(cellWidth, cellHeight);
  const x = (cellWidth - size) / 2;
  const y = -(cellHeight - size) / 2; // `'` moves down a line before it writes
  return (
    `BT /S ${short(size)} Tf ${short(cellWidth - size)} Tc ${short(cellHeight)} TL 1 0 0 -1 ${short(x)} ${short(y)} Tm\n` +
    `${rowStrings(pattern, page)}\n0 Tc ET`
  );
}

function gridLines(draw: Drawing, { cellWidth, cellHeight, small }: ChartLayout, { columns, rows }: ChartPage): void {
  const width = (columns.to - columns.from) * cellWidth;
  const height = (rows.to - rows.from) * cellHeight;
  const thin: [number, number, number, number][] = [];
  const bold: { at: number; upright: boolean }[] = [];
  for (let column = columns.from + 1; column < columns.to; column++) {
    const at = (column - columns.from) * cellWidth;
    if (column % 10) thin.push([at, 0, at, height]);
    else bold.push({ at, upright: true });
  }
  for (let row = rows.from + 1; row < rows.to; row++) {
    const at = (row - rows.from) * cellHeight;
    if (row % 10) thin.push([0, at, width, at]);
    else bold.push({ at, upright: false });
  }
  if (thin.length) draw.lines('#808080', small ? 0.12 : 0.25, thin);
  // Bold lines have a white edge, which keeps them visible on dark cells. They are filled, not stroked: readers snap strokes
  // to whole pixels, each by itself, and the black one would not stay in the middle of the white one.
  const bars = (weight: number) =>
    bold.map(({ at, upright }): [number, number, number, number] =>
      upright ? [at - weight / 2, 0, weight, height] : [0, at - weight / 2, width, weight],
    );
  if (bold.length) {
    draw.fill('#ffffff', ...bars(small ? 0.8 : 2));
    draw.fill('#111111', ...bars(small ? 0.4 : 1));
  }
  draw.frame('#111111', small ? 0.6 : 1.1, 0, 0, width, height);
}

/** At all four sides; every line where there is room, else every fifth or tenth. */
function numbers(draw: Drawing, { cellWidth, cellHeight }: ChartLayout, { columns, rows }: ChartPage): void {
  const size = 5.4;
  const width = (columns.to - columns.from) * cellWidth;
  const height = (rows.to - rows.from) * cellHeight;
  const every = (cell: number, need: number) => (cell >= need ? 1 : cell * 5 >= need ? 5 : 10);
  const style = (n: number) => (n % 10 ? { size, color: MUTED } : { size, face: 'B' as const });
  const columnStep = every(cellWidth, draw.lettering.width(String(columns.to), size, 'B') + 1.5);
  for (let n = columns.from + 1; n <= columns.to; n++) {
    if (n % columnStep && n !== columns.from + 1) continue;
    const x = (n - columns.from - 0.5) * cellWidth;
    draw.text(String(n), x, -4, { ...style(n), align: 'center' });
    draw.text(String(n), x, height + 8, { ...style(n), align: 'center' });
  }
  const rowStep = every(cellHeight, size + 0.5);
  for (let n = rows.from + 1; n <= rows.to; n++) {
    if (n % rowStep && n !== rows.from + 1) continue;
    const y = (n - rows.from - 0.5) * cellHeight + size * 0.36;
    draw.text(String(n), -4, y, { ...style(n), align: 'right' });
    draw.text(String(n), width + 4, y, style(n));
  }
}

/** A little map in the corner: which part of the whole this page is. */
function locator(draw: Drawing, { across, down, cellWidth, cellHeight }: ChartLayout, at: number): void {
  const whole = { width: (across.at(-1)?.to ?? 1) * cellWidth, height: (down.at(-1)?.to ?? 1) * cellHeight };
  const scale = Math.min(70 / whole.width, 34 / whole.height);
  const left = PAGE.width - FRAME.right - whole.width * scale;
  down.forEach((row, r) =>
    across.forEach((column, c) => {
      const x = left + column.from * cellWidth * scale;
      const y = 18 + row.from * cellHeight * scale;
      const width = (column.to - column.from) * cellWidth * scale;
      const height = (row.to - row.from) * cellHeight * scale;
      if (r * across.length + c === at) draw.fill(ACCENT, [x, y, width, height]);
      draw.frame(HAIRLINE, 0.5, x, y, width, height);
    }),
  );
}
