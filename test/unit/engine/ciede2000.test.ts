import { differenceCiede2000, type Lab65 } from 'culori';
import fc from 'fast-check';
import { deltaE2000 } from '../../../src/engine/ciede2000.js';
import { sharmaPairs } from './sharma.js';

const byCulori = differenceCiede2000();
const toCulori = (l: number, a: number, b: number): Lab65 => ({ mode: 'lab65', l, a, b });
// The formula jumps where two hues are exactly opposite; there the last bit decides, and the published pairs 9 to 15 are the test.
const opposite = ([, a1, b1]: number[], [, a2, b2]: number[]) =>
  a1! * a2! + b1! * b2! < 0 && Math.abs(a1! * b2! - a2! * b1!) < 1e-6 * Math.hypot(a1!, b1!) * Math.hypot(a2!, b2!);
const thousandths = (min: number, max: number) => fc.integer({ min: min * 1000, max: max * 1000 }).map((value) => value / 1000);
const lightness = thousandths(0, 100);
const opponent = thousandths(-120, 120);
const lab = fc.tuple(lightness, opponent, opponent);

describe('CIEDE2000', () => {
  it('has all 34 published pairs', () => expect(sharmaPairs).toHaveLength(34));

  it.each(sharmaPairs)('%d %d %d to %d %d %d is %d', (l1, a1, b1, l2, a2, b2, expected) => {
    expect(deltaE2000(l1, a1, b1, l2, a2, b2).toFixed(4)).toBe(expected.toFixed(4));
    expect(deltaE2000(l2, a2, b2, l1, a1, b1).toFixed(4)).toBe(expected.toFixed(4));
  });

  it('agrees with culori', () => {
    fc.assert(
      fc.property(lab, lab, (one, other) => {
        fc.pre(!opposite(one, other));
        expect(deltaE2000(...one, ...other)).toBeCloseTo(byCulori(toCulori(...one), toCulori(...other)), 8);
      }),
      { seed: 76, numRuns: 5000 },
    );
  });

  it('agrees with culori on near colours, where choices are made', () => {
    const step = thousandths(-3, 3);
    fc.assert(
      fc.property(lab, fc.tuple(step, step, step), ([l, a, b], [dl, da, db]) => {
        const other = [l + dl, a + da, b + db] as const;
        fc.pre(!opposite([l, a, b], [...other]));
        expect(deltaE2000(l, a, b, ...other)).toBeCloseTo(byCulori(toCulori(l, a, b), toCulori(...other)), 8);
      }),
      { seed: 77, numRuns: 5000 },
    );
  });

  it('is nothing between equal colours and the same both ways', () => {
    fc.assert(
      fc.property(lab, lab, (one, other) => {
        expect(deltaE2000(...one, ...one)).toBe(0);
        expect(deltaE2000(...one, ...other)).toBeCloseTo(deltaE2000(...other, ...one), 10);
      }),
      { seed: 78 },
    );
  });

  it('turns the same way from either of two exactly opposite hues', () => {
    // 179.9° and 359.9°: their mean is 269.9°, where the blue term counts, and the sign of ΔH′ with it.
    const there = deltaE2000(50, -40, 0.0625, 50, 20, -0.03125);
    expect(deltaE2000(50, 20, -0.03125, 50, -40, 0.0625)).toBe(there);
  });
});
