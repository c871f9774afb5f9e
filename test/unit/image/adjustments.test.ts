import fc from 'fast-check';
import { canonical, readAdjustments, type Adjustments } from '../../../src/image/adjustments.js';

const crop = fc
  .tuple(
    fc.double({ min: 0, max: 0.9, noNaN: true }),
    fc.double({ min: 0, max: 0.9, noNaN: true }),
    fc.double({ min: 0.001, max: 1, noNaN: true }),
  )
  .map(([x, y, size]) => ({ x, y, width: (1 - x) * size, height: (1 - y) * size }));
const light = fc.integer({ min: -50, max: 50 });
const adjustments: fc.Arbitrary<Adjustments> = fc.record(
  {
    crop,
    turn: fc.constantFrom(0, 90, 180, 270),
    mirror: fc.boolean(),
    brightness: light,
    contrast: light,
    saturation: light,
  },
  { requiredKeys: [] },
);

describe('adjustments', () => {
  it.each([
    undefined,
    null,
    {},
    { turn: 0, mirror: false },
    { brightness: 0, contrast: 0, saturation: 0 },
    { crop: { x: 0, y: 0, width: 1, height: 1 } },
    { crop: { x: 0.000001, y: 0, width: 0.999999, height: 1 } },
    { crop: undefined, turn: undefined, mirror: undefined, brightness: undefined },
  ])('%j leaves the picture untouched: nothing is added to any key', (untouched) => {
    expect(readAdjustments(untouched)).toBeUndefined();
    expect(canonical(untouched)).toBeUndefined();
  });

  it('has one form, however it was written', () => {
    expect(
      canonical({ saturation: 3, mirror: true, crop: { height: 0.5, width: 0.25, y: 0.1, x: 0.2 }, turn: 90, contrast: 0 }),
    ).toBe('{"crop":{"x":0.2,"y":0.1,"width":0.25,"height":0.5},"turn":90,"mirror":true,"saturation":3}');
    expect(canonical({ crop: { x: 0.1 + 0.2, y: 0, width: 0.7, height: 1 } })).toBe(
      canonical({ crop: { x: 0.3, y: 0, width: 0.7, height: 1 } }),
    );
  });

  it('reading twice changes nothing, and the cut stays inside', () => {
    fc.assert(
      fc.property(adjustments, (wish) => {
        const read = readAdjustments(wish);
        expect(readAdjustments(read)).toEqual(read);
        expect(canonical(read)).toBe(canonical(wish));
        if (!read?.crop) return;
        expect(read.crop.x + read.crop.width).toBeLessThanOrEqual(1.00001);
        expect(read.crop.y + read.crop.height).toBeLessThanOrEqual(1.00001);
      }),
    );
  });

  it.each([
    ['text', 'adjustments must be an object'],
    [{ turn: 45 }, 'adjustments.turn must be 0, 90, 180 or 270, not 45'],
    [{ turn: '90' }, 'adjustments.turn'],
    [{ brightness: 51 }, 'adjustments.brightness must be a number from −50 to 50, not 51'],
    [{ contrast: NaN }, 'adjustments.contrast'],
    [{ saturation: '10' }, 'adjustments.saturation'],
    [{ crop: {} }, 'adjustments.crop.x must be a number from 0 to 1, not undefined'],
    [{ crop: { x: -0.1, y: 0, width: 1, height: 1 } }, 'adjustments.crop.x'],
    [{ crop: { x: 0, y: 0, width: 0, height: 1 } }, 'adjustments.crop must leave something'],
    [{ crop: { x: 0.5, y: 0, width: 0.6, height: 1 } }, 'adjustments.crop reaches beyond'],
    [{ crop: 'all' }, 'adjustments.crop.x'],
    [{ rotate: 90 }, 'adjustments.rotate is unknown'],
  ])('%j is refused in words: %s', (wrong, words) => {
    expect(() => readAdjustments(wrong)).toThrow(RangeError);
    expect(() => readAdjustments(wrong)).toThrow(words);
  });
});
