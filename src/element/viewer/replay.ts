import type { Direction, PatternResult, Run } from '../../providers/provider.js';
import { readHex } from './hex.js';

/** The pattern as a picture: which colour each cell has. */
export interface Chart {
  columns: number;
  rows: number;
  direction: Direction;
  /** Row-major index into `colors`. */
  cells: Uint16Array;
  /** The materials in their order, then what only the guide knows; undefined where there is no readable colour. */
  colors: { name: string; hex?: string }[];
}

// More cells, or a longer side, than every browser's canvas is sure to hold.
const mostCells = 8e6;
const longest = 16384;

/** Finds the material of a run: APIs repeat its name or its id, and two materials may share a name or a colour. */
export function palette({ materials }: PatternResult) {
  const colors: Chart['colors'] = materials.map(({ name, hex }) => ({ name, hex: readHex(hex) }));
  const index = new Map<string, number>();
  const key = (...words: unknown[]) => words.map((word) => readHex(word) ?? String(word).toLowerCase()).join('\n');
  const learn = (at: number, ...keys: string[]) => keys.forEach((word) => index.has(word) || index.set(word, at));
  materials.forEach(({ name, hex }, at) => learn(at, key(name, hex)));
  materials.forEach(({ id, name, hex }, at) => learn(at, key(name), key(id ?? name), key(hex)));
  const find = ({ color, hex }: Run): number => {
    const known = index.get(key(color, hex)) ?? index.get(key(color)) ?? index.get(key(hex));
    if (known != null) return known;
    learn(colors.length, key(color, hex));
    return colors.push({ name: color, hex: readHex(hex) }) - 1;
  };
  return { colors, find };
}

/** Draws the guide step by step; undefined unless it fills the grid exactly, because a wrong picture is worse than none. */
export function replay(result: PatternResult, { colors, find }: ReturnType<typeof palette>): Chart | undefined {
  const { columns = 0, rows = 0, direction = 'rows', guide } = result;
  const [steps, length] = direction == 'columns' ? [columns, rows] : [rows, columns];
  if (!(columns * rows > 0) || columns * rows > mostCells || Math.max(columns, rows) > longest || guide.length != steps) return;
  const cells = new Uint16Array(columns * rows);
  for (const [step, { runs }] of guide.entries()) {
    let done = 0;
    for (const run of runs) {
      const { count } = run;
      if (!Number.isInteger(count) || count < 0 || done + count > length) return;
      const color = find(run);
      for (const end = done + count; done < end; done++)
        cells[
          direction == 'columns' ? done * columns + step : (direction == 'bottom-up' ? rows - 1 - step : step) * columns + done
        ] = color;
    }
    if (done != length) return;
  }
  return colors.length > 0xffff ? undefined : { columns, rows, direction, cells, colors };
}
