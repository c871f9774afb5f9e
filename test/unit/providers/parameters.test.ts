import fc from 'fast-check';
import { canonicalJson } from '../../../src/cache/canonical-json.js';
import { effectiveParameters } from '../../../src/providers/parameters.js';
import { picsartFace } from '../../../src/providers/picsart/face.js';
import { pixcraftFace } from '../../../src/providers/pixcraft/face.js';
import { snakeName } from '../../../src/providers/snake-name.js';

const craft = (from: Record<string, unknown>, told?: Parameters<typeof effectiveParameters>[2]) =>
  effectiveParameters(pixcraftFace, from, told);
const picture = (from: Record<string, unknown>) => effectiveParameters(picsartFace, from);
const refused = (make: () => unknown) => {
  try {
    return make();
  } catch (error) {
    return error;
  }
};
const invalid = (field: string) => ({ name: 'PatternError', code: 'parameters-invalid', field });

describe('one design has one form', () => {
  it('numbers as text, words in any case', () => {
    expect(picture({ width: '1.0', scale: ' 2.50 ', pattern: ' Hex2', format: 'png' })).toEqual(
      picture({ width: 1, scale: 2.5, pattern: 'hex2', format: 'PNG' }),
    );
    expect(craft({ niche: 'LEGO', widthCm: '30.0' })).toEqual(craft({ niche: 'lego', widthCm: 30 }));
  });

  it('absent, empty and default are the same', () => {
    const plain = picture({});
    expect(plain).toEqual({
      pattern: 'hex',
      width: 1024,
      height: 1024,
      offsetX: 0,
      offsetY: 0,
      rotate: 0,
      scale: 1,
      format: 'JPG',
    });
    expect(picture({ pattern: null, width: undefined, height: '', offsetX: '0', scale: '1', format: 'jpg' })).toEqual(plain);
    expect(canonicalJson(picture({ offsetX: '-0' }))).toBe(canonicalJson(plain));
  });

  it('camelCase and the API’s own snake_case', () => {
    expect(craft({ width_cm: 50, max_colors: 9, unit_width_cm: 2 })).toEqual(
      craft({ widthCm: 50, maxColors: 9, unitWidthCm: 2 }),
    );
  });

  it('whatever the order, the spelling and what else is there', () => {
    const values = fc.record(
      {
        niche: fc.constantFrom('lego', 'curtains', 'mosaic'),
        widthCm: fc.integer({ min: 10, max: 1000 }),
        heightCm: fc.integer({ min: 10, max: 1000 }),
        unitWidthCm: fc.integer({ min: 1, max: 100 }),
        maxColors: fc.integer({ min: 1, max: 500 }),
        colorCatalog: fc.constantFrom('default', 'custom'),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(values, fc.infiniteStream(fc.boolean()), (from, coin) => {
        const flip = () => coin.next().value;
        const other = Object.entries(from)
          .reverse()
          .map(([name, value]) => [flip() ? snakeName(name) : name, flip() ? String(value).toUpperCase() : value]);
        expect(canonicalJson(craft({ ...Object.fromEntries(other), title: 'x' }))).toBe(canonicalJson(craft(from)));
      }),
    );
  });
});

describe('what a craft brings', () => {
  const told = [{ id: 'Felt', name: 'Felt balls', brings: { unitWidthCm: 2, unitHeightCm: 2 } }];

  it('is its unit, unless the page gives one', () => {
    expect(craft({ niche: 'curtains' })).toMatchObject({ unitWidthCm: 1.5, unitHeightCm: 2 });
    expect(craft({ niche: 'curtains', unitWidthCm: 3 })).toMatchObject({ unitWidthCm: 3, unitHeightCm: 2 });
  });

  it('is what the API tells, in its spelling', () => {
    expect(craft({ niche: 'felt' }, told)).toMatchObject({ niche: 'Felt', unitWidthCm: 2, unitHeightCm: 2 });
  });

  it('is known by itself where the API tells no unit: the same design before and after it has told', () => {
    expect(craft({ niche: 'lego' }, [{ id: 'lego', name: 'Bricks' }])).toEqual(craft({ niche: 'lego' }));
  });

  it('is nothing for a craft that nobody knows yet', () => {
    expect(craft({ niche: 'felt' })).not.toHaveProperty('unitWidthCm');
  });

  it('a craft that the API does not have is refused', () => {
    expect(refused(() => craft({ niche: 'lego' }, told))).toMatchObject({ code: 'niche-invalid', field: 'niche' });
  });
});

describe('what the API would refuse is not sent', () => {
  it.each([
    ['widthCm', 10, 1000],
    ['heightCm', 10, 1000],
    ['maxColors', 1, 500],
  ])('%s from %d to %d', (name, min, max) => {
    for (const value of [min, max, String(max)]) expect(craft({ [name]: value })).toMatchObject({ [name]: +value });
    for (const value of [min - 0.01, max + 0.01, -1, NaN, 'NaN', Infinity, 'wide', {}, ' ', true && '1e9'])
      expect(
        refused(() => craft({ [name]: value })),
        String(value),
      ).toMatchObject(invalid(name));
  });

  it.each([
    ['width', 1, 8000],
    ['height', 1, 8000],
    ['rotate', -180, 180],
    ['scale', 0.5, 10],
  ])('%s from %d to %d', (name, min, max) => {
    for (const value of [min, max]) expect(picture({ [name]: value })).toMatchObject({ [name]: value });
    for (const value of [min - 0.01, max + 0.01, NaN, 'x'])
      expect(refused(() => picture({ [name]: value }))).toMatchObject(invalid(name));
  });

  it('a fraction of what there are only whole ones of', () => {
    expect(refused(() => craft({ maxColors: 2.5 }))).toMatchObject(invalid('maxColors'));
    expect(refused(() => picture({ width: 100.5 }))).toMatchObject(invalid('width'));
    expect(picture({ scale: 1.5 })).toMatchObject({ scale: 1.5 });
  });

  it('an offset may be negative', () => expect(picture({ offsetX: '-300' })).toMatchObject({ offsetX: -300 }));

  it.each([
    ['pattern', 'stripes'],
    ['format', 'GIF'],
    ['format', 'constructor'],
  ])('%s: %s', (name, value) => expect(refused(() => picture({ [name]: value }))).toMatchObject(invalid(name)));

  it('any value at all is taken or refused, and nothing else', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...pixcraftFace.fields.map(({ name }) => name)), fc.anything()), (from) => {
        const result = refused(() => craft(from)) as Record<string, unknown>;
        if (result instanceof Error) expect(result).toMatchObject({ name: 'PatternError', field: expect.any(String) });
        else canonicalJson(result);
      }),
      { numRuns: 2000 },
    );
  });
});
