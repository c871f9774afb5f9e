import fc from 'fast-check';
import { cellsOf } from '../../../src/chart/cells.js';
import { Progress } from '../../../src/chart/progress.js';
import { type DrawnChart, readChart } from '../../../src/chart/read-chart.js';
import { finish } from '../../../src/chart/slices.js';
import { readVariant, standIn, type Variant, variedMaterials, varying } from '../../../src/chart/variant.js';
import { writeGuide } from '../../../src/engine/guide.js';
import { DIRECTIONS } from '../../../src/engine/walk.js';

const COLORS = 5;
const HEXES = ['#ff0000', '#00ff00', '#0000ff', '#ffff00', '#00ffff'];
const RUBY = { id: 'R1', name: 'Ruby', hex: '#b01030' };
const named = HEXES.map((hex, at) => ({ id: `T${at}`, name: `T${at}`, hex, quantity: 0, percentage: 0 }));
const vary = (chart: DrawnChart, variant: Variant) => finish(varying(chart, variant));

const patterns = fc
  .record({
    columns: fc.integer({ min: 1, max: 9 }),
    rows: fc.integer({ min: 1, max: 9 }),
    direction: fc.constantFrom(...DIRECTIONS),
  })
  .chain(({ columns, rows, direction }) =>
    fc.array(fc.nat(COLORS - 1), { minLength: columns * rows, maxLength: columns * rows }).map((cells) => {
      const guide = writeGuide(Uint16Array.from(cells), columns, rows, direction, named);
      const materials = named.map((material, color) => {
        const quantity = cells.filter((cell) => cell === color).length;
        return { ...material, quantity, percentage: (100 * quantity) / cells.length };
      });
      return { materials, chart: readChart({ columns, rows, direction, materials, guide }) as DrawnChart };
    }),
  );
const changes: fc.Arbitrary<Variant> = fc
  .dictionary(
    fc.nat(COLORS - 1).map(String),
    fc.oneof(fc.nat(COLORS - 1), fc.constantFrom(RUBY, named[2]!, { name: 'Own', hex: '#123456' })),
  )
  .map((found) => readVariant(found, named));

it('cells, guide, counts and materials always say the same, and runs of one colour are one', () =>
  fc.assert(
    fc.property(patterns, changes, ({ chart, materials }, variant) => {
      const varied = vary(chart, variant);
      const { chart: made, to, roots } = varied;
      expect([...made.cells]).toEqual(Array.from(chart.cells, (color) => to[color]));
      const told = Array.from(made.cells, () => -1);
      made.steps.forEach(({ runs }, step) => {
        runs.forEach(({ color }, run) => [...cellsOf(made, step, run)].forEach((cell) => (told[cell] = color)));
        if (roots.length < COLORS)
          for (let run = 1; run < runs.length; run++) expect(runs[run]!.color).not.toBe(runs[run - 1]!.color);
      });
      expect(told).toEqual([...made.cells]);
      const needed = variedMaterials(materials, varied);
      expect(needed.map(({ name }) => name)).toEqual(made.colors.map(({ name }) => name));
      needed.forEach(({ quantity, percentage }, color) => {
        expect(quantity).toBe(made.cells.filter((cell) => cell === color).length);
        expect(percentage).toBeCloseTo((100 * quantity) / made.cells.length);
      });
      expect([...new Progress(made).left]).toEqual(needed.map(({ quantity }) => quantity));
      // No colour is there twice.
      expect(new Set(made.colors.map(({ hex }) => hex)).size).toBe(made.colors.length);
    }),
  ));

it('no change is the design itself, which stays as it was whatever is changed', () =>
  fc.assert(
    fc.property(patterns, changes, ({ chart }, variant) => {
      const before = JSON.stringify([chart.steps, chart.colors, [...chart.cells]]);
      vary(chart, variant);
      expect(JSON.stringify([chart.steps, chart.colors, [...chart.cells]])).toBe(before);
      const { chart: same } = vary(chart, {});
      expect([same.cells, same.steps, same.colors]).toEqual([chart.cells, chart.steps, chart.colors]);
    }),
  ));

it('one change put back leaves the others', () =>
  fc.assert(
    fc.property(patterns, changes, fc.nat(COLORS - 1), ({ chart }, variant, at) => {
      const others = Object.fromEntries(Object.entries(variant).filter(([color]) => +color !== at));
      const whole = vary(chart, readVariant({ ...variant, [at]: undefined }, chart.colors));
      expect(whole).toEqual(vary(chart, others));
    }),
  ));

it('two tabs that merge two colours into each other: one of them holds, in both tabs the same', () => {
  const found = readVariant({ 0: 1, 1: 0 }, named);
  expect(Object.keys(found)).toHaveLength(1);
  expect(readVariant(found, named)).toEqual(found);
  expect(standIn({ 0: 1, 1: 2 }, 0)).toBe(2);
});

it('two colours that were made the same are one to buy; two that the answer tells apart stay two', () => {
  const twins = [named[0]!, { ...named[0]!, id: 'T0' }, named[1]!];
  const guide = [{ runs: twins.map(({ id, name, hex }) => ({ color: name, id, hex, count: 1 })) }];
  const chart = readChart({ columns: 3, rows: 1, materials: twins, guide }) as DrawnChart;
  expect(vary(chart, { 2: RUBY }).chart.colors).toHaveLength(3);
  expect(vary(chart, { 2: { id: 'T0', name: 'T0', hex: '#ff0000' } }).chart.colors).toHaveLength(2);
});

it.each([
  undefined,
  null,
  7,
  'rubbish',
  [1, 2],
  { 0: 99, 1: -1, 2: 1.5, 3: 3, 4: NaN },
  { 0: { name: 'No colour' }, 1: { hex: '#ff0000' }, 2: { name: 7, hex: '#ff0000' }, 9: RUBY, x: 1 },
  { 0: { name: 'x', hex: 'url(evil)' } },
])('what is no variant, such as %j, harms nothing', (found) => {
  const read = readVariant(found, named);
  const chart = readChart({
    columns: 1,
    rows: 1,
    materials: named,
    guide: [{ runs: [{ color: 'T0', hex: '#ff0000', count: 1 }] }],
  }) as DrawnChart;
  expect(() => vary(chart, read)).not.toThrow();
  for (const [at, other] of Object.entries(read)) {
    expect(+at).toBeLessThan(COLORS);
    if (typeof other === 'number') expect(named[other]).toBeDefined();
  }
});

it('a name is kept up to a length', () => {
  const { 0: kept } = readVariant({ 0: { name: 'x'.repeat(1e6), hex: '#abc', id: 'y'.repeat(1e6) } }, named);
  expect(kept).toEqual({ name: 'x'.repeat(200), hex: '#aabbcc', id: 'y'.repeat(200) });
});

it('a million cells in a million runs are recoloured in slices', () => {
  const side = 1000;
  const cells = Uint16Array.from({ length: side * side }, (_, cell) => cell % 3);
  const guide = writeGuide(cells, side, side, 'rows', named);
  const chart = readChart({ columns: side, rows: side, materials: named, guide }) as DrawnChart;
  const work = varying(chart, { 0: 1 });
  let slices = 0;
  while (!work.next().done) slices++;
  expect(slices).toBeGreaterThan(500);
});
