import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import fc from 'fast-check';
import { designKey } from '../../../../src/cache/key/design-key.js';

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
