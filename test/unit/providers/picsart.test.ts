import fc from 'fast-check';
import { picsart } from '../../../src/providers/picsart/wire.js';
import { hostile } from './hostile.js';

const answer = { status: 'success', data: { id: 'x', url: 'https://cdn.test/x.jpg' } };
const quota = (body: unknown, credits?: string) =>
  picsart.quota!(body, new Headers(credits === undefined ? {} : { 'X-Picsart-Credit-Available': credits }));

describe('what is sent', () => {
  const parameters = { pattern: 'hex', offsetX: -5, scale: 1.5, format: 'JPG' };
  const sent = async (upload: object) => {
    const { body, headers } = await picsart.write(upload, parameters);
    return { headers, fields: Object.fromEntries(body as FormData) };
  };

  it('goes to the documented paths', () =>
    expect(picsart.operations).toEqual({
      generate: {
        method: 'POST',
        path: '/background/pattern',
        aliases: ['/background/texture'],
        paid: true,
        type: 'multipart',
      },
      usage: { method: 'GET', path: '/balance' },
    }));

  it('is a form with the picture', async () => {
    const { headers, fields } = await sent({ file: new Blob(['cat'], { type: 'image/png' }) });
    // The browser writes the boundary itself.
    expect(headers).toBeUndefined();
    const { image, ...rest } = fields;
    expect(await (image as File).text()).toBe('cat');
    expect(rest).toEqual({ pattern: 'hex', offset_x: '-5', scale: '1.5', format: 'JPG' });
  });

  it('or with its address', async () => {
    const { fields } = await sent({ url: 'https://a.test/cat.jpg' });
    expect(fields).toMatchObject({ image_url: 'https://a.test/cat.jpg' });
    expect(fields).not.toHaveProperty('image');
  });

  it('has the key in its own header', () => expect(picsart.auth('k')).toEqual({ 'X-Picsart-API-Key': 'k' }));
});

describe('result', () => {
  it('hands on the answer with where its picture is', () => {
    expect(picsart.result(answer, {})).toEqual({ provider: 'picsart', materials: [], guide: [], raw: answer });
    expect(picsart.picture!(answer)).toBe('https://cdn.test/x.jpg');
  });

  it.each<unknown>([undefined, null, 'OK', [], {}, { data: {} }, { data: { url: '' } }, { data: { url: null } }])(
    'throws the one clear error at %j',
    (body) => {
      expect(() => picsart.result(body, {})).toThrow('No picture in the answer');
      expect(picsart.picture!(body)).toBeUndefined();
    },
  );

  it('never throws anything else', () => {
    fc.assert(
      fc.property(fc.oneof(hostile, fc.record({ data: fc.record({ url: hostile }) })), (body) => {
        try {
          expect(picsart.result(body, {}).raw).toBe(body);
          expect(typeof picsart.picture!(body)).toBe('string');
        } catch (error) {
          expect((error as Error).message).toBe('No picture in the answer');
        }
      }),
      { numRuns: 1000 },
    );
  });
});

describe('quota', () => {
  it.each<[string, unknown, string | undefined, number]>([
    ['the header', {}, '190', 190],
    ['the free counter', { credits: 200 }, undefined, 200],
    ['the header before the body', { credits: 200 }, '190', 190],
    ['none left', {}, '0', 0],
    ['none left, says the counter', { credits: 0 }, undefined, 0],
    ['less than none', { credits: -4 }, undefined, 0],
    ['the body where the header is none', { credits: 200 }, 'plenty', 200],
  ])('%s', (_, body, header, remaining) => expect(quota(body, header)).toEqual({ kind: 'credits', remaining }));

  it.each<[unknown, string?]>([[{}], [answer], [null], [{ credits: 'many' }], [{}, 'plenty'], [{}, '']])(
    'knows nothing from %j and %j',
    (body, header) => expect(quota(body, header)).toBeUndefined(),
  );

  it('never throws and never tells a number that is none', () => {
    fc.assert(
      fc.property(fc.oneof(hostile, fc.record({ credits: hostile })), (body) => {
        const { remaining = 0 } = quota(body) ?? {};
        expect(Number.isFinite(remaining) && +remaining >= 0).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });
});
