import type { Chart } from '../../../src/chart/read-chart.js';
import type { Book } from './book.js';
import { Columns } from './columns.js';
import { READING, stepLabel } from './craft.js';
import { symbolCode } from './symbol-fonts.js';
import { escaped, winAnsi } from './win-ansi.js';

/** With more runs than this, names would fill dozens of pages: then a run is its count and its symbol. */
const MOST_RUNS_WITH_NAMES = 20_000;

/** Step by step in the craft's direction: "Row 1: 12 × Navy, 3 × Sand". */
export function guide(book: Book, { steps, colors, direction, rows }: Chart, symbols: boolean): void {
  const compact = steps.reduce((sum, { runs }) => sum + runs.length, 0) > MOST_RUNS_WITH_NAMES;
  const size = compact ? 5.6 : 7.2;
  const note = `${READING[direction]}${compact && symbols ? ' Each number is followed by its symbol in the materials table.' : ''}`;
  const columns = new Columns(book, { title: 'Guide', note, columns: compact ? 3 : 2, size });
  const { lettering } = book;
  const counts = new Map<number, number>();
  const countWidth = (count: number): number => {
    const known = counts.get(count) ?? lettering.width(String(count), size);
    counts.set(count, known);
    return known;
  };

  // What stands before and after the count is the same for every run of a colour.
  const looks = colors.map(({ name, id, hex = '' }, at) => {
    const chip = symbols ? `/K ${size} Tf(${escaped(symbolCode(at))})Tj` : '';
    const text = `/H ${size} Tf(`;
    const written = compact
      ? chip
        ? ''
        : ` \xd7 ${winAnsi(id ?? name)}`
      : ` \xd7 ${lettering.fit(name || hex, size, columns.width * 0.45)}`;
    const width = (chip ? size : 0) + lettering.width(compact ? `${written} ` : ` ${written},  `, size);
    return compact
      ? { before: text, after: `${escaped(written)})Tj${chip} ${text} )Tj`, width }
      : { before: `${chip}${text} `, after: escaped(written), width };
  });

  steps.forEach(({ runs }, step) => {
    const label = `${stepLabel(direction, step + 1, rows)}: `;
    columns.paragraph(Math.min(2, Math.ceil(runs.length / 4)));
    columns.put(`/B ${size} Tf(${label} )Tj`, lettering.width(`${label} `, size, 'B'));
    runs.forEach(({ color, count }, at) => {
      const { before, after, width } = looks[color]!;
      const end = compact ? '' : at < runs.length - 1 ? ',  )Tj' : ')Tj';
      columns.put(`${before}${count}${after}${end}`, width + countWidth(count));
    });
  });
  columns.end();
}
