import fc from 'fast-check';
import { AreaAverage, type Area } from '../../../src/image/area-average.js';

interface Picture {
  width: number;
  height: number;
  data: Uint8ClampedArray;
}

const noise = (width: number, height: number, seed: number): Picture => {
  const data = new Uint8ClampedArray(width * height * 4).fill(255);
  for (let at = 0, x = seed; at < data.length; at++) if (at % 4 < 3) data[at] = x = (x * 48271 + 11) % 256;
  return { width, height, data };
};

/** Every new pixel from every old one that it lies over: slow and plain. */
function plainly(picture: Picture, area: Area, width: number, height: number): number[] {
  const result: number[] = [];
  const overlap = (from: number, to: number, pixel: number) => Math.max(0, Math.min(to, pixel + 1) - Math.max(from, pixel));
  for (let row = 0; row < height; row++)
    for (let column = 0; column < width; column++) {
      const [left, right] = [0, 1].map((i) => area.x + (area.width * (column + i)) / width) as [number, number];
      const [top, bottom] = [0, 1].map((i) => area.y + (area.height * (row + i)) / height) as [number, number];
      const sums = [0, 0, 0];
      let weight = 0;
      for (let y = 0; y < picture.height; y++)
        for (let x = 0; x < picture.width; x++) {
          const share = overlap(left, right, x) * overlap(top, bottom, y);
          weight += share;
          sums.forEach((_, i) => (sums[i]! += share * picture.data[4 * (y * picture.width + x) + i]!));
        }
      result.push(...sums.map((sum) => sum / weight), 255);
    }
  return result;
}

/** Fed by rows, a few at a time. */
function averaged(picture: Picture, area: Area, width: number, height: number, rows: number): Uint8ClampedArray {
  const average = new AreaAverage(area, picture, { width, height });
  const { source } = average;
  expect(
    source.x >= 0 && source.y >= 0 && source.x + source.width <= picture.width && source.y + source.height <= picture.height,
  ).toBe(true);
  for (let top = 0; top < source.height; top += rows) {
    const band: number[] = [];
    for (let y = top; y < Math.min(top + rows, source.height); y++) {
      const start = 4 * ((source.y + y) * picture.width + source.x);
      band.push(...picture.data.subarray(start, start + 4 * source.width));
    }
    average.add(Uint8ClampedArray.from(band));
  }
  return average.data;
}

const side = fc.integer({ min: 1, max: 24 });
const share = fc.double({ min: 0, max: 1, noNaN: true });

describe('AreaAverage', () => {
  it('is the mean of the area under each pixel, for any cut and size', () => {
    fc.assert(
      fc.property(
        side,
        side,
        share,
        share,
        share,
        share,
        side,
        side,
        fc.integer({ min: 1, max: 5 }),
        (w, h, a, b, c, d, to, high, rows) => {
          const picture = noise(w, h, to + high);
          const area = { x: a * (w - 1), y: b * (h - 1), width: 0, height: 0 };
          area.width = Math.max(0.5, (w - area.x) * c);
          area.height = Math.max(0.5, (h - area.y) * d);
          const expected = plainly(picture, area, to, high);
          const far = averaged(picture, area, to, high, rows).map((value, at) => Math.abs(value - expected[at]!));
          expect(Math.max(...far)).toBeLessThanOrEqual(1);
        },
      ),
      { numRuns: 400 },
    );
  });

  it('a flat colour stays exactly that, at any ratio', () => {
    fc.assert(
      fc.property(side, side, side, side, fc.integer({ min: 0, max: 255 }), (width, height, to, high, value) => {
        const picture = { width, height, data: new Uint8ClampedArray(width * height * 4).fill(value) };
        const { data } = { data: averaged(picture, { x: 0, y: 0, width, height }, to, high, 3) };
        expect(data.every((byte, at) => byte === (at % 4 === 3 ? 255 : value))).toBe(true);
      }),
    );
  });

  it('at its own size nothing changes', () => {
    const picture = noise(13, 7, 5);
    expect(averaged(picture, { x: 2, y: 1, width: 9, height: 5 }, 9, 5, 2)).toEqual(
      Uint8ClampedArray.from([1, 2, 3, 4, 5].flatMap((y) => [...picture.data.subarray(4 * (y * 13 + 2), 4 * (y * 13 + 11))])),
    );
  });

  it('a last half pixel that halving has left out is done without', () => {
    const picture = noise(5, 5, 3);
    const data = averaged(picture, { x: 0, y: 0, width: 5.5, height: 5.5 }, 4, 4, 9);
    expect(data).toHaveLength(64);
    expect(data[0]).toBeGreaterThan(0);
  });
});
