import { converter, type Rgb } from 'culori';
import fc from 'fast-check';
import { averageCells } from '../../../src/engine/area-average.js';
import type { Pixels } from '../../../src/engine/index.js';
import { listColors } from '../../../src/engine/srgb-colors.js';

const [toLinear, toLab] = [converter('lrgb'), converter('lab65')];

function picture(width: number, ...colors: number[][]): Pixels {
  const bytes = colors.flatMap(([r, g, b, alpha = 255]) => [r!, g!, b!, alpha]);
  return { data: new Uint8ClampedArray(bytes), width, height: colors.length / width };
}

const [BLACK, WHITE] = [
  [0, 0, 0],
  [255, 255, 255],
];
const lightness = (pixels: Pixels, columns: number, rows: number) => {
  const { lab } = averageCells(pixels, columns, rows);
  return Array.from({ length: columns * rows }, (_, cell) => lab[cell * 3]!);
};

/** The plain way: for each cell, all pixels, each weighed by the area they share. */
function plainMean({ data, width, height }: Pixels, columns: number, rows: number, column: number, row: number) {
  const shared = (pixel: number, pixels: number, cell: number, cells: number) =>
    Math.max(0, Math.min((pixel + 1) / pixels, (cell + 1) / cells) - Math.max(pixel / pixels, cell / cells)) * cells;
  const sum = { r: 0, g: 0, b: 0 };
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const weight = shared(x, width, column, columns) * shared(y, height, row, rows);
      const [r, g, b] = data.slice((y * width + x) * 4).map((value) => value);
      const light = toLinear({ mode: 'rgb', r: r! / 255, g: g! / 255, b: b! / 255 } as Rgb);
      for (const channel of ['r', 'g', 'b'] as const) sum[channel] += light[channel] * weight;
    }
  }
  return toLab({ mode: 'lrgb', ...sum });
}

describe('area average', () => {
  it('mixes in linear light: half black, half white is L* 76, not 53', () => {
    const [grey] = lightness(picture(2, BLACK, WHITE, WHITE, BLACK), 1, 1);
    expect(grey).toBeCloseTo(76.07, 2);
  });

  it('weighs pixels on an edge by their share', () => {
    // Three pixels, two cells: the middle one counts half to each.
    const [left, right] = lightness(picture(3, BLACK, BLACK, WHITE), 2, 1);
    expect(left).toBe(0);
    expect(right).toBeCloseTo(toLab({ mode: 'lrgb', r: 2 / 3, g: 2 / 3, b: 2 / 3 }).l, 3);
  });

  it('keeps a small picture sharp on a large grid', () => {
    expect(lightness(picture(2, BLACK, WHITE), 6, 1).map(Math.round)).toEqual([0, 0, 0, 100, 100, 100]);
    expect(lightness(picture(1, BLACK, WHITE), 1, 4).map(Math.round)).toEqual([0, 0, 100, 100]);
  });

  it('lays see-through pixels on white', () => {
    const shades = listColors(['#ffffff', '#7f7f7f', '#ff7f7f']);
    const { lab } = averageCells(picture(3, [0, 0, 0, 0], [0, 0, 0, 128], [255, 0, 0, 128]), 3, 1);
    expect([...lab]).toEqual([...shades.lab]);
  });

  it('is the plain weighted mean, whatever the sizes', () => {
    const size = fc.integer({ min: 1, max: 7 });
    const any = fc.tuple(size, size).chain(([width, height]) =>
      fc.record({
        width: fc.constant(width),
        height: fc.constant(height),
        data: fc
          .array(fc.integer({ min: 0, max: 255 }), { minLength: width * height * 3, maxLength: width * height * 3 })
          .map((rgb) =>
            new Uint8ClampedArray(width * height * 4).map((_, i) => (i % 4 === 3 ? 255 : rgb[(i >> 2) * 3 + (i % 4)]!)),
          ),
      }),
    );
    fc.assert(
      fc.property(any, size, size, (pixels, columns, rows) => {
        const { lab } = averageCells(pixels, columns, rows);
        for (let cell = 0; cell < columns * rows; cell++) {
          const expected = plainMean(pixels, columns, rows, cell % columns, Math.floor(cell / columns));
          [expected.l, expected.a, expected.b].forEach((value, i) =>
            expect(Math.abs(lab[cell * 3 + i]! - value)).toBeLessThan(1e-3),
          );
        }
      }),
      { seed: 5, numRuns: 150 },
    );
  });
});
