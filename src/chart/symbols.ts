import { channels, distance } from './hex.js';
import type { Chart } from './read-chart.js';
import { SHAPES, type Shape } from './shapes.js';
import { finish, type Work } from './slices.js';

/** One of the symbols that stand for a colour: a shape, from the fifty-first on made smaller between bars. */
export interface ChartSymbol extends Shape {
  /** A filled path in the box of 100 × 100. */
  bar: string;
  /** How the shape lies in the box: its size, and how far from left and bottom. */
  size: number;
  inset: number;
}

const BARS = ['M18 8L82 8L82 16L18 16Z', 'M18 84L82 84L82 92L18 92Z', 'M8 18L16 18L16 82L8 82Z', 'M84 18L92 18L92 82L84 82Z'];
/** Which of the bars stand beside a shape, one bit each: none, one, two that face each other, two in a corner. */
const SETS = [0, 1, 2, 4, 8, 3, 12, 5, 10, 9];

/** As many as the largest palette an API can be asked for. */
export const MOST_SYMBOLS = SHAPES.length * SETS.length;
/** What a colour beyond that has. */
export const NO_SYMBOL = -1;

export function symbolAt(number: number): ChartSymbol {
  const shape = SHAPES[number % SHAPES.length]!;
  const set = Math.floor(number / SHAPES.length);
  const bar = BARS.filter((_, bit) => SETS[set]! & (1 << bit)).join('');
  // In a text that is copied a subscript tells the bars.
  return set
    ? { ...shape, char: shape.char + String.fromCharCode(0x2080 + set), bar, size: 0.8, inset: 10 }
    : { ...shape, bar, size: 1, inset: 0 };
}

const PAUSE = 1000;
const NEIGHBOURS = 4;
const CHOICE = 24;

/**
 * Which symbol each colour has. The most used take the plainest; and what lies side by side on the chart, or is of nearly the
 * same hue, gets shapes of different families: those are the colours that eyes mix up.
 */
export const chooseSymbols = (chart: Pick<Chart, 'colors' | 'steps'>): Int16Array => finish(symbolChoice(chart));

/** The same, to be done in slices. */
export function* symbolChoice({ colors, steps }: Pick<Chart, 'colors' | 'steps'>): Work<Int16Array> {
  const chosen = new Int16Array(colors.length).fill(NO_SYMBOL);
  const count = Math.min(colors.length, MOST_SYMBOLS);
  const near = yield* neighbours(colors.slice(0, count), steps);
  const free = Array.from({ length: Math.min(MOST_SYMBOLS, Math.max(CHOICE, count)) }, (_, number) => number);
  for (let color = 0; color < count; color++) {
    const families = [...near[color]!].filter((other) => other < color).map((other) => familyOf(chosen[other]!));
    const clashes = (number: number) => families.filter((family) => family === familyOf(number)).length;
    let best = 0;
    for (let at = 1, least = clashes(free[0]!); least && at < free.length; at++) {
      const mine = clashes(free[at]!);
      if (mine < least) [best, least] = [at, mine];
    }
    chosen[color] = free.splice(best, 1)[0]!;
    yield;
  }
  return chosen;
}

const familyOf = (number: number) => SHAPES[number % SHAPES.length]!.family;

/** For each colour those most like it and those most often beside it, told both ways. */
function* neighbours(colors: Chart['colors'], steps: Chart['steps']): Work<Set<number>[]> {
  const count = colors.length;
  const beside = new Uint32Array(count * count);
  let work = 0;
  for (const { runs } of steps)
    for (let at = 1; at < runs.length; at++) {
      if (!(++work % PAUSE)) yield;
      const [one, other] = [runs[at - 1]!.color, runs[at]!.color];
      if (one === other || one >= count || other >= count) continue;
      beside[one * count + other]!++;
      beside[other * count + one]!++;
    }
  const light = colors.map(({ hex }) => channels(hex));
  const near = colors.map(() => new Set<number>());
  for (const color of colors.keys()) {
    yield;
    const row = beside.subarray(color * count, color * count + count);
    const alike = least(count, (other) => (other === color ? Infinity : distance(light[color]!, light[other]!)));
    const touching = least(count, (other) => (row[other] ? -row[other] : Infinity));
    for (const other of [...alike, ...touching]) {
      near[color]!.add(other);
      near[other]!.add(color);
    }
  }
  return near;
}

/** The few of `count` that are worth least, without those that are worth Infinity. */
function least(count: number, worth: (at: number) => number): number[] {
  const values = Float64Array.from({ length: count }, (_, at) => worth(at));
  const order = [...values.keys()].sort((a, b) => values[a]! - values[b]!);
  return order.slice(0, NEIGHBOURS).filter((at) => values[at]! < Infinity);
}
