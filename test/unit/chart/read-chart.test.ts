import fc from 'fast-check';
import { type ChartSource, chartReading, readChart } from '../../../src/chart/read-chart.js';
import { Palette } from '../../../src/chart/palette.js';
import { inSlices, type Work } from '../../../src/chart/slices.js';
import { symbolChoice } from '../../../src/chart/symbols.js';
import { writeGuide } from '../../../src/engine/guide.js';
import { DIRECTIONS, walk } from '../../../src/engine/walk.js';

const HEX = ['#ff0000', '#00ff00', '#0000ff', '#ffffff', '#123456'];
const materials = HEX.map((hex, at) => ({ id: `T-${at}`, name: `Thread ${at}`, hex, quantity: 1, percentage: 1 }));
const run = (count: number, at: number, hex = HEX[at]!) => ({ color: `Thread ${at}`, hex, count });
const source = (more: Partial<ChartSource> = {}): ChartSource => ({
  columns: 3,
  rows: 2,
  materials,
  guide: [{ runs: [run(3, 0)] }, { label: 'last', runs: [run(1, 1), run(2, 2)] }],
  ...more,
});

describe('walk', () => {
  it.each(DIRECTIONS)('%s comes to every cell once, and its lines are told both ways', (direction) => {
    const { steps, length, cellAt, line } = walk(direction, 5, 3);
    const cells = Array.from({ length: steps }, (_, step) => Array.from({ length }, (_, place) => cellAt(step, place))).flat();
    expect(cells.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 15 }, (_, cell) => cell));
    for (let step = 0; step < steps; step++) expect(line(line(step))).toBe(step);
  });
});

/** How often what is counted happens between two yields, at most. */
function mostBetweenYields(work: Work<unknown>, count: () => number): number {
  let most = 0;
  for (let before = 0, done: boolean | undefined; !done; before = count()) {
    done = work.next().done;
    most = Math.max(most, count() - before);
  }
  return most;
}

describe('a huge answer is read in small steps', () => {
  /** Tells how often anything of an entry was looked at. */
  const counted = <Entry extends object>(entry: Entry, looked: () => void): Entry =>
    new Proxy(entry, { get: (from, name) => (looked(), Reflect.get(from, name)) });

  it('its runs, in one line or in many', () => {
    for (const [steps, runs] of [
      [1, 50_000],
      [50_000, 1],
    ] as const) {
      let looks = 0;
      const one = counted(run(1, 0), () => looks++);
      const guide = Array.from({ length: steps }, () => ({ runs: Array<typeof one>(runs).fill(one) }));
      const work = chartReading(source({ columns: runs, rows: steps, guide }));
      expect(mostBetweenYields(work, () => looks)).toBeLessThan(10_000);
      expect(looks).toBeGreaterThan(50_000);
    }
  });

  it('its materials', () => {
    let looks = 0;
    const many = Array.from({ length: 20_000 }, (_, at) =>
      counted({ id: `T-${at}`, name: `Thread ${at}`, hex: '#123456' }, () => looks++),
    );
    // At first each is looked at once, which is quick; what takes time is to find it again by each of its words.
    const work = new Palette().read(many);
    work.next();
    const begun = looks;
    expect(mostBetweenYields(work, () => looks - begun)).toBeLessThan(1000);
  });

  it('the choice of its symbols', () => {
    let looks = 0;
    const runs = Array.from({ length: 50_000 }, (_, at) => counted({ color: at % 5, count: 1 }, () => looks++));
    const colors = Array.from({ length: 600 }, (_, at) => ({ name: `${at}`, hex: '#123456' }));
    const work = symbolChoice({ colors, steps: [{ runs }] });
    expect(mostBetweenYields(work, () => looks)).toBeLessThan(10_000);
  });
});

describe('read-chart', () => {
  const picture = fc
    .record({ columns: fc.integer({ min: 1, max: 12 }), rows: fc.integer({ min: 1, max: 12 }) })
    .chain(({ columns, rows }) =>
      fc.record({
        columns: fc.constant(columns),
        rows: fc.constant(rows),
        cells: fc.array(fc.nat(HEX.length - 1), { minLength: columns * rows, maxLength: columns * rows }),
        direction: fc.constantFrom(...DIRECTIONS),
      }),
    );

  it('makes of a guide the very cells that it was written from, in every direction', () =>
    fc.assert(
      fc.property(picture, ({ columns, rows, cells, direction }) => {
        const guide = writeGuide(Uint16Array.from(cells), columns, rows, direction, materials);
        expect([...readChart({ columns, rows, direction, materials, guide }).cells!]).toEqual(cells);
      }),
    ));

  it('draws nothing from a guide that has one cell too many, too few, or too few steps, and keeps the steps', () =>
    fc.assert(
      fc.property(picture, fc.nat(), fc.constantFrom(-1, 1), (it, where, by) => {
        const { columns, rows, direction } = it;
        const guide = writeGuide(Uint16Array.from(it.cells), columns, rows, direction, materials);
        const runs = guide[where % guide.length]!.runs;
        const wrong = guide.map((step) =>
          step.runs === runs ? { ...step, runs: runs.map((one, at) => (at ? one : { ...one, count: one.count + by })) } : step,
        );
        for (const guide of [wrong, wrong.slice(1)]) {
          const chart = readChart({ columns, rows, direction, materials, guide });
          expect(chart.cells).toBeUndefined();
          expect(chart.steps).toHaveLength(guide.length);
        }
      }),
    ));

  it.each([NaN, -1, 0.5, Infinity, '3' as unknown as number])('a run of %s cells is no run', (count) =>
    expect(readChart(source({ guide: [{ runs: [run(3, 0)] }, { runs: [run(count, 1)] }] })).cells).toBeUndefined(),
  );

  it.each([
    { columns: 0 },
    { columns: -3 },
    { columns: NaN },
    { columns: 1.5, rows: 2 },
    { columns: 1e6, rows: 1 },
    { columns: 5000, rows: 5000 },
    { guide: [] },
    { columns: undefined },
  ])('%o is no grid', (more) => expect(readChart(source(more)).cells).toBeUndefined());

  it('keeps labels, and colours in the order of the materials', () => {
    const { steps, colors, cells } = readChart(source());
    expect(steps.map(({ label }) => label)).toEqual([undefined, 'last']);
    expect(steps[1]!.runs).toEqual([
      { color: 1, count: 1 },
      { color: 2, count: 2 },
    ]);
    expect(colors.map(({ name }) => name)).toEqual(materials.map(({ name }) => name));
    expect([...cells!]).toEqual([0, 0, 0, 1, 2, 2]);
  });

  it('what only the guide knows stands behind the materials, and nothing can be added later', () => {
    const { colors, cells } = readChart(source({ materials: materials.slice(0, 2) }));
    expect(colors).toHaveLength(3);
    expect(colors[2]).toEqual({ name: 'Thread 2', hex: '#0000ff' });
    expect([...cells!]).toEqual([0, 0, 0, 1, 2, 2]);
    expect(() => (colors as object[]).push({})).toThrow(TypeError);
  });

  it.each([
    ['its id in place of the name', { color: 'T-3', hex: '' }],
    ['its name in another letter case', { color: 'THREAD 3', hex: '' }],
    ['its colour alone, without a #', { color: '', hex: 'FFF' }],
    ['its colour in place of the name', { color: '#FFFFFF', hex: '#FFFFFF' }],
    ['its id beside a foreign name', { id: 'T-3', color: 'Snow', hex: '#000000' }],
  ])('knows a material by %s', (_, words) =>
    expect(readChart(source({ columns: 1, rows: 1, guide: [{ runs: [{ ...words, count: 1 }] }] })).cells![0]).toBe(3),
  );

  it('two materials of one name are told apart by their colour, and two of one colour by their name', () => {
    const twins = [
      { name: 'Red', hex: '#ff0000' },
      { name: 'Red', hex: '#aa0000' },
      { name: 'Ruby', hex: '#ff0000' },
    ];
    const runs = twins.map(({ name, hex }) => ({ color: name, hex, count: 1 }));
    expect([...readChart({ columns: 3, rows: 1, materials: twins, guide: [{ runs }] }).cells!]).toEqual([0, 1, 2]);
  });

  it('a colour that is none is no colour', () => {
    const { colors } = readChart(source({ materials: [{ name: 'x', hex: 'url(javascript:1)' }] }));
    expect(colors[0]).toEqual({ name: 'x', id: undefined, hex: undefined });
  });

  it.each([
    [undefined, 1],
    [{ width: 1.5, height: 2 }, 4 / 3],
    [{ width: 0, height: 2 }, 1],
    [{ width: NaN, height: 1 }, 1],
    [{ width: 1, height: -1 }, 1],
    [{ width: 0.05, height: 100 }, 8],
    [{ width: 100, height: 0.05 }, 1 / 8],
  ])('a unit of %o is %d times as high as wide', (unit, ratio) => {
    const { width, height } = readChart(source({ unit })).unit;
    expect(height / width).toBeCloseTo(ratio);
  });

  it('a direction of another API means rows', () =>
    expect(readChart(source({ direction: 'spiral' as 'rows' })).direction).toBe('rows'));

  it('a million runs come in slices, and are dropped when nobody wants them any more', async () => {
    const runs = Array.from({ length: 1e6 }, (_, at) => ({ color: `c${at % 7}`, hex: '', count: 1 }));
    const guide = [{ runs }];
    let turns = 0;
    const timer = setInterval(() => turns++);
    const chart = await inSlices(chartReading({ columns: 1000, rows: 1000, materials: [], guide }));
    clearInterval(timer);
    expect(turns).toBeGreaterThan(0);
    expect(chart.steps[0]!.runs).toHaveLength(1e6);
    const reason = new Error('gone');
    const gone = AbortSignal.abort(reason);
    await expect(inSlices(chartReading({ materials: [], guide }), gone)).rejects.toBe(reason);
  });
});
