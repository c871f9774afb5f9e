import fc from 'fast-check';
import { picsartFace } from '../../../src/providers/picsart/face.js';
import { pixcraftFace } from '../../../src/providers/pixcraft/face.js';
import type { Field, Parameters, Provider, Upload } from '../../../src/providers/provider.js';
import { serving } from '../../../src/providers/serving.js';
import { snakeName } from '../../../src/providers/snake-name.js';
import { hostile } from './hostile.js';

const pixcraft = serving(pixcraftFace)!;
const picsart = serving(picsartFace)!;

const value = ({ options, min, max, step = 1 }: Field): fc.Arbitrary<string | number> => {
  if (min !== undefined) return fc.integer({ min: Math.ceil(min / step), max: Math.floor(max! / step) }).map((n) => n * step);
  return options ? fc.constantFrom(...options) : fc.stringMatching(/^[A-Za-z][\w-]{0,9}$/);
};
const parametersOf = ({ fields }: Provider) =>
  fc.record(Object.fromEntries(fields.map((field) => [field.name, value(field)])), {
    requiredKeys: [],
    noNullPrototype: true,
  }) as fc.Arbitrary<Parameters>;
const upload: fc.Arbitrary<Upload> = fc.oneof(
  fc.uint8Array({ minLength: 1, maxLength: 2000 }).map((bytes) => ({ file: new Blob([bytes as Uint8Array<ArrayBuffer>]) })),
  fc.webUrl().map((url) => ({ url })),
);

const post = (body: BodyInit, headers: Record<string, string> = {}) =>
  new Request('https://proxy.test/x', { method: 'POST', body, headers });
const json = (body: unknown) => post(JSON.stringify(body), { 'Content-Type': 'application/json' });
const form = (fields: Record<string, string | Blob>) => {
  const body = new FormData();
  for (const [name, field] of Object.entries(fields)) body.append(name, field as string);
  return post(body);
};
const plain = async ({ file, url }: Upload) => ({ url, bytes: file && [...new Uint8Array(await file.arrayBuffer())] });
const refused = (request: Request, provider: Provider) =>
  provider.read!(request).then(
    () => 'taken',
    (error) => error,
  );

for (const provider of [pixcraft, picsart])
  describe(`${provider.name}: what is written is read back`, () => {
    it('picture and parameters, whatever they are', async () => {
      await fc.assert(
        fc.asyncProperty(upload, parametersOf(provider), async (upload, parameters) => {
          const { body, headers } = await provider.write(upload, parameters);
          const read = await provider.read!(post(body, headers));
          expect(read.parameters).toEqual(parameters);
          expect(await plain(read.upload)).toEqual(await plain(upload));
        }),
        { numRuns: 300 },
      );
    });

    it('and written again it is the same', async () => {
      await fc.assert(
        fc.asyncProperty(parametersOf(provider), async (parameters) => {
          const url = 'https://a.test/cat.jpg';
          const text = async (written: Awaited<ReturnType<Provider['write']>>) =>
            typeof written.body === 'string' ? written.body : JSON.stringify([...(written.body as FormData)].sort());
          const first = await provider.write({ url }, parameters);
          const back = await provider.read!(post(first.body, first.headers));
          const second = await provider.write(back.upload, back.parameters);
          const sorted = async (written: typeof first) => [...(await text(written))].sort().join('');
          expect(await sorted(second)).toBe(await sorted(first));
        }),
        { numRuns: 100 },
      );
    });
  });

const cat = btoa('cat');

describe('pixcraft: what others send', () => {
  it('drops what the API does not know', async () => {
    const request = json({ image: cat, width_cm: 30, callback: 'https://evil.test', __proto__: { niche: 'x' }, widthCm: 99 });
    expect((await pixcraft.read!(request)).parameters).toEqual({ widthCm: 30 });
  });

  it('takes a data: address for its bytes, whatever type it claims', async () => {
    const { upload } = await pixcraft.read!(json({ image: `data:text/html;base64,${cat}` }));
    expect(await upload.file!.text()).toBe('cat');
    expect(upload.file!.type).toBe('');
  });

  it('takes null and empty for absent', async () =>
    expect((await pixcraft.read!(json({ image: cat, niche: '', width_cm: null }))).parameters).toEqual({}));

  it.each<[string, unknown, object]>([
    ['a number as text', { image: cat, width_cm: '30' }, { code: 'parameters-invalid', field: 'widthCm' }],
    ['a size out of bounds', { image: cat, width_cm: 9 }, { code: 'parameters-invalid', field: 'widthCm' }],
    ['half a colour', { image: cat, max_colors: 2.5 }, { code: 'parameters-invalid', field: 'maxColors' }],
    ['a number for the niche', { image: cat, niche: 7 }, { code: 'niche-invalid', field: 'niche' }],
    ['an unknown catalogue', { image: cat, color_catalog: 'mine' }, { code: 'parameters-invalid', field: 'colorCatalog' }],
    ['a list for a number', { image: cat, height_cm: [30] }, { code: 'parameters-invalid', field: 'heightCm' }],
    [
      'both a picture and an address',
      { image: cat, image_url: 'https://a.test' },
      { code: 'image-invalid', cause: 'Send either `image` or `image_url`, not both' },
    ],
    ['no picture', { width_cm: 30 }, { code: 'image-invalid', cause: '`image` or `image_url` is missing' }],
    ['a number for the picture', { image: 5 }, { code: 'image-invalid' }],
    ['an empty picture', { image: '' }, { code: 'image-invalid' }],
    ['a picture that is no base64', { image: 'c%t' }, { code: 'image-invalid', cause: '`image` is not base64' }],
    ['an object for the address', { image_url: {} }, { code: 'image-invalid' }],
    ['a list', [], { code: 'image-invalid' }],
    ['null', null, { code: 'image-invalid' }],
  ])('refuses %s', async (_, body, error) =>
    expect(await refused(json(body), pixcraft)).toMatchObject({ name: 'PatternError', ...error }),
  );

  it('refuses what is no JSON', async () =>
    expect(await refused(post('{"image":'), pixcraft)).toMatchObject({ code: 'parameters-invalid' }));

  it('takes or refuses anything, and nothing else', async () => {
    const names = ['image', 'image_url', ...pixcraft.fields.map(({ name }) => snakeName(name))];
    await fc.assert(
      fc.asyncProperty(fc.oneof(hostile, fc.dictionary(fc.constantFrom(...names), hostile)), async (body) => {
        const result = await refused(json(body), pixcraft);
        if (result !== 'taken') expect(result).toMatchObject({ name: 'PatternError' });
      }),
      { numRuns: 500 },
    );
  });
});

describe('picsart: what others send', () => {
  it('drops what the API does not know', async () => {
    const request = form({ image: new Blob(['cat']), scale: '2', callback: 'https://evil.test', toString: 'x' });
    expect((await picsart.read!(request)).parameters).toEqual({ scale: 2 });
  });

  it('takes an address-encoded form too', async () =>
    expect(await picsart.read!(post(new URLSearchParams({ image_url: 'https://a.test/', offset_x: '-5' })))).toEqual({
      upload: { url: 'https://a.test/' },
      parameters: { offsetX: -5 },
    }));

  it.each<[string, Record<string, string | Blob>, object]>([
    ['a word for a number', { image: new Blob(['x']), width: 'wide' }, { code: 'parameters-invalid', field: 'width' }],
    ['a file for a number', { image: new Blob(['x']), width: new Blob(['9']) }, { code: 'parameters-invalid', field: 'width' }],
    ['an unknown pattern', { image: new Blob(['x']), pattern: 'stripes' }, { code: 'parameters-invalid', field: 'pattern' }],
    ['no picture', { scale: '1' }, { code: 'image-invalid', cause: '`image` or `image_url` is missing' }],
    ['text for the picture', { image: 'cat' }, { code: 'image-invalid' }],
    ['an empty picture', { image: new Blob([]) }, { code: 'image-invalid' }],
    ['a file for the address', { image_url: new Blob(['x']) }, { code: 'image-invalid' }],
  ])('refuses %s', async (_, fields, error) =>
    expect(await refused(form(fields), picsart)).toMatchObject({ name: 'PatternError', ...error }),
  );

  it('refuses what is no form', async () =>
    expect(await refused(json({}), picsart)).toMatchObject({ code: 'parameters-invalid' }));
});
