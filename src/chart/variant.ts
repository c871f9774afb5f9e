import type { ChartColor } from './palette.js';
import type { Chart, ChartRun, DrawnChart } from './read-chart.js';

/**
 * What was changed of a chart's colours, by the number of the colour that goes: another colour of the chart takes its cells
 * (a merge), or a colour that can be bought takes its place (a swap). The design itself stays as it was paid for.
 */
export type Variant = Readonly<Record<number, number | ChartColor>>;

/** Which colour stands in for another in the end: a merge may lead to a merge. */
export function standIn(variant: Variant, color: number): number {
  const seen = new Set<number>();
  for (let other = variant[color]; typeof other === 'number' && !seen.has(color); other = variant[color]) {
    seen.add(color);
    color = other;
  }
  return color;
}

/** The chart with its changed colours. Numbers of colours stay what they are; one that was merged has no cells. */
export function applyVariant(chart: DrawnChart, variant: Variant): DrawnChart {
  const to = chart.colors.map((_, color) => standIn(variant, color));
  const colors = chart.colors.map((color, at) => {
    const other = variant[at];
    return typeof other === 'object' ? other : color;
  });
  const steps = chart.steps.map((step) => ({ ...step, runs: join(step.runs, to) }));
  return { ...chart, colors, steps, cells: chart.cells.map((color) => to[color]!) };
}

/** Runs that came to have one colour are one run. */
function join(runs: readonly ChartRun[], to: readonly number[]): ChartRun[] {
  const joined: ChartRun[] = [];
  for (const { color, count } of runs) {
    const last = joined.at(-1);
    if (last?.color === to[color]) last!.count += count;
    else joined.push({ color: to[color]!, count });
  }
  return joined;
}

/** How many cells each colour has. */
export function countColors({ cells, colors }: Chart): Uint32Array {
  const counts = new Uint32Array(colors.length);
  for (const color of cells ?? []) counts[color]!++;
  return counts;
}
