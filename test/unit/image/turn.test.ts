import fc from 'fast-check';
import { turnRaster, UPRIGHT, type Raster } from '../../../src/image/turn.js';

const raster: fc.Arbitrary<Raster> = fc
  .tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 9 }))
  .map(([width, height]) => ({ data: Uint32Array.from({ length: width * height }, (_, i) => i + 1), width, height }));
const turn = fc.constantFrom<0 | 90 | 180 | 270>(0, 90, 180, 270);

/** One quarter clockwise, by the book: what was at the left bottom comes to the left top. */
const quarter = ({ data, width, height }: Raster): Raster => {
  const to = new Uint32Array(data.length);
  for (let y = 0; y < height; y++) for (let x = 0; x < width; x++) to[x * height + (height - 1 - y)] = data[y * width + x]!;
  return { data: to, width: height, height: width };
};
const mirror = ({ data, width, height }: Raster): Raster => ({
  data: data.map((_, at) => data[at - (at % width) + width - 1 - (at % width)]!),
  width,
  height,
});

describe('turnRaster', () => {
  it('turns by quarters, then mirrors', () => {
    fc.assert(
      fc.property(raster, turn, fc.boolean(), (from, degrees, flipped) => {
        let expected = from;
        for (let done = 0; done < degrees; done += 90) expected = quarter(expected);
        if (flipped) expected = mirror(expected);
        expect(turnRaster(from, { turn: degrees, mirror: flipped })).toEqual(expected);
      }),
    );
  });

  it('the other way round leads back', () => {
    fc.assert(
      fc.property(raster, turn, (from, degrees) => {
        const back = ((360 - degrees) % 360) as 0;
        expect(turnRaster(turnRaster(from, { turn: degrees }), { turn: back })).toEqual(from);
        expect(turnRaster(turnRaster(from, { turn: degrees, mirror: true }), { turn: degrees, mirror: true })).toEqual(from);
      }),
    );
  });

  it('makes all eight orientations of EXIF upright', () => {
    // The picture 12 / 34 / 56 as each orientation stores it.
    const stored: [orientation: number, width: number, data: number[]][] = [
      [1, 2, [1, 2, 3, 4, 5, 6]],
      [2, 2, [2, 1, 4, 3, 6, 5]],
      [3, 2, [6, 5, 4, 3, 2, 1]],
      [4, 2, [5, 6, 3, 4, 1, 2]],
      [5, 3, [1, 3, 5, 2, 4, 6]],
      [6, 3, [2, 4, 6, 1, 3, 5]],
      [7, 3, [6, 4, 2, 5, 3, 1]],
      [8, 3, [5, 3, 1, 6, 4, 2]],
    ];
    for (const [orientation, width, data] of stored)
      expect(
        turnRaster({ data: Uint32Array.from(data), width, height: 6 / width }, UPRIGHT[orientation]!),
        `${orientation}`,
      ).toEqual({
        data: Uint32Array.from([1, 2, 3, 4, 5, 6]),
        width: 2,
        height: 3,
      });
  });
});
