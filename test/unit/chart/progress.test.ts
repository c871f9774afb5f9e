import fc from 'fast-check';
import { countBits, mergeBits, pack } from '../../../src/chart/bits.js';
import { cellsOf, whereIs } from '../../../src/chart/cells.js';
import { readProgress, writeProgress } from '../../../src/chart/progress-file.js';
import { Progress } from '../../../src/chart/progress.js';
import { type DrawnChart, readChart } from '../../../src/chart/read-chart.js';
import { writeGuide } from '../../../src/engine/guide.js';
import { DIRECTIONS } from '../../../src/engine/walk.js';

const materials = ['#ff0000', '#00ff00', '#0000ff'].map((hex, at) => ({
  id: `T${at}`,
  name: `T${at}`,
  hex,
  quantity: 1,
  percentage: 1,
}));
const charts = fc
  .record({
    columns: fc.integer({ min: 1, max: 9 }),
    rows: fc.integer({ min: 1, max: 9 }),
    direction: fc.constantFrom(...DIRECTIONS),
  })
  .chain(({ columns, rows, direction }) =>
    fc.array(fc.nat(2), { minLength: columns * rows, maxLength: columns * rows }).map((cells) => {
      const guide = writeGuide(Uint16Array.from(cells), columns, rows, direction, materials);
      return readChart({ columns, rows, direction, materials, guide }) as DrawnChart;
    }),
  );
const marks = fc.array(fc.record({ cells: fc.array(fc.nat(80)), done: fc.boolean() }));
const within = (chart: DrawnChart, cells: number[]) => cells.map((cell) => cell % chart.cells.length);

it('the runs of all lines are all cells, each once, and each cell knows its line and run', () =>
  fc.assert(
    fc.property(charts, (chart) => {
      const seen = chart.steps.flatMap(({ runs }, step) =>
        runs.flatMap((_, run) =>
          [...cellsOf(chart, step, run)].map((cell) => {
            expect(whereIs(chart, cell)).toEqual({ step, run });
            return cell;
          }),
        ),
      );
      expect(seen.sort((a, b) => a - b)).toEqual(Array.from(chart.cells, (_, cell) => cell));
    }),
  ));

describe('progress', () => {
  it('what is done and what is left always add up', () =>
    fc.assert(
      fc.property(charts, marks, (chart, all) => {
        const progress = new Progress(chart);
        for (const { cells, done } of all) progress.mark(within(chart, cells), done);
        const left = chart.colors.map(
          (_, color) => chart.cells.filter((of, cell) => of === color && !progress.done[cell]).length,
        );
        expect([...progress.left]).toEqual(left);
        expect(progress.count).toBe(progress.done.filter(Boolean).length);
      }),
    ));

  it('undo takes back mark after mark, to the very beginning', () =>
    fc.assert(
      fc.property(charts, marks, (chart, all) => {
        const progress = new Progress(chart);
        const past: string[] = [];
        for (const { cells, done } of all) {
          const before = progress.done.join('');
          if (progress.mark(within(chart, cells), done).length) past.push(before);
        }
        while (progress.canUndo) {
          progress.undo();
          expect(progress.done.join('')).toBe(past.pop());
        }
        expect(past).toEqual([]);
      }),
    ));

  it('comes back from what is kept', () =>
    fc.assert(
      fc.property(charts, marks, (chart, all) => {
        const progress = new Progress(chart);
        for (const { cells, done } of all) progress.mark(within(chart, cells), done);
        const again = new Progress(chart);
        again.unpack(pack(progress.done));
        expect(again.done).toEqual(progress.done);
        expect(again.left).toEqual(progress.left);
        expect(countBits(pack(progress.done))).toBe(progress.count);
      }),
    ));

  it('a stroke of many marks is taken back as one', () => {
    const guide = [{ runs: [{ color: 'T0', hex: '', count: 4 }] }];
    const progress = new Progress(readChart({ columns: 4, rows: 1, materials, guide }) as DrawnChart);
    progress.mark([0]);
    progress.mark([1]);
    progress.mark([2], true, true);
    expect(progress.undo()).toEqual([1, 2]);
    expect([...progress.done]).toEqual([1, 0, 0, 0]);
  });

  it('what two tabs marked since they last met comes together, whoever writes last', () =>
    fc.assert(
      fc.property(fc.array(fc.record({ base: fc.nat(1), mine: fc.boolean(), theirs: fc.boolean() })), (cells) => {
        const bits = (of: (cell: { base: number; mine: boolean; theirs: boolean }) => number) => pack(Uint8Array.from(cells, of));
        // Each tab turns some cells over, never both the same one.
        const merged = mergeBits(
          bits(({ base }) => base),
          bits(({ base, mine }) => base ^ +mine),
          bits(({ base, mine, theirs }) => base ^ +(theirs && !mine)),
        );
        expect(merged).toEqual(bits(({ base, mine, theirs }) => base ^ +(mine || theirs)));
      }),
    ));

  it('goes on at the first run that is not done, and ends', () => {
    const guide = [
      { runs: [{ color: 'T0', hex: '', count: 2 }] },
      { runs: [1, 1].map((count, at) => ({ color: `T${at}`, hex: '', count })) },
    ];
    const chart = readChart({ columns: 2, rows: 2, materials, guide }) as DrawnChart;
    const progress = new Progress(chart);
    expect(progress.next()).toEqual({ step: 0, run: 0 });
    progress.mark(cellsOf(chart, 0));
    progress.mark(cellsOf(chart, 1, 0));
    expect(progress.next()).toEqual({ step: 1, run: 1 });
    progress.mark(cellsOf(chart, 1, 1));
    expect(progress.next()).toBeUndefined();
    expect(progress.share).toBe(1);
  });
});

describe('a file of progress', () => {
  it('brings back what was done', () =>
    fc.assert(
      fc.property(charts, marks, (chart, all) => {
        const progress = new Progress(chart);
        for (const { cells, done } of all) progress.mark(within(chart, cells), done);
        expect(readProgress(chart, writeProgress(chart, progress.done))).toEqual(pack(progress.done));
      }),
    ));

  it('of another pattern, or of any other content, is refused', () => {
    const guide = (color: string) => [{ runs: [{ color, hex: '', count: 4 }] }];
    const chart = readChart({ columns: 4, rows: 1, materials, guide: guide('T0') }) as DrawnChart;
    const other = readChart({ columns: 4, rows: 1, materials, guide: guide('T1') }) as DrawnChart;
    const written = writeProgress(chart, new Uint8Array(4));
    expect(readProgress(chart, written)).toBeDefined();
    expect(readProgress(other, written)).toBe(false);
    for (const runs of [[5], [-1, 5], [1.5, 2.5], ['4'], {}, [2]])
      expect(readProgress(chart, JSON.stringify({ ...JSON.parse(written), runs }))).toBeUndefined();
    for (const text of ['', 'null', '[]', '7', '{', '{"patternProgress":2}']) expect(readProgress(chart, text)).toBeUndefined();
  });
});
