import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import fc from 'fast-check';
import { adjusted, designKey } from '../../../../src/cache/key/design-key.js';

const parts = {
  provider: 'pixcraft',
  endpoint: 'https://shop.example/patterns',
  picture: 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  parameters: { niche: 'lego', width_cm: 100, height_cm: 80, max_colors: 20 } as Record<string, unknown>,
};

describe('designKey', () => {
  it('is SHA-256 over schema version and parts, spelled canonically', async () => {
    const text =
      '[1,"pixcraft","https://shop.example/patterns","e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",' +
      '{"height_cm":80,"max_colors":20,"niche":"lego","width_cm":100}]';
    expect(await designKey(parts)).toBe(createHash('sha256').update(text).digest('hex'));
  });

  it('is the key under which visitors’ browsers keep this design already', async () => {
    expect(await designKey(parts)).toBe('ffb029b2d6d3352e8f4dfb7b3808eb0523ab8ef511413e7c7fbabbd46165d1ff');
  });

  it('is the same whatever the order, 1 or 1.0, absent or undefined, with or without a slash at the end', async () => {
    const key = await designKey(parts);
    const { niche, ...rest } = parts.parameters;
    expect(await designKey({ ...parts, parameters: { ...rest, niche } })).toBe(key);
    expect(await designKey({ ...parts, parameters: { ...parts.parameters, width_cm: JSON.parse('100.0') } })).toBe(key);
    expect(await designKey({ ...parts, parameters: { ...parts.parameters, color_catalog: undefined } })).toBe(key);
    expect(await designKey({ ...parts, endpoint: parts.endpoint + '/' })).toBe(key);
  });

  it('never looks at an API key', async () => {
    const withKey = { ...parts, apiKey: 'px_live_secret' };
    expect(await designKey(withKey)).toBe(await designKey(parts));
  });

  it('differs when any part differs', async () => {
    const keys = await Promise.all([
      designKey(parts),
      designKey({ ...parts, provider: 'picsart' }),
      designKey({ ...parts, endpoint: 'https://shop.example/other' }),
      designKey({ ...parts, picture: 'https://shop.example/cat.jpg' }),
      designKey({ ...parts, parameters: { ...parts.parameters, width_cm: 101 } }),
      designKey({ ...parts, parameters: { ...parts.parameters, width_cm: '100' } }),
      designKey({ ...parts, parameters: { ...parts.parameters, color_catalog: null } }),
      designKey({ ...parts, parameters: {} }),
    ]);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('has no two parameter sets with one key', async () => {
    const pair = fc.tuple(fc.dictionary(fc.string(), fc.jsonValue()), fc.dictionary(fc.string(), fc.jsonValue()));
    const property = fc.asyncProperty(pair, async ([one, two]) => {
      const [a, b] = await Promise.all([designKey({ ...parts, parameters: one }), designKey({ ...parts, parameters: two })]);
      expect(a === b).toBe(canonicalize(one) === canonicalize(two));
    });
    await fc.assert(property, { seed: 4, numRuns: 200 });
  });
});

describe('a picture with what was done to it', () => {
  const { picture } = parts;

  it.each([
    [undefined],
    [{}],
    [{ turn: 0, mirror: false, brightness: 0, contrast: 0, saturation: 0, crop: undefined }],
    [{ turn: 0, crop: null }],
  ])('untouched by %o it keeps its name, and the design its key', async (adjustments) => {
    expect(adjusted(picture, adjustments)).toBe(picture);
    expect(await designKey({ ...parts, picture: adjusted(picture, adjustments) })).toBe(await designKey(parts));
  });

  it('has another name for each way to touch it, the same for the same', () => {
    const crop = { x: 0, y: 0.25, width: 1, height: 0.5 };
    const names = [
      {},
      { turn: 90 },
      { turn: 180 },
      { mirror: true },
      { brightness: 1 },
      { brightness: -1 },
      { contrast: 1 },
      { saturation: 1 },
      { crop },
      { crop: { ...crop, y: 0 } },
      { crop, turn: 90 },
    ].map((adjustments) => adjusted(picture, adjustments));
    expect(new Set(names).size).toBe(names.length);
    expect(adjusted(picture, { turn: 90, crop })).toBe(adjusted(picture, { crop, turn: 90, mirror: false }));
    expect(adjusted(picture, { turn: 90, mirror: true })).toBe(`${picture}|{"mirror":true,"turn":90}`);
  });
});
