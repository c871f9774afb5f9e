import fc from 'fast-check';
import { refusal } from '../../../src/providers/refusal.js';
import { picsartFace } from '../../../src/providers/picsart/face.js';
import { pixcraftFace } from '../../../src/providers/pixcraft/face.js';
import type { Provider } from '../../../src/providers/provider.js';
import { whole } from '../../../src/providers/whole.js';
import { hostile } from './hostile.js';

const said = (status: number, body: unknown, provider: Provider = whole(pixcraftFace)!) =>
  refusal({ status, headers: new Headers(), body }, provider);
const error = (code: string, message = '') => ({ error: true, code, message, docs: 'https://www.pixcraft.es/docs' });

it.each([
  ['INVALID_NICHE', 'niche-invalid'],
  ['INVALID_IMAGE', 'image-invalid'],
  ['IMAGE_TOO_LARGE', 'image-too-large'],
  ['INVALID_DIMENSIONS', 'parameters-invalid'],
  ['MISSING_REQUIRED_FIELD', 'parameters-invalid'],
])('PixCraft’s %s is %s', (code, ours) => expect(said(400, error(code))).toMatchObject({ code: ours }));

it.each([
  [400, 'parameters-invalid'],
  [422, 'parameters-invalid'],
  [401, 'unauthorized'],
  [403, 'forbidden'],
  [413, 'image-too-large'],
  [415, 'image-unsupported'],
  [404, 'misconfigured'],
  [405, 'misconfigured'],
  [431, 'misconfigured'],
])('%d without a code is %s', (status, code) => {
  for (const body of [undefined, null, {}, 'page', { message: 'no' }]) expect(said(status, body)).toMatchObject({ code });
});

it('the API’s own code goes before the status', () =>
  expect(said(413, error('INVALID_NICHE'))).toEqual({ code: 'niche-invalid' }));

it.each([
  [301, undefined],
  [302, { code: 'INVALID_NICHE' }],
  [307, { message: 'width_cm moved' }],
])('a redirect (%i) is the owner’s to mend, whatever it says', (status, body) =>
  expect(said(status, body)).toEqual({ code: 'misconfigured' }),
);

describe('which parameter it is', () => {
  it.each([
    ['width_cm must be between 10 and 1000', 'widthCm'],
    ['unit_width_cm must be positive', 'unitWidthCm'],
    ['unit_height_cm must be positive', 'unitHeightCm'],
    ['HEIGHT_CM is required', 'heightCm'],
    ['max_colors is no number', 'maxColors'],
    ['niche is required', 'niche'],
    ['something is wrong', undefined],
  ])('%s', (message, field) => {
    expect(said(400, error('INVALID_DIMENSIONS', message))).toEqual({ code: 'parameters-invalid', field });
    expect(said(422, { detail: [{ msg: message }] }).field).toBe(field);
  });

  it.each([
    ['Unsupported image format', 'image-invalid', undefined],
    ['The image width is too small', 'image-invalid', undefined],
    ['Failed to generate pattern', 'parameters-invalid', undefined],
    ['This scale of abuse is not tolerated', 'parameters-invalid', undefined],
    ['`format` must be one of JPG, PNG, WEBP', 'parameters-invalid', 'format'],
    ["Invalid value for 'scale'", 'parameters-invalid', 'scale'],
    ['Width must be a whole number', 'parameters-invalid', 'width'],
    ['offset_x: not a number', 'parameters-invalid', 'offsetX'],
    ['xoffset_x is unknown', 'parameters-invalid', undefined],
  ])('as a whole word that is meant as a name: %s', (message, code, field) =>
    expect(said(400, { message }, whole(picsartFace)!)).toEqual(
      field || code === 'parameters-invalid' ? { code, field } : { code },
    ),
  );

  it('where a list of places names it alone', () =>
    expect(said(422, { detail: [{ loc: ['body', 'rotate'], msg: 'value is not a number' }] }, whole(picsartFace)!)).toEqual({
      code: 'parameters-invalid',
      field: 'rotate',
    }));

  it.each([
    [413, {}, 'image-too-large'],
    [415, {}, 'image-unsupported'],
    [401, {}, 'unauthorized'],
    [400, { code: 'INVALID_IMAGE' }, 'image-invalid'],
    [400, { code: 'INVALID_NICHE' }, 'niche-invalid'],
  ])('only for what is about parameters: not %i %o', (status, body, code) =>
    expect(said(status, { ...body, message: 'width_cm must be positive' })).toEqual({ code }),
  );

  it('a missing picture is the picture’s fault', () =>
    expect(said(400, error('MISSING_REQUIRED_FIELD', 'image or image_url is required'))).toEqual({ code: 'image-invalid' }));

  it('Picsart’s, by its own names', () => {
    const picsart = whole(picsartFace)!;
    expect(said(400, { message: 'offset_x must be a number' }, picsart)).toEqual({
      code: 'parameters-invalid',
      field: 'offsetX',
    });
    expect(said(422, { detail: 'scale must be between 0.5 and 10' }, picsart)).toMatchObject({ field: 'scale' });
  });
});

it('whatever the body says, the code is one of ours', () => {
  const ours = /^(niche|image|parameters)-(invalid|too-large|unsupported)$|^(unauthorized|forbidden|misconfigured)$/;
  const code = fc.oneof(fc.constantFrom('constructor', 'toString', '__proto__', 'hasOwnProperty'), hostile);
  fc.assert(
    fc.property(
      fc.constantFrom(400, 401, 403, 404, 413, 415, 418, 422),
      fc.oneof(hostile, fc.record({ code, message: hostile })),
      (status, body) => {
        const { code, field } = said(status, body);
        expect(code).toMatch(ours);
        expect([undefined, ...pixcraftFace.fields.map(({ name }) => name)]).toContain(field);
      },
    ),
    { numRuns: 2000 },
  );
});
