import fc from 'fast-check';
import { createPattern, replay, type Direction, type Pixels } from '../../../src/engine/index.js';
import { goldenCatalogue, goldenHash, goldenOptions, hashPattern, makePicture } from './golden.js';

const paint = (width: number, height: number, colors: number[][]): Pixels => ({
  data: new Uint8ClampedArray(colors.flatMap(([r, g, b, alpha = 255]) => [r!, g!, b!, alpha])),
  width,
  height,
});
const inks = [
  { id: 'k', name: 'Black', hex: '#000000' },
  { id: 'w', name: 'White', hex: '#FFFFFF' },
  { id: 'r', name: 'Red', hex: '#ff0000' },
  { id: 'g', name: 'Grey', hex: '#808080' },
];
const [K, W, R] = [
  [0, 0, 0],
  [255, 255, 255],
  [255, 0, 0],
];
const direction: Direction = 'rows';

describe('createPattern', () => {
  it('gives the cells that every engine gives', () => {
    expect(hashPattern(createPattern(makePicture(), goldenOptions))).toBe(goldenHash);
  });

  it('gives the same twice and leaves its input alone', () => {
    const picture = makePicture(80, 60, 3);
    const before = picture.data.slice();
    expect(createPattern(picture, goldenOptions)).toEqual(createPattern(picture, goldenOptions));
    expect(picture.data).toEqual(before);
  });

  it('copies a picture that is made of catalogue colours', () => {
    const pattern = createPattern(paint(3, 2, [K, W, W, R, R, W]), {
      columns: 3,
      rows: 2,
      catalogue: inks,
      direction,
      cleanup: false,
    });
    const ids = [...pattern.cells].map((cell) => pattern.materials[cell]!.id).join('');
    expect(ids).toBe('kwwrrw');
    expect(pattern.materials).toEqual([
      { id: 'w', name: 'White', hex: '#ffffff', quantity: 3, percentage: 50 },
      { id: 'r', name: 'Red', hex: '#ff0000', quantity: 2, percentage: 33.33 },
      { id: 'k', name: 'Black', hex: '#000000', quantity: 1, percentage: 16.67 },
    ]);
    expect(pattern.guide).toEqual([
      {
        step: 1,
        direction,
        runs: [
          { id: 'k', color: 'Black', hex: '#000000', count: 1 },
          { id: 'w', color: 'White', hex: '#ffffff', count: 2 },
        ],
      },
      {
        step: 2,
        direction,
        runs: [
          { id: 'r', color: 'Red', hex: '#ff0000', count: 2 },
          { id: 'w', color: 'White', hex: '#ffffff', count: 1 },
        ],
      },
    ]);
  });

  it('works on one pixel and on one cell', () => {
    const one = createPattern(paint(1, 1, [R]), { columns: 1, rows: 1, catalogue: inks, direction });
    expect([...one.cells]).toEqual([0]);
    expect(one.materials).toEqual([{ id: 'r', name: 'Red', hex: '#ff0000', quantity: 1, percentage: 100 }]);
    const many = createPattern(paint(1, 1, [R]), { columns: 40, rows: 30, catalogue: inks, direction });
    expect(many.materials).toEqual([{ id: 'r', name: 'Red', hex: '#ff0000', quantity: 1200, percentage: 100 }]);
    const few = createPattern(makePicture(), { columns: 1, rows: 1, catalogue: inks, direction });
    expect(few.materials).toEqual([{ id: 'g', name: 'Grey', hex: '#808080', quantity: 1, percentage: 100 }]);
  });

  it('sees see-through pixels as white', () => {
    const clear = paint(2, 1, [
      [0, 0, 0, 0],
      [255, 0, 0, 0],
    ]);
    expect(createPattern(clear, { columns: 2, rows: 1, catalogue: inks, direction }).materials.map(({ id }) => id)).toEqual([
      'w',
    ]);
  });

  it('uses at most maxColors, 20 unless told, and takes too many for all', () => {
    const colorsWith = (maxColors?: number) => createPattern(makePicture(), { ...goldenOptions, maxColors }).materials.length;
    expect(colorsWith(1)).toBe(1);
    expect(colorsWith(5)).toBe(5);
    expect(colorsWith(undefined)).toBe(20);
    expect(colorsWith(1000)).toBe(colorsWith(216));
    expect(colorsWith(216)).toBeLessThan(216); // what is not used is not listed
  });

  it('prefers the one colour between two to either of them', () => {
    const bands = Array.from({ length: 30 }, (_, i) =>
      i % 3 === 0 ? [90, 90, 90] : i % 3 === 1 ? [128, 128, 128] : [166, 166, 166],
    );
    const pattern = createPattern(paint(30, 1, bands), { columns: 30, rows: 1, maxColors: 1, catalogue: inks, direction });
    expect(pattern.materials.map(({ id }) => id)).toEqual(['g']);
  });

  it('tells colours of the same name apart by id', () => {
    const twins = inks.map((ink) => ({ ...ink, name: 'Ink' }));
    const pattern = createPattern(paint(3, 1, [K, R, W]), { columns: 3, rows: 1, catalogue: twins, direction, cleanup: false });
    expect(replay(pattern.guide, 3, 1, direction, pattern.materials)).toEqual(pattern.cells);
  });

  it('adds up, replays and summarises to the same grid, whatever it is asked', () => {
    const request = fc.record({
      picture: fc.record({ width: fc.integer({ min: 1, max: 40 }), height: fc.integer({ min: 1, max: 40 }), seed: fc.nat(1e6) }),
      columns: fc.integer({ min: 1, max: 33 }),
      rows: fc.integer({ min: 1, max: 33 }),
      maxColors: fc.integer({ min: 1, max: 30 }),
      direction: fc.constantFrom<Direction[]>('rows', 'columns', 'bottom-up'),
      cleanup: fc.boolean(),
    });
    fc.assert(
      fc.property(request, ({ picture: { width, height, seed }, ...options }) => {
        const { columns, rows, maxColors, direction } = options;
        const pattern = createPattern(makePicture(width, height, seed), { ...options, catalogue: goldenCatalogue });
        const { cells, materials, guide, colorSummary } = pattern;
        expect([pattern.columns, pattern.rows, cells.length]).toEqual([columns, rows, columns * rows]);
        expect(materials.length).toBeLessThanOrEqual(maxColors);

        const counted = materials.map((_, number) => cells.filter((cell) => cell === number).length);
        expect(materials.map(({ quantity }) => quantity)).toEqual(counted);
        expect(counted.every((count) => count > 0)).toBe(true);
        expect(counted).toEqual([...counted].sort((a, b) => b - a));
        expect(materials.reduce((sum, { percentage }) => sum + Math.round(percentage * 100), 0)).toBe(10_000);
        for (const { quantity, percentage } of materials)
          expect(Math.abs(percentage - (100 * quantity) / cells.length)).toBeLessThan(0.01);

        expect(replay(guide, columns, rows, direction, materials)).toEqual(cells);
        expect(guide.map(({ step }) => step)).toEqual(guide.map((_, i) => i + 1));
        for (const { runs } of guide) runs.forEach((run, i) => expect(run.id).not.toBe(runs[i - 1]?.id));

        const drawn = new Uint16Array(cells.length).fill(65_535);
        colorSummary.forEach(({ positions }, number) => {
          for (const { row, columns: list } of positions) {
            for (const range of list.split(',')) {
              const [from, to = from] = range.split('-').map(Number);
              for (let column = from!; column <= to!; column++) drawn[(row - 1) * columns + column - 1] = number;
            }
          }
        });
        expect(drawn).toEqual(cells);
      }),
      { seed: 8, numRuns: 120 },
    );
  });
});
