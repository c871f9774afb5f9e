import type { Book } from './book.js';
import { colorIndex } from './color-index.js';
import { Columns } from './columns.js';
import type { PrintablePattern } from './pattern.js';
import { symbolCode } from './symbol-fonts.js';
import { escaped, winAnsi } from './win-ansi.js';

const SIZE = 6.8;

/** Where each colour sits, for those who work one colour at a time: "Row 4: 3–7, 9". */
export function colorSummary(book: Book, pattern: PrintablePattern, symbols: boolean): void {
  const note = 'Where each colour sits: the row, then its columns, both counted from the top left.';
  const columns = new Columns(book, { title: 'Colour summary', note, columns: 3, size: SIZE });
  const indexOf = colorIndex(pattern);
  const { lettering } = book;
  for (const { color, hex, positions } of pattern.colorSummary) {
    const at = indexOf(color, hex);
    const title = lettering.fit(` ${color || hex}`, SIZE + 1, columns.width * 0.9, 'B');
    columns.paragraph(3);
    if (symbols && at !== undefined) columns.put(`/K ${SIZE + 1} Tf(${escaped(symbolCode(at))})Tj`, SIZE + 1);
    columns.put(`/B ${SIZE + 1} Tf(${escaped(title)})Tj`, lettering.width(title, SIZE + 1, 'B'));
    for (const { row, columns: where } of positions) {
      columns.paragraph();
      const label = `Row ${row}: `;
      columns.put(`/B ${SIZE} Tf(${label})Tj /H ${SIZE} Tf`, lettering.width(label, SIZE, 'B'));
      for (const part of where.split(',')) {
        const text = winAnsi(`${part.trim().replace('-', '–')}${part === where.split(',').at(-1) ? '' : ', '}`);
        columns.put(`(${escaped(text)})Tj`, lettering.width(text, SIZE));
      }
    }
  }
  columns.end();
}
