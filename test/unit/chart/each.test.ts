import { readChart, chartReading } from '../../../src/chart/read-chart.js';
import { pixcraft } from '../../../src/providers/pixcraft/wire.js';
import { HUGE } from '../../support/huge-answers.js';

const answer = (runs: object[]) => ({
  dimensions: { cols: 4, rows: 1 },
  materials: [
    { name: 'Red', hex: '#ff0000', quantity: 3 },
    { name: 'Blue', hex: '#0000ff', quantity: 1 },
  ],
  assembly_guide: [{ step: 1, runs }],
});
/** As many as are walked over. */
const runs = [
  { color: 'Red', hex: '#ff0000', count: 3 },
  { label: 'Blue', color: '#0000ff', count: '1' },
  ...Array.from({ length: 2000 }, () => ({ color: 'Red', count: 0 })),
];

it('a chart walks over the runs of an answer without having all of them made', () => {
  const body = HUGE.step();
  const result = pixcraft.result(body, {});
  const work = chartReading(result);
  const first = body.assembly_guide[0]!.runs as { count: number }[];
  let asked = 0;
  Object.defineProperty(first[500_000]!, 'count', { get: () => (asked++, 1), enumerable: true });
  let turns = 0;
  while (!work.next().done) if (!asked) turns++;
  // Half of them were read in turns before it was come to, and it was read once.
  expect([turns > 400, asked]).toEqual([true, 1]);
});

it('and comes to the same as when they are', () => {
  const walked = pixcraft.result(answer(runs), {});
  const made = pixcraft.result(answer(runs), {});
  expect(made.guide[0]!.runs).toHaveLength(2002);
  expect(readChart(walked)).toEqual(readChart(made));
  expect([...readChart(walked).cells!]).toEqual([0, 0, 0, 1]);
});

it('what the page changed counts, in the step and in a copy of it', () => {
  const result = pixcraft.result(answer(runs), {});
  const others = [{ color: 'Blue', hex: '#0000ff', count: 4 }];
  const copy = { ...result, guide: [{ ...result.guide[0]!, runs: others }] };
  expect([...readChart(copy).cells!]).toEqual([1, 1, 1, 1]);
  result.guide[0]!.runs = others;
  expect([...readChart(result).cells!]).toEqual([1, 1, 1, 1]);
});

it('names of a million letters are cut for the chart, and whole in the result', () => {
  const { materials, guide, ...rest } = pixcraft.result(HUGE.words(), {});
  expect(materials[0]!.name.length).toBeGreaterThan(1e6);
  const { colors, steps } = readChart({ ...rest, materials, guide });
  expect(
    [...colors, ...steps.map(({ label }) => ({ name: label!, id: '' }))].every(({ name, id }) => (name + id).length <= 1000),
  ).toBe(true);
});
