import fc from 'fast-check';
import { adjustLight, lightCurve } from '../../../src/image/light.js';

const amount = fc.integer({ min: -50, max: 50 });
const pixel = (...color: number[]) => Uint8ClampedArray.from([...color, 255]);
const changed = (color: number[], adjustments: object) => {
  const data = pixel(...color);
  adjustLight(data, adjustments);
  return [...data];
};

describe('light', () => {
  it('nothing changes nothing', () => {
    expect([...lightCurve({})]).toEqual(Array.from({ length: 256 }, (_, value) => value));
    expect(changed([1, 128, 254], {})).toEqual([1, 128, 254, 255]);
  });

  it('never turns light and dark round', () => {
    fc.assert(
      fc.property(amount, amount, (brightness, contrast) => {
        const curve = lightCurve({ brightness, contrast });
        for (let value = 1; value < 256; value++) expect(curve[value]).toBeGreaterThanOrEqual(curve[value - 1]!);
      }),
    );
  });

  it('brightness lifts the middle and keeps black and white', () => {
    expect(lightCurve({ brightness: 50 })[128]).toBeGreaterThan(175);
    expect(lightCurve({ brightness: -50 })[128]).toBeLessThan(70);
    for (const brightness of [-50, 50])
      expect([lightCurve({ brightness })[0], lightCurve({ brightness })[255]]).toEqual([0, 255]);
  });

  it('contrast spreads around mid-grey', () => {
    const [less, more] = [lightCurve({ contrast: -50 }), lightCurve({ contrast: 50 })];
    expect([less[0], less[255], more[0], more[255]]).toEqual([64, 191, 0, 255]);
    expect(more[170]! - more[85]!).toBeGreaterThan(less[170]! - less[85]!);
  });

  it('saturation goes from grey to twice as colourful, grey stays grey', () => {
    const [red, green, blue, alpha] = changed([200, 100, 50], { saturation: -50 });
    expect(red).toBe(green);
    expect(green).toBe(blue);
    expect(alpha).toBe(255);
    expect(changed([77, 77, 77], { saturation: 50 })).toEqual([77, 77, 77, 255]);
    const [strong, , weak] = changed([140, 120, 110], { saturation: 50 });
    expect(strong! - weak!).toBe(60);
  });

  it('looks equally bright before and after, whatever the saturation', () => {
    fc.assert(
      fc.property(amount, fc.array(fc.integer({ min: 90, max: 160 }), { minLength: 3, maxLength: 3 }), (saturation, color) => {
        const bright = ([red, green, blue]: number[]) => 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
        expect(Math.abs(bright(changed(color, { saturation })) - bright(color))).toBeLessThan(1);
      }),
    );
  });
});
