import { Palette } from '../../../src/chart/palette.js';
import { finish } from '../../../src/chart/slices.js';
import type { Book } from './book.js';
import { Columns } from './columns.js';
import type { PrintablePattern } from './pattern.js';
import { symbolCode } from './symbol-fonts.js';
import { escaped, winAnsi } from './win-ansi.js';

const SIZE = 6.8;

/** Where each colour sits, for those who work one colour at a time: "4: 3–7, 9". */
export function colorSummary(book: Book, pattern: PrintablePattern, symbols: boolean): void {
  const note = 'Where each colour sits: the row in bold, then its columns, both counted from the top left.';
  const columns = new Columns(book, { title: 'Colour summary', note, columns: 2, size: SIZE });
  const palette = finish(new Palette().read(pattern.materials));
  const { lettering } = book;
  for (const { color, hex, positions } of pattern.colorSummary) {
    const at = palette.find({ color, hex });
    const title = lettering.fit(` ${color || hex}`, SIZE + 1, columns.width * 0.9, 'B');
    columns.paragraph(3);
    if (symbols && at < pattern.materials.length) columns.put(`/K ${SIZE + 1} Tf(${escaped(symbolCode(at))})Tj`, SIZE + 1);
    columns.put(`/B ${SIZE + 1} Tf(${escaped(title)})Tj`, lettering.width(title, SIZE + 1, 'B'));
    columns.paragraph();
    for (const { row, columns: where } of positions) {
      const label = `${row}:`;
      const places = where.split(',').map((part) => winAnsi(part.trim().replace('-', '–')));
      let operators = `/B ${SIZE} Tf(${label})Tj /H ${SIZE} Tf`;
      let width = lettering.width(label, SIZE, 'B');
      // A row number stays with its first columns; the others may go on in the next line.
      places.forEach((place, n) => {
        const text = ` ${place}${n < places.length - 1 ? ',' : '   '}`;
        columns.put(`${operators}(${escaped(text)})Tj`, width + lettering.width(text, SIZE));
        operators = '';
        width = 0;
      });
    }
  }
  columns.end();
}
