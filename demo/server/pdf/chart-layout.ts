import { PAGE } from './book.js';

/** Points of paper around the grid: header and numbers above, numbers at both sides, numbers and footer below. */
export const FRAME = { left: 46, right: 46, top: 72, bottom: 52 };
const ROOM = { width: PAGE.width - FRAME.left - FRAME.right, height: PAGE.height - FRAME.top - FRAME.bottom };

const MM = 72 / 25.4;
const READABLE = 3.75 * MM;
const LARGEST = 7 * MM;
const SMALL = 1.8 * MM;
/** Above this many cells a chart with symbols would be a book of hundreds of pages: colours only, in small cells. */
export const MOST_CELLS_WITH_SYMBOLS = 250_000;

export interface ChartPage {
  columns: Range;
  rows: Range;
}

/** From (inclusive) and to (exclusive), counted from 0. */
interface Range {
  from: number;
  to: number;
}

export interface ChartLayout {
  cellWidth: number;
  cellHeight: number;
  pages: ChartPage[];
  across: Range[];
  down: Range[];
  small: boolean;
}

/** Which cells go on which page. Cells keep the shape of the units; pages end at a bold line wherever there is one. */
export function chartLayout(columns: number, rows: number, unitWidth: number, unitHeight: number): ChartLayout {
  const small = columns * rows > MOST_CELLS_WITH_SYMBOLS;
  const least = small ? SMALL : READABLE;
  const shape = Math.min(3, Math.max(1 / 3, unitWidth / unitHeight || 1)); // very long units: still room for a symbol
  const wide = Math.max(1, shape);
  const high = Math.max(1, 1 / shape);
  const across = split(columns, Math.floor(ROOM.width / (least * wide)));
  const down = split(rows, Math.floor(ROOM.height / (least * high)));
  const most = (ranges: Range[]) => Math.max(1, ...ranges.map(({ from, to }) => to - from));
  const side = Math.min(small ? 2 * SMALL : LARGEST, ROOM.width / (most(across) * wide), ROOM.height / (most(down) * high));
  const pages = down.flatMap((rowRange) => across.map((columnRange) => ({ columns: columnRange, rows: rowRange })));
  return { cellWidth: side * wide, cellHeight: side * high, pages, across, down, small };
}

/** As few pages as possible, as alike as whole tens allow, so that none is a sliver of two or three columns. */
function split(count: number, capacity: number): Range[] {
  if (count <= capacity) return [{ from: 0, to: count }];
  const tens = Math.ceil(count / 10);
  const pages = Math.ceil(tens / Math.max(1, Math.floor(capacity / 10)));
  const ranges: Range[] = [];
  for (let page = 0, from = 0; page < pages; page++) {
    const to = Math.min(count, from + 10 * (Math.floor(tens / pages) + (page < tens % pages ? 1 : 0)));
    ranges.push({ from, to });
    from = to;
  }
  return ranges;
}

export const span = (name: string, { from, to }: Range): string =>
  to - from === 1 ? `${name} ${to}` : `${name}s ${from + 1}–${to}`;
