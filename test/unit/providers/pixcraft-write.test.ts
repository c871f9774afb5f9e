import { picsartFace } from '../../../src/providers/picsart/face.js';
import { pixcraftFace } from '../../../src/providers/pixcraft/face.js';
import { pixcraft } from '../../../src/providers/pixcraft/wire.js';
import { serving } from '../../../src/providers/serving.js';
import { whole } from '../../../src/providers/whole.js';

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

describe('how many pixels a pattern can use: four a cell', () => {
  const side = (more: object) => pixcraft.side!({ widthCm: 200, heightCm: 250, ...more });

  it('by the unit that was asked for', () => {
    expect(side({ unitWidthCm: 1.5, unitHeightCm: 2 })).toBeCloseTo(4 * (200 / 1.5));
    expect(side({ niche: 'rugs', unitWidthCm: 1, unitHeightCm: 1 })).toBe(1000);
  });
  it('by the craft’s own, documented or assumed', () => {
    expect(side({ niche: 'curtains' })).toBeCloseTo(4 * (200 / 1.5));
    expect(side({ niche: 'curtains', unitHeightCm: 1 })).toBe(1000);
    expect(side({ niche: 'mosaic' })).toBe(1000);
  });
  it('by the finest of all for a craft that nobody knows', () => expect(side({ niche: 'felt' })).toBeCloseTo((4 * 250) / 0.15));
});

describe('the size of one cell', () => {
  it('is reckoned before the answer', () => {
    expect(pixcraft.unit!({ niche: 'curtains' })).toEqual({ width: 1.5, height: 2 });
    expect(pixcraft.unit!({ niche: 'lego' })).toEqual({ width: 0.8, height: 0.8 });
    expect(pixcraft.unit!({ niche: 'lego', unitWidthCm: 1.6 })).toEqual({ width: 1.6, height: 0.8 });
  });
});

describe('a provider that is whole', () => {
  it('is any registered one, and none without operations', () => {
    const face = { ...pixcraftFace, name: 'acme' };
    expect(whole(face)).toBeUndefined();
    expect(serving(face)).toBeUndefined();
    for (const name of ['constructor', '__proto__', 'toString']) expect(whole({ ...face, name })).toBeUndefined();
    const own = { ...pixcraft, ...face };
    expect(whole(own)).toEqual(own);
  });
  it('replaces a built-in one of the same name', () => {
    const own = { ...pixcraft, ...pixcraftFace, auth: () => ({ 'X-Own': '1' }) };
    expect(whole(own)!.auth('k')).toEqual({ 'X-Own': '1' });
    expect(serving(own)!.auth('k')).toEqual({ 'X-Own': '1' });
  });
  it('needs the way back only where a server stands between', () => {
    expect(whole(pixcraftFace)).not.toHaveProperty('read');
    expect(Object.keys(serving(pixcraftFace)!.lookups!)).toEqual(['niches', 'colors', 'capabilities']);
    expect(serving(picsartFace)).toHaveProperty('read');
  });
});
