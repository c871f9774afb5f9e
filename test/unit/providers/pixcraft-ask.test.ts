import fc from 'fast-check';
import { pixcraftFace } from '../../../src/providers/pixcraft-face.js';
import { pixcraft } from '../../../src/providers/pixcraft.js';
import { hostile } from './hostile.js';

const parameters = { niche: 'curtains', widthCm: 200, unitWidthCm: 1.5, maxColors: 8 };
const wire = { niche: 'curtains', width_cm: 200, unit_width_cm: 1.5, max_colors: 8 };
const offers = (body: unknown) => pixcraft.offers!.read(body);

it.each([
  ['generate', '/api/v1/generate'],
  ['pdf', '/api/v1/generate/pdf'],
] as const)('%s asks %s in the API’s own words', async (name, path) => {
  const ask = await pixcraft[name]!({ url: 'https://a.test/cat.jpg' }, parameters);
  expect(ask).toMatchObject({ path, method: 'POST', headers: { 'Content-Type': 'application/json' } });
  expect(JSON.parse(ask.body as string)).toEqual({ image_url: 'https://a.test/cat.jpg', ...wire });
});

it('sends the key as a bearer', () => expect(pixcraft.auth('k')).toEqual({ Authorization: 'Bearer k' }));

it('asks for no more pixels than the pattern can use', () => {
  const side = (more: object) => pixcraft.side!({ widthCm: 200, heightCm: 250, ...more });
  expect(side({ unitWidthCm: 1.5, unitHeightCm: 2 })).toBeCloseTo(4 * (200 / 1.5));
  expect(side({ unitWidthCm: 1 })).toBe(1000);
  expect(side({})).toBeCloseTo((4 * 250) / 0.15);
});

describe('what may be chosen', () => {
  it.each<[string, unknown]>([
    ['a list of its own', [{ id: 'felt', name: 'Felt', default_unit: { width_cm: 2, height_cm: 3 } }]],
    ['niches', { niches: [{ id: 'felt', label: 'Felt', unit: { width: 2, height: 3 } }] }],
    ['data', { data: [{ niche: 'felt', name: 'Felt', unit_width_cm: 2, unit_height_cm: 3 }] }],
    ['default units', { niches: [{ id: 'felt', name: 'Felt', default_unit_width_cm: '2', default_unit_height_cm: '3' }] }],
  ])('%s', (_, body) =>
    expect(offers(body)).toEqual([{ id: 'felt', name: 'Felt', brings: { unitWidthCm: 2, unitHeightCm: 3 } }]),
  );

  it('a square unit, and none', () => {
    expect(offers([{ id: 'a', width_cm: 2 }])).toEqual([{ id: 'a', name: 'a', brings: { unitWidthCm: 2, unitHeightCm: 2 } }]);
    expect(offers([{ id: 'a' }, { id: 'b', width_cm: -1 }])).toEqual([
      { id: 'a', name: 'a' },
      { id: 'b', name: 'b' },
    ]);
  });

  it('is never of a shape that a menu cannot show', () => {
    fc.assert(
      fc.property(fc.oneof(hostile, fc.record({ niches: fc.array(hostile) })), (body) => {
        for (const { id, name, brings = {} } of offers(body)) {
          expect([typeof id, typeof name]).toEqual(['string', 'string']);
          for (const value of Object.values(brings)) expect(Number.isFinite(value) && +value > 0).toBe(true);
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('without the API’s word, the documented unit of curtains', () => {
    const curtains = pixcraftFace.menu!.choices.find(({ id }) => id === 'curtains');
    expect(curtains!.brings).toEqual({ unitWidthCm: 1.5, unitHeightCm: 2 });
  });
});
