import type { Work } from '../core/slices.js';
import { deltaE } from './ciede2000.js';
import type { ColorList } from './color-spaces.js';

/** A grid of colour numbers, row-major. */
export interface Grid {
  cells: Uint16Array;
  columns: number;
  rows: number;
}

/** The cells that share an edge with `cell`. */
function neighbours({ columns, rows }: Grid, cell: number): number[] {
  const x = cell % columns;
  const found: number[] = [];
  if (cell >= columns) found.push(cell - columns);
  if (x > 0) found.push(cell - 1);
  if (x < columns - 1) found.push(cell + 1);
  if (cell < columns * (rows - 1)) found.push(cell + columns);
  return found;
}

/**
 * A cell is isolated when none of the cells it shares an edge with has its colour ("confetti" to stitchers). Cells that only
 * touch at a corner do not count as company: this is the strict reading, anything isolated by all eight neighbours is in it.
 */
function isIsolated(grid: Grid, cell: number): boolean {
  const { cells, columns, rows } = grid;
  const color = cells[cell];
  const x = cell % columns;
  return !(
    (x > 0 && cells[cell - 1] === color) ||
    (x < columns - 1 && cells[cell + 1] === color) ||
    (cell >= columns && cells[cell - columns] === color) ||
    (cell < columns * (rows - 1) && cells[cell + columns] === color)
  );
}

export function countIsolated(grid: Grid): number {
  let count = 0;
  for (let cell = 0; cell < grid.cells.length; cell++) if (isIsolated(grid, cell)) count++;
  return count;
}

/**
 * Rounds of recolouring: [ΔE00 that one change may cost, share of isolated cells above which the round is worth it]. The cheap
 * ones always; what is left after 4 is mostly detail that a single cell is right for, unless there is very much of it.
 */
const ROUNDS: readonly [limit: number, above: number][] = [
  [0.5, 0],
  [1, 0],
  [2, 0],
  [3, 0],
  [4, 0],
  [4.5, 0.015],
  [5, 0.015],
  [6, 0.015],
  [8, 0.015],
  [10, 0.015],
];

/** How far away a cell may be on which the company of another one depends. */
const REACH = 3;

/** Finds company for isolated cells, in place: the cell takes a neighbour's colour, or a neighbour takes the cell's. */
export function* joiningIsolated(grid: Grid, cellColors: ColorList, catalogue: ColorList): Work<void> {
  const { cells, columns, rows } = grid;
  const nearest = cells.slice();
  /** What each cell loses by the colour it has; NaN until it is asked for. */
  const losses = new Float64Array(cells.length).fill(NaN);
  const lossNow = (cell: number) => {
    if (Number.isNaN(losses[cell])) losses[cell] = deltaE(cellColors.lab, cell, catalogue.lab, cells[cell]!);
    return losses[cell]!;
  };
  const lossOf = (cell: number, color: number) => deltaE(cellColors.lab, cell, catalogue.lab, color) - lossNow(cell);
  /** The least that finding company costs a cell, as far as nothing has changed that it depends on. On noise, nine rounds of ten. */
  const leasts = new Float64Array(cells.length);

  const recolour = (cell: number, color: number) => {
    cells[cell] = color;
    losses[cell] = NaN;
    // `join` looks at neighbours, and by `isCompany` two cells further.
    const [x, y] = [cell % columns, Math.floor(cell / columns)];
    for (let dy = -REACH; dy <= REACH; dy++) {
      if (y + dy < 0 || y + dy >= rows) continue;
      const width = REACH - Math.abs(dy);
      const from = Math.max(0, x - width);
      leasts.fill(0, (y + dy) * columns + from, (y + dy) * columns + Math.min(columns, x + width + 1));
    }
  };

  /** Would some cell stand alone if `cell` lost its colour? */
  const isCompany = (cell: number): boolean => {
    const color = cells[cell]!;
    const friends = neighbours(grid, cell).filter((other) => cells[other] === color);
    return friends.some((friend) => neighbours(grid, friend).every((other) => other === cell || cells[other] !== color));
  };

  const join = (cell: number, limit: number) => {
    const own = cells[cell]!;
    let least = Infinity;
    let change = { cell, color: own };
    for (const other of neighbours(grid, cell)) {
      const joining = lossOf(cell, cells[other]!);
      if (joining < least) [least, change] = [joining, { cell, color: cells[other]! }];
      const inviting = lossOf(other, own);
      if (inviting < least && !isCompany(other)) [least, change] = [inviting, { cell: other, color: own }];
    }
    leasts[cell] = least;
    if (least <= limit) recolour(change.cell, change.color);
  };

  let isolated = Array.from(cells.keys()).filter((cell) => isIsolated(grid, cell));
  for (const [limit, above] of ROUNDS) {
    if (isolated.length <= above * cells.length) break;
    for (const [done, cell] of isolated.entries()) {
      if (leasts[cell]! <= limit && isIsolated(grid, cell)) join(cell, limit);
      if (done % 256 === 0) yield;
    }
    isolated = isolated.filter((cell) => isIsolated(grid, cell));
  }

  // Later changes may have made earlier ones needless: what can go back to its nearest colour in company does.
  for (let cell = 0; cell < cells.length; cell++) {
    if (cell % 1024 === 0) yield;
    const now = cells[cell]!;
    if (now === nearest[cell] || isCompany(cell)) continue;
    cells[cell] = nearest[cell]!;
    if (isIsolated(grid, cell)) cells[cell] = now;
  }
}
