import fc from 'fast-check';
import { capabilities as lookup } from '../../../src/providers/pixcraft/capabilities.js';
import { lookups } from '../../../src/providers/pixcraft/lookups.js';
import { hostile } from './hostile.js';

const niches = lookups.niches.read;
const colors = lookups.colors.read;
const capabilities = lookup.read;

it('are asked at the documented paths', () =>
  expect([...Object.values(lookups), lookup].map(({ path }) => path)).toEqual([
    '/api/v1/niches',
    '/api/v1/colors',
    '/api/v1/capabilities',
  ]));

describe('what may be chosen', () => {
  it.each<[string, unknown]>([
    ['a list of its own', [{ id: 'felt', name: 'Felt', default_unit: { width_cm: 2, height_cm: 3 } }]],
    ['niches', { niches: [{ id: 'felt', label: 'Felt', unit: { width: 2, height: 3 } }] }],
    ['data', { data: [{ niche: 'felt', name: 'Felt', unit_width_cm: 2, unit_height_cm: 3 }] }],
    ['default units', { niches: [{ id: 'felt', name: 'Felt', default_unit_width_cm: '2', default_unit_height_cm: '3' }] }],
  ])('%s', (_, body) =>
    expect(niches(body)).toEqual([{ id: 'felt', name: 'Felt', brings: { unitWidthCm: 2, unitHeightCm: 3 } }]),
  );

  it('a square unit, and none', () => {
    const square = { unitWidthCm: 2, unitHeightCm: 2 };
    expect(niches([{ id: 'a', width_cm: 2 }])).toEqual([{ id: 'a', name: 'a', brings: square }]);
    expect(niches([{ id: 'a', height_cm: 2 }])).toEqual([{ id: 'a', name: 'a', brings: square }]);
    expect(niches([{ id: 'a' }, { id: 'b', unit: 'cm' }])).toEqual([
      { id: 'a', name: 'a' },
      { id: 'b', name: 'b' },
    ]);
  });

  it.each<[string, unknown]>([
    ['nothing', undefined],
    ['a page', '<!doctype html><title>Welcome</title>'],
    ['an object of niches', { niches: { lego: { id: 'lego' } } }],
    ['an empty list', { niches: [] }],
    ['plain words', ['lego', 'rugs']],
    ['plain words below niches', { niches: ['lego', 'rugs'] }],
    ['numbers', [1, 2]],
    ['one without an id', [{ id: 'lego' }, { title: 'Rugs' }]],
    ['an error', { error: true, code: 'INVALID_API_KEY', message: 'no' }],
    ...[0, -1, 100.01, 1e9, 'wide', 'NaN', {}, [], true].map((width_cm): [string, unknown] => [
      `a unit of ${JSON.stringify(width_cm)}`,
      [{ id: 'lego', default_unit: { width_cm, height_cm: 1 } }],
    ]),
    ['an absurd height', [{ id: 'lego', default_unit: { width_cm: 1, height_cm: -1 } }]],
  ])('no menu: %s', (_, body) => expect(niches(body)).toBeUndefined());

  it('is never of a shape that a menu cannot show', () => {
    fc.assert(
      fc.property(fc.oneof(hostile, fc.record({ niches: fc.array(hostile) })), (body) => {
        const choices = niches(body) ?? [{ id: 'none', name: 'none' }];
        expect(choices.length).toBeGreaterThan(0);
        for (const { id, name, brings = {} } of choices) {
          expect([typeof id, typeof name]).toEqual(['string', 'string']);
          expect(id).not.toBe('');
          for (const value of Object.values(brings)) expect(+value > 0 && +value <= 100).toBe(true);
        }
      }),
      { numRuns: 2000 },
    );
  });
});

describe('the colours', () => {
  const black = { id: '310', name: 'Black', hex: '#000000' };

  it('of each niche, and the customer’s own', () =>
    expect(colors({ colors: { lego: [black], rugs: [] }, custom_colors: [{ name: 'Shop red', hex: '#FF0011' }] })).toEqual({
      all: [],
      byNiche: { lego: [black], rugs: [] },
      custom: [{ id: undefined, name: 'Shop red', hex: '#ff0011' }],
    }));

  it.each<[string, unknown]>([
    ['a list', [black]],
    ['a list below colors', { colors: [black] }],
    ['under other names', { data: [{ code: 310, label: 'Black', color_hex: '#000000' }] }],
  ])('of all niches: %s', (_, body) => expect(colors(body)).toEqual({ all: [black], byNiche: {}, custom: [] }));

  it('leaves out what is no colour', () =>
    expect(colors([black, { name: 'Red', hex: 'red' }, { hex: '#12345' }, 7])!.all).toEqual([black]));

  it.each<unknown>([undefined, null, 'page', [], {}, { colors: {} }, { colors: [{ hex: 'red' }] }])('none in %j', (body) =>
    expect(colors(body)).toBeUndefined(),
  );

  it('never throws, and every colour can be drawn', () => {
    fc.assert(
      fc.property(fc.oneof(hostile, fc.record({ colors: hostile, custom_colors: hostile })), (body) => {
        const { all, byNiche, custom } = colors(body) ?? { all: [], byNiche: {}, custom: [] };
        for (const { hex, name } of [...all, ...custom, ...Object.values(byNiche).flat()]) {
          expect(hex).toMatch(/^#[\da-f]{6}$/);
          expect(typeof name).toBe('string');
        }
      }),
      { numRuns: 1000 },
    );
  });
});

describe('the way a niche is worked', () => {
  it('is read by its meaning', () =>
    expect(
      capabilities({
        niches: [
          { id: 'curtains', assemblyDirection: 'columns' },
          { id: 'lego', assemblyDirection: 'bottom-up' },
          { id: 'rugs', assembly_direction: 'BOTTOM_TO_TOP' },
          { id: 'mosaic', assemblyDirection: 'top-to-bottom' },
          { id: 'tiles', assemblyDirection: 'left-to-right columns' },
          { id: 'felt', assemblyDirection: 'spiral' },
        ],
      }),
    ).toEqual({ curtains: 'columns', lego: 'bottom-up', rugs: 'bottom-up', mosaic: 'rows', tiles: 'columns' }));

  it('never throws', () => {
    fc.assert(
      fc.property(hostile, (body) => {
        for (const direction of Object.values(capabilities(body) ?? {})) expect(direction).toMatch(/^(rows|columns|bottom-up)$/);
      }),
    );
  });
});
