import { readHex } from './hex.js';
import type { ChartColor } from './palette.js';
import type { ChartRun, ChartStep, DrawnChart } from './read-chart.js';
import type { Work } from './slices.js';

/**
 * What was changed of a chart's colours, by the number of the colour that goes: another colour of the chart takes its cells
 * (a merge), or a colour that can be bought takes its place (a swap). The design itself stays as it was paid for.
 */
export type Variant = Readonly<Record<number, number | ChartColor>>;

/** A chart in other colours. */
export interface Varied {
  chart: DrawnChart;
  /** Whose place each of its colours takes, by number in the original; in the same order. */
  roots: readonly number[];
  /** What each colour of the original has become. */
  to: readonly number[];
}

const LONGEST = 200; // letters of a name

/** Which colour stands in for another in the end: a merge may lead to a merge. */
export function standIn(variant: Variant, color: number): number {
  const seen = new Set<number>();
  for (let other = variant[color]; typeof other === 'number' && !seen.has(color); other = variant[color]) {
    seen.add(color);
    color = other;
  }
  return color;
}

/** What was kept of changes to these colours; two tabs may have merged two colours into each other, of which one holds. */
export function readVariant(found: unknown, colors: readonly ChartColor[]): Variant {
  const variant: Record<number, number | ChartColor> = {};
  const kept = (found ?? {}) as Record<number, unknown>;
  colors.forEach((_, at) => {
    const other = kept[at];
    const { name, id, hex } = (other ?? {}) as Record<string, unknown>;
    if (typeof other === 'number') {
      if (colors[other] && standIn(variant, other) !== at) variant[at] = other;
    } else if (typeof name === 'string' && readHex(hex))
      variant[at] = { name: name.slice(0, LONGEST), hex: readHex(hex), ...(id ? { id: String(id).slice(0, LONGEST) } : {}) };
  });
  return variant;
}

/** Puts the chart into other colours, in slices. What comes to be one colour is one, in cells, guide and counts. */
export function* varying(original: DrawnChart, variant: Variant): Work<Varied> {
  const roots: number[] = [];
  const numbers = new Map<string, number>();
  const wornBy = (at: number): ChartColor => {
    const other = variant[at];
    return typeof other === 'object' ? other : original.colors[at]!;
  };
  const own = original.colors.map((_, at) => {
    if (standIn(variant, at) !== at) return -1;
    // Two colours that were made the same are one to buy; two that the answer itself tells apart stay two.
    const key = same(wornBy(at));
    const known = numbers.get(key);
    if (known !== undefined && (variant[at] ?? variant[roots[known]!])) return known;
    numbers.set(key, roots.length);
    return roots.push(at) - 1;
  });
  const to = original.colors.map((_, at) => own[standIn(variant, at)]!);
  const colors = roots.map(wornBy);
  const isMerged = roots.length < original.colors.length;
  const cells = isMerged ? yield* recolor(original.cells, to) : original.cells;
  const steps = isMerged ? yield* rejoin(original.steps, to) : original.steps;
  return { chart: { ...original, colors, cells, steps }, roots, to };
}

export const same = ({ id, name, hex }: ChartColor): string => `${id ?? name}\n${hex}`.toLowerCase();

const CELLS = 50_000;
const RUNS = 1000;

function* recolor(cells: Uint16Array, to: readonly number[]): Work<Uint16Array> {
  const made = new Uint16Array(cells.length);
  for (let cell = 0; cell < cells.length; cell++) {
    made[cell] = to[cells[cell]!]!;
    if (!(cell % CELLS)) yield;
  }
  return made;
}

/** Runs that came to have one colour are one run. */
function* rejoin(steps: readonly ChartStep[], to: readonly number[]): Work<ChartStep[]> {
  const made: ChartStep[] = [];
  let work = 0;
  for (const { label, runs } of steps) {
    const joined: ChartRun[] = [];
    for (const { color, count } of runs) {
      const last = joined.at(-1);
      if (last?.color === to[color]) last!.count += count;
      else joined.push({ color: to[color]!, count });
      if (!(++work % RUNS)) yield;
    }
    made.push({ label, runs: joined });
    if (!(++work % RUNS)) yield;
  }
  return made;
}

/** What is needed of each colour, of what was needed before. Colours that only the guide knows are no materials. */
export function variedMaterials<Material extends ChartColor & { quantity: number; percentage: number }>(
  materials: readonly Material[],
  { chart, roots, to }: Varied,
): Material[] {
  const made = roots
    .filter((root) => root < materials.length)
    .map((root, at) => {
      const { name, id, hex = materials[root]!.hex } = chart.colors[at]!;
      return { ...materials[root]!, name, id, hex, quantity: 0, percentage: 0 };
    });
  materials.forEach(({ quantity, percentage }, at) => {
    const sum = made[to[at]!];
    if (!sum) return;
    sum.quantity += quantity;
    sum.percentage += percentage;
  });
  return made;
}
