import type { ChartPage } from './chart-layout.js';
import { operands } from './ink.js';
import type { PrintablePattern } from './pattern.js';
import { symbolCode } from './symbol-fonts.js';
import { escaped } from './win-ansi.js';

/**
 * The coloured cells of one page, in units of one cell: runs of one colour as one rectangle, equal runs one below the
 * other as one higher rectangle, all rectangles of a colour in one path.
 */
export function cellFills({ columns, cells, materials }: PrintablePattern, page: ChartPage): string {
  const { from, to } = page.columns;
  const paths = new Map<number, string[]>();
  const open: { color: number; width: number; top: number }[] = []; // by first column
  const close = (x: number, bottom: number) => {
    const run = open[x];
    if (!run) return;
    const path = paths.get(run.color) ?? [];
    if (!path.length) paths.set(run.color, path);
    path.push(`${x} ${run.top} ${run.width} ${bottom - run.top} re`);
    delete open[x];
  };
  for (let row = page.rows.from; row < page.rows.to; row++) {
    const y = row - page.rows.from;
    for (let column = from; column < to;) {
      const start = column;
      const color = cells[row * columns + start] ?? 0;
      while (column < to && cells[row * columns + column] === color) {
        if (column > start) close(column - from, y);
        column++;
      }
      const x = start - from;
      const width = column - start;
      if (open[x]?.color === color && open[x]?.width === width) continue;
      close(x, y);
      open[x] = { color, width, top: y };
    }
  }
  for (let x = 0; x < to - from; x++) close(x, page.rows.to - page.rows.from);
  return [...paths]
    .sort(([a], [b]) => a - b)
    .map(([color, path]) => `${operands(materials[color]?.hex ?? '')} rg ${path.join(' ')} f`)
    .join('\n');
}

/** One string a row, one byte a cell; `'` goes to the next row by itself. */
export function rowStrings({ columns, cells }: PrintablePattern, page: ChartPage): string {
  const lines: string[] = [];
  for (let row = page.rows.from; row < page.rows.to; row++) {
    let line = '';
    for (let column = page.columns.from; column < page.columns.to; column++) {
      line += symbolCode(cells[row * columns + column] ?? 0);
    }
    lines.push(`(${escaped(line)})'`);
  }
  return lines.join('\n');
}
