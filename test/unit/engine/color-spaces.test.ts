import { converter } from 'culori';
import fc from 'fast-check';
import { averageCells } from '../../../src/engine/area-average.js';
import { isHex, listColors } from '../../../src/engine/srgb-colors.js';
import { FULL_LIGHT, LINEAR_LIGHT } from '../../../src/engine/srgb.js';

const byte = fc.integer({ min: 0, max: 255 });
const toHex = (bytes: number[]) => '#' + bytes.map((value) => value.toString(16).padStart(2, '0')).join('');
const [toLinear, toLab, toOklab] = [converter('lrgb'), converter('lab65'), converter('oklab')];

describe('colour spaces, beside culori', () => {
  it('turns all 256 sRGB values into linear light', () => {
    expect([LINEAR_LIGHT[0], LINEAR_LIGHT[255]]).toEqual([0, FULL_LIGHT]);
    LINEAR_LIGHT.forEach((light, value) => {
      const exact = toLinear({ mode: 'rgb', r: value / 255, g: 0, b: 0 }).r * FULL_LIGHT;
      expect(Math.abs(light - exact)).toBeLessThanOrEqual(0.5 + 1e-6);
    });
  });

  it('turns sRGB into CIELAB and OKLab', () => {
    fc.assert(
      fc.property(fc.tuple(byte, byte, byte), (bytes) => {
        const hex = toHex(bytes);
        const { lab, oklab } = listColors([hex]);
        const [expectedLab, expectedOklab] = [toLab(hex)!, toOklab(hex)!];
        // The light is counted in 2^-24: near black that is some 1e-5 of L* or b*.
        [expectedLab.l, expectedLab.a, expectedLab.b].forEach((value, i) => expect(Math.abs(lab[i]! - value)).toBeLessThan(2e-4));
        [expectedOklab.l, expectedOklab.a, expectedOklab.b].forEach((value, i) => {
          expect(Math.abs(oklab[i]! - value)).toBeLessThan(2e-5);
        });
      }),
      { seed: 3, numRuns: 3000 },
    );
  });

  it('gives a pixel and a catalogue colour of the same bytes the very same numbers', () => {
    fc.assert(
      fc.property(fc.tuple(byte, byte, byte), fc.integer({ min: 1, max: 9 }), ([r, g, b], size) => {
        const data = new Uint8ClampedArray(size * size * 4).map((_, i) => [r, g, b, 255][i % 4]!);
        const cells = averageCells({ data, width: size, height: size }, 2, 2);
        const shade = listColors([toHex([r, g, b])]);
        for (let cell = 0; cell < 4; cell++) expect([...cells.lab.slice(cell * 3, cell * 3 + 3)]).toEqual([...shade.lab]);
      }),
      { seed: 4 },
    );
  });

  it('tells a hex colour from anything else', () => {
    expect(['#000000', '#A1b2C3'].every(isHex)).toBe(true);
    expect(['', '#fff', '123456', '#12345g', '#1234567', ' #123456', 5, null, undefined].some(isHex)).toBe(false);
  });
});
