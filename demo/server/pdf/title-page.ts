import { type Book, ACCENT, HAIRLINE, MUTED, PAGE, type Sheet } from './book.js';
import { craft, grouped, measure } from './craft.js';
import type { logoImage } from './logo.js';
import type { PdfOptions } from './options.js';

type Dated = PdfOptions & { createdAt: Date };

const LEFT = PAGE.margin;
const RIGHT = PAGE.width - PAGE.margin;
const WIDTH = RIGHT - LEFT;
const FACTS = 632;

/** What it is, what it will look like, and the numbers it was made with. */
export function titlePage(
  book: Book,
  sheet: Sheet,
  options: Dated,
  preview: ReturnType<Book['image']>,
  logo: Awaited<ReturnType<typeof logoImage>>,
): void {
  const { draw } = sheet;
  const top = letterhead(book, sheet, options.brand, logo);
  draw.text(craft(options.niche).title, LEFT, top + 34, { size: 30, face: 'B', room: WIDTH });
  picture(book, sheet, options, preview, top + 56);
  palette(sheet, options);
  facts(options).forEach(([label, value, note], at) => {
    const x = LEFT + (at % 4) * (WIDTH / 4);
    const y = FACTS + Math.floor(at / 4) * 54;
    draw.text(label, x, y, { size: 8, color: MUTED });
    draw.text(value, x, y + 16, { size: 13, face: 'B', room: WIDTH / 4 - 8 });
    if (note) draw.text(note, x, y + 27, { size: 7.5, color: MUTED, room: WIDTH / 4 - 8 });
  });
}

/** Once all pages are there: what is on which. */
export function contents({ draw }: Sheet, book: Book): void {
  const y = PAGE.height - 62;
  draw.lines(HAIRLINE, 0.6, [[LEFT, y - 16, RIGHT, y - 16]]);
  let x = LEFT;
  for (const [at, { title, page }] of book.chapters.entries()) {
    const last = (book.chapters[at + 1]?.page ?? book.pages + 1) - 1;
    x += draw.text(`${title} `, x, y, { size: 8.5, face: 'B' });
    x += draw.text(last > page ? `${page}–${last}` : String(page), x, y, { size: 8.5, color: MUTED }) + 18;
  }
}

function letterhead(book: Book, sheet: Sheet, brand: string | undefined, logo: Parameters<typeof titlePage>[4]): number {
  if (logo) {
    const scale = Math.min(170 / logo.width, 54 / logo.height);
    book.show(logo.image, sheet, LEFT, 36, logo.width * scale, logo.height * scale);
    return 36 + logo.height * scale + 8;
  }
  if (!brand?.trim()) return 44;
  sheet.draw.text(brand.trim(), LEFT, 54, { size: 12, face: 'B', color: ACCENT, room: WIDTH });
  return 66;
}

function picture(book: Book, sheet: Sheet, options: PdfOptions, preview: ReturnType<Book['image']>, top: number): void {
  const { pattern } = options;
  const room = { width: WIDTH, height: FACTS - 62 - top };
  // In its true proportions, but never as a hair line.
  const shape = Math.min(
    8,
    Math.max(1 / 8, (pattern.columns * options.unitWidthCm) / (pattern.rows * options.unitHeightCm) || 1),
  );
  const width = Math.min(room.width, room.height * shape);
  const height = width / shape;
  const x = LEFT + (room.width - width) / 2;
  const y = top + (room.height - height) / 2;
  sheet.draw.fill('#eceef1', [x + 3, y + 3, width, height]);
  book.show(preview, sheet, x, y, width, height);
  sheet.draw.frame('#9aa0aa', 0.6, x, y, width, height);
}

/** All colours in one bar, each as wide as its share. */
function palette({ draw }: Sheet, { pattern }: PdfOptions): void {
  const total = pattern.materials.reduce((sum, { quantity }) => sum + quantity, 0) || 1;
  const y = FACTS - 42;
  let x = LEFT;
  for (const { hex, quantity } of pattern.materials) {
    const width = (quantity / total) * WIDTH;
    draw.fill(hex, [x, y, width, 10]);
    x += width;
  }
  draw.frame('#9aa0aa', 0.4, LEFT, y, WIDTH, 10);
}

function facts(options: Dated): [label: string, value: string, note?: string][] {
  const { pattern, niche, widthCm, heightCm, unitWidthCm, unitHeightCm, maxColors, createdAt } = options;
  const { columns, rows, materials, difficulty } = pattern;
  const { units } = craft(niche);
  const covered = `${measure(columns * unitWidthCm)} × ${measure(rows * unitHeightCm)} cm`;
  const size = `${measure(widthCm)} × ${measure(heightCm)} cm`;
  return [
    ['Niche', niche],
    ['Finished size', size, covered === size ? undefined : `the grid covers ${covered}`],
    ['Grid', `${columns} × ${rows}`, 'columns × rows'],
    ['Size of a unit', `${measure(unitWidthCm)} × ${measure(unitHeightCm)} cm`],
    ['Units in total', `${grouped(columns * rows)} ${units}`],
    ['Colours', String(materials.length), maxColors ? `of at most ${maxColors}` : undefined],
    ['Difficulty', difficulty.charAt(0).toUpperCase() + difficulty.slice(1)],
    ['Made on', createdAt.toISOString().slice(0, 10)],
  ];
}
