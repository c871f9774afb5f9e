import { HAIRLINE, PAGE } from './book.js';
import { type ChartPage, FRAME } from './chart-layout.js';
import type { Drawing } from './drawing.js';
import { short } from './ink.js';
import type { PrintablePattern } from './pattern.js';
import { symbolCode } from './symbol-fonts.js';
import { escaped } from './win-ansi.js';

const SIZE = 7;
const LEADING = 11.5;
const BOTTOM = PAGE.height - 34;

/** The symbols of this page and their names below the grid, where the grid leaves room: it saves turning back to the table. */
export function chartLegend(draw: Drawing, { columns, cells, materials }: PrintablePattern, page: ChartPage, top: number): void {
  const used = new Set<number>();
  for (let row = page.rows.from; row < page.rows.to; row++) {
    for (let column = page.columns.from; column < page.columns.to; column++) used.add(cells[row * columns + column] ?? 0);
  }
  const names = [...used]
    .sort((a, b) => a - b)
    .map((at) => ({ at, name: draw.lettering.fit(materials[at]?.name ?? '', SIZE, 110) }));
  const widest = Math.max(...names.map(({ name }) => draw.lettering.width(name, SIZE)));
  const width = PAGE.width - FRAME.left - FRAME.right;
  const perLine = Math.max(1, Math.floor(width / (SIZE + 4 + widest + 14)));
  const lines = Math.ceil(names.length / perLine);
  if (top + 12 + lines * LEADING > BOTTOM) return;

  draw.lines(HAIRLINE, 0.6, [[FRAME.left, top, PAGE.width - FRAME.right, top]]);
  const step = width / perLine;
  const texts = names.map(({ at, name }, n) => {
    const x = FRAME.left + Math.floor(n / lines) * step;
    const y = top + 13 + (n % lines) * LEADING;
    return (
      `/K ${SIZE + 1} Tf 1 0 0 -1 ${short(x)} ${short(y + 0.3)} Tm(${escaped(symbolCode(at))})Tj ` +
      `/H ${SIZE} Tf 1 0 0 -1 ${short(x + SIZE + 4)} ${short(y)} Tm(${escaped(name)})Tj`
    );
  });
  draw.raw(`BT 0.11 0.133 0.188 rg ${texts.join('\n')} ET`);
}
