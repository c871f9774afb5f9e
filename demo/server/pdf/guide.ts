import type { Book } from './book.js';
import { colorIndex } from './color-index.js';
import { Columns } from './columns.js';
import { READING, stepLabel } from './craft.js';
import type { PrintablePattern } from './pattern.js';
import { symbolCode } from './symbol-fonts.js';
import { escaped, winAnsi } from './win-ansi.js';

/** With more runs than this, names would fill dozens of pages: then a run is its count and its symbol. */
const MOST_RUNS_WITH_NAMES = 20_000;

/** Step by step in the craft's direction: "Row 1: 12 × Navy, 3 × Sand". */
export function guide(book: Book, pattern: PrintablePattern, symbols: boolean): void {
  const runs = pattern.guide.reduce((sum, step) => sum + step.runs.length, 0);
  const compact = runs > MOST_RUNS_WITH_NAMES;
  const size = compact ? 5.6 : 7.2;
  const direction = pattern.guide[0]?.direction ?? 'rows';
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
  const indexOf = colorIndex(pattern);
  const looks = new Map<string, { before: string; after: string; width: number }>();
  const lookOf = (color: string, hex: string, id?: string) => {
    const key = `${id}\n${color}\n${hex}`;
    const known = looks.get(key);
    if (known) return known;
    const at = indexOf(color, hex, id);
    const chip = symbols && at !== undefined ? `/K ${size} Tf(${escaped(symbolCode(at))})Tj` : '';
    const material = at === undefined ? undefined : pattern.materials[at];
    const name = compact ? (chip ? '' : (material?.id ?? color)) : lettering.fit(color || hex, size, columns.width * 0.45);
    const text = `/H ${size} Tf(`;
    const written = compact ? (name ? ` \xd7 ${winAnsi(name)}` : '') : ` \xd7 ${name}`;
    const look = compact
      ? { before: text, after: `${escaped(written)})Tj${chip} ${text} )Tj`, width: 0 }
      : { before: `${chip}${text} `, after: escaped(written), width: 0 };
    look.width = (chip ? size : 0) + lettering.width(compact ? `${written} ` : ` ${written},  `, size);
    looks.set(key, look);
    return look;
  };

  for (const { step, direction, runs } of pattern.guide) {
    const label = `${stepLabel(direction, step, pattern.rows)}: `;
    columns.paragraph(Math.min(2, Math.ceil(runs.length / 4)));
    columns.put(`/B ${size} Tf(${label} )Tj`, lettering.width(`${label} `, size, 'B'));
    runs.forEach(({ id, color, hex, count }, at) => {
      const { before, after, width } = lookOf(color, hex, id);
      const end = compact ? '' : at < runs.length - 1 ? ',  )Tj' : ')Tj';
      columns.put(`${before}${count}${after}${end}`, width + countWidth(count));
    });
  }
  columns.end();
}
