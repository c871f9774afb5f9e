import { pixcraft } from '../../../src/providers/pixcraft/wire.js';

const parameters = { niche: 'curtains', widthCm: 200, unitWidthCm: 1.5, maxColors: 8 };
const wire = { niche: 'curtains', width_cm: 200, unit_width_cm: 1.5, max_colors: 8 };

it('goes to the documented paths', () =>
  expect(pixcraft.operations).toEqual({
    generate: { method: 'POST', path: '/api/v1/generate', paid: true, type: 'json' },
    pdf: { method: 'POST', path: '/api/v1/generate/pdf', type: 'json' },
    usage: { method: 'GET', path: '/api/v1/usage' },
  }));

it('sends JSON in the API’s own words', async () => {
  const { body, headers } = await pixcraft.write({ url: 'https://a.test/cat.jpg' }, parameters);
  expect(headers).toEqual({ 'Content-Type': 'application/json' });
  expect(JSON.parse(body as string)).toEqual({ image_url: 'https://a.test/cat.jpg', ...wire });
});

it('and the picture in base64', async () => {
  const { body } = await pixcraft.write({ file: new Blob(['cat']) }, parameters);
  expect(JSON.parse(body as string)).toEqual({ image: btoa('cat'), ...wire });
});

it('sends the key as a bearer', () => expect(pixcraft.auth('k')).toEqual({ Authorization: 'Bearer k' }));

it('asks for no more pixels than the pattern can use', () => {
  const side = (more: object) => pixcraft.side!({ widthCm: 200, heightCm: 250, ...more });
  expect(side({ unitWidthCm: 1.5, unitHeightCm: 2 })).toBeCloseTo(4 * (200 / 1.5));
  expect(side({ unitWidthCm: 1 })).toBe(1000);
  expect(side({})).toBeCloseTo((4 * 250) / 0.15);
});
