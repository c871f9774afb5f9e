import fc from 'fast-check';
import { FABRICS, fabricOfUnit, gridOf, shown, shownBounds, toCm, unitOfFabric, unitsFor } from '../../../src/studio/size.js';

describe('size', () => {
  it.each([
    ['cm', 'en-US', 'cm'],
    ['in', 'de', 'in'],
    ['auto', 'en-US', 'in'],
    ['auto', 'es-US', 'in'],
    ['auto', 'en', 'cm'],
    ['auto', 'en-GB', 'cm'],
    ['auto', 'de-AT', 'cm'],
    [undefined, '', 'cm'],
    ['auto', 'no language', 'cm'],
  ])('%s in %j is %s', (wish, lang, units) => expect(unitsFor(wish, lang)).toBe(units));

  it('inches there and back are the same inches', () => {
    fc.assert(
      fc.property(fc.integer({ min: 39, max: 3937 }), (tenths) => {
        expect(shown(toCm(tenths / 10, 'in'), 'in')).toBe(tenths / 10);
      }),
    );
  });

  it('bounds in inches are lengths that are taken', () => {
    expect(shownBounds({ min: 10, max: 1000 }, 'cm')).toEqual({ min: 10, max: 1000 });
    expect(shownBounds({ min: 10, max: 1000 }, 'in')).toEqual({ min: 4, max: 393.7 });
  });

  it('counts whole units, as documented', () => {
    expect(gridOf({ width: 200, height: 250 }, { width: 1.5, height: 2 })).toEqual({ columns: 133, rows: 125 });
    expect(gridOf({ width: 30, height: 20 }, { width: 0.18, height: 0.18 })).toEqual({ columns: 166, rows: 111 });
    expect(gridOf({ width: 10.1, height: 10 }, { width: 0.1, height: 20 })).toEqual({ columns: 101, rows: 1 });
  });

  it('fabrics are known again by their unit', () => {
    for (const count of FABRICS) expect(fabricOfUnit(unitOfFabric(count))).toBe(count);
    expect(unitOfFabric(14)).toBe(0.1814);
    expect(fabricOfUnit(0.18)).toBeUndefined();
    expect(fabricOfUnit(undefined)).toBeUndefined();
  });
});
