import fc from 'fast-check';
import { canonicalJson } from '../../../src/cache/key/canonical-json.js';
import { effectiveParameters, readParameters, type Surroundings } from '../../../src/providers/parameters.js';
import { picsartFace } from '../../../src/providers/picsart/face.js';
import { pixcraftFace } from '../../../src/providers/pixcraft/face.js';
import type { Choice } from '../../../src/providers/provider.js';
import { snakeName } from '../../../src/providers/snake-name.js';
import { whole } from '../../../src/providers/whole.js';

const pixcraft = whole(pixcraftFace)!;
const picsart = whole(picsartFace)!;
const sent = (from: Record<string, unknown>, surroundings?: Surroundings) => readParameters(pixcraft, from, surroundings);
/** What a design is known by. */
const craft = (from: Record<string, unknown>, choices?: Choice[]) => effectiveParameters(pixcraft, sent(from, { choices }));
const picture = (from: Record<string, unknown>) => effectiveParameters(picsart, readParameters(picsart, from));
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

describe('what nobody has set', () => {
  it('is not sent where the API has a default of its own: leaving it out can never be wrong', () => {
    expect(sent({})).toEqual({ niche: 'crossstitch', widthCm: 30, heightCm: 20 });
    expect(sent({ niche: 'curtains', unitWidthCm: 3 })).toEqual({
      niche: 'curtains',
      widthCm: 30,
      heightCm: 20,
      unitWidthCm: 3,
    });
  });

  it('is sent once it is set, be it what the API would take anyway', () =>
    expect(sent({ niche: 'curtains', unitWidthCm: 1.5, unitHeightCm: 2, colorCatalog: 'default' })).toMatchObject({
      unitWidthCm: 1.5,
      unitHeightCm: 2,
      colorCatalog: 'default',
    }));

  it('is one design with the documented default', () => {
    expect(craft({ niche: 'curtains' })).toEqual(craft({ niche: 'curtains', unitWidthCm: 1.5, unitHeightCm: '2.0' }));
    expect(craft({ niche: 'curtains', unitWidthCm: 3 })).toEqual(craft({ niche: 'curtains', unitWidthCm: 3, unitHeightCm: 2 }));
    expect(craft({})).toEqual(craft({ colorCatalog: 'default', niche: 'crossstitch', widthCm: 30, heightCm: 20 }));
  });

  it('is another design than a default that is only assumed', () =>
    expect(craft({ niche: 'lego' })).not.toEqual(craft({ niche: 'lego', unitWidthCm: 0.8, unitHeightCm: 0.8 })));

  it('has one form before and after the API has told its menu', () => {
    const told = [{ id: 'lego', name: 'Bricks', brings: { unitWidthCm: 0.8, unitHeightCm: 0.8 } }];
    expect(craft({ niche: 'lego' }, told)).toEqual(craft({ niche: 'lego' }));
    expect(sent({ niche: 'lego' }, { choices: told })).toEqual(sent({ niche: 'lego' }));
  });
});

describe('a height that nobody has set', () => {
  const height = (from: object, width: number, height: number) => sent({ ...from }, { shape: { width, height } }).heightCm;

  it.each([
    [400, 300, 30, 22.5],
    [300, 400, 30, 40],
    [3, 2, 45, 30],
    [1000, 333, 30, 10],
    [777, 1000, 30, 38.6],
  ])('follows the shape: %i × %i, %d cm wide, is %d cm high', (width, tall, widthCm, expected) =>
    expect(height({ widthCm }, width, tall)).toBe(expected),
  );

  it('stays within what the API takes', () => {
    expect(height({}, 1000, 1)).toBe(10);
    expect(height({}, 1, 1000)).toBe(1000);
  });

  it('is the one that is set, whatever the shape; the width keeps its own default', () => {
    expect(height({ heightCm: 55 }, 400, 300)).toBe(55);
    expect(sent({ heightCm: 55 }, { shape: { width: 4, height: 3 } }).widthCm).toBe(30);
  });

  it('is 20 cm while no shape is known', () => expect(sent({}).heightCm).toBe(20));

  it('is always one that the API takes, and the same when it is asked for by number', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 30_000 }), fc.integer({ min: 1, max: 30_000 }), (width, tall) => {
        const heightCm = height({}, width, tall);
        expect(craft({ heightCm })).toEqual(effectiveParameters(pixcraft, sent({}, { shape: { width, height: tall } })));
      }),
    );
  });
});

describe('a craft that only the API knows', () => {
  const told = [{ id: 'Felt', name: 'Felt balls', brings: { unitWidthCm: 2, unitHeightCm: 2 } }];

  it('is written in its spelling', () => expect(craft({ niche: 'felt' }, told)).toMatchObject({ niche: 'Felt' }));
  it('has no unit that anybody could know', () => expect(craft({ niche: 'felt' }, told)).not.toHaveProperty('unitWidthCm'));
  it('is refused when the API does not have it', () =>
    expect(refused(() => craft({ niche: 'lego' }, told))).toMatchObject({ code: 'niche-invalid', field: 'niche' }));
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
