import fc from 'fast-check';
import sharp from 'sharp';
import { readHeader } from '../../../src/image/header.js';
import { ImageError } from '../../../src/image/image-error.js';
import { inspect } from '../../../src/image/inspect.js';

const [width, height] = [123, 45];
const picture = (channels: 3 | 4 = 3) =>
  sharp({ create: { width, height, channels, background: { r: 200, g: 30, b: 60, alpha: 0.5 } } });
const ascii = (text: string) => Uint8Array.from(text, (c) => c.charCodeAt(0));
const join = (...parts: (Uint8Array | number[])[]) => {
  const all = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
};
const segment = (marker: number, length: number) =>
  join([0xff, marker, (length + 2) >> 8, (length + 2) & 255], new Uint8Array(length));

/** The start of a JPEG of any size, with `extra` before its frame. */
const jpeg = (wide: number, high: number, sof = 0xc0, ...extra: (Uint8Array | number[])[]) =>
  join([0xff, 0xd8], ...extra, [
    0xff,
    sof,
    0,
    17,
    8,
    high >> 8,
    high & 255,
    wide >> 8,
    wide & 255,
    3,
    1,
    0x22,
    0,
    2,
    0x11,
    1,
    3,
    0x11,
    1,
  ]);

const FILES: Record<string, () => Promise<Uint8Array>> = {
  'jpeg baseline': () => picture().jpeg().toBuffer(),
  'jpeg progressive': () => picture().jpeg({ progressive: true }).toBuffer(),
  'jpeg with a colour profile': () => picture().withIccProfile('p3').jpeg().toBuffer(),
  png: () => picture().png().toBuffer(),
  'png with alpha': () => picture(4).png().toBuffer(),
  'png palette': () => picture().png({ palette: true }).toBuffer(),
  gif: () => picture().gif().toBuffer(),
  'webp lossy': () => picture().webp().toBuffer(),
  'webp lossless': () => picture().webp({ lossless: true }).toBuffer(),
  'webp with alpha': () => picture(4).webp().toBuffer(),
  'webp with EXIF': () => picture().withMetadata({ orientation: 6 }).webp().toBuffer(),
  avif: () => picture().avif().toBuffer(),
  'avif with alpha': () => picture(4).avif().toBuffer(),
};

describe('readHeader', () => {
  it.each(Object.entries(FILES))('%s: format and size', async (name, make) => {
    const format = name.split(' ')[0];
    expect(readHeader(await make())).toEqual({
      format,
      promise: format === 'avif' ? 'if-the-browser-can' : 'always',
      width,
      height,
    });
  });

  it.each([1, 2, 3, 4, 5, 6, 7, 8])('EXIF orientation %i: the sides as stored', async (orientation) => {
    expect(readHeader(await picture().withMetadata({ orientation }).jpeg().toBuffer())).toMatchObject({
      format: 'jpeg',
      width,
      height,
    });
  });

  it.each([0xc0, 0xc1, 0xc2, 0xc3, 0xc5, 0xc9, 0xcf])('JPEG frame marker %i', (sof) => {
    expect(readHeader(jpeg(300, 200, sof))).toMatchObject({ format: 'jpeg', width: 300, height: 200 });
  });

  it('JPEG: walks past tables, megabytes of EXIF, fill and stray bytes', () => {
    const exif = Array.from({ length: 40 }, () => segment(0xe1, 65_000));
    const bytes = jpeg(
      300,
      200,
      0xc2,
      ...exif,
      segment(0xc4, 30),
      segment(0xc8, 3),
      segment(0xcc, 4),
      [0xff, 0xff, 7, 0, 0xff, 0xff],
    );
    expect(readHeader(bytes)).toMatchObject({ format: 'jpeg', width: 300, height: 200 });
  });

  it('JPEG: the thumbnail inside the EXIF is not the picture', () => {
    const app1 = join([0xff, 0xe1, 0, 100], jpeg(16, 12), new Uint8Array(98 - jpeg(16, 12).length));
    expect(readHeader(jpeg(300, 200, 0xc0, app1))).toMatchObject({ format: 'jpeg', width: 300, height: 200 });
  });

  it('BMP, also stored top row first', () => {
    const bmp = (high: number) => {
      const bytes = join(ascii('BM'), new Uint8Array(60));
      const view = new DataView(bytes.buffer);
      view.setUint32(14, 40, true);
      view.setInt32(18, width, true);
      view.setInt32(22, high, true);
      return bytes;
    };
    for (const high of [height, -height]) expect(readHeader(bmp(high))).toMatchObject({ format: 'bmp', width, height });
    expect(readHeader(ascii('BMX racing is a cycle sport performed on bicycles'))).toBeUndefined();
  });

  it.each([
    '<svg viewBox="0 0 40 20"/>',
    '\xef\xbb\xbf<?xml version="1.0"?>\n<!-- <b> -->\n<!DOCTYPE svg [<!ENTITY a "b">]>\n<svg\nviewBox="0 0 9 8">',
  ])('SVG, which has no size of its own: %j', (text) => {
    expect(readHeader(ascii(text))).toEqual({ format: 'svg', promise: 'always' });
  });

  it.each([
    ['HEIC', '\0\0\0\x18ftypheic\0\0\0\0mif1heic'],
    ['HEIC', '\0\0\0\x18ftypmif1\0\0\0\0mif1heic'],
    ['avif', '\0\0\0\x18ftypmif1\0\0\0\0mif1avif'],
    ['MP4', '\0\0\0\x18ftypisom\0\0\0\0isommp42'],
    ['TIFF', 'II*\0\x08\0\0\0'],
    ['TIFF', 'MM\0*\0\0\0\x08'],
    ['PDF', '%PDF-1.7\n'],
    ['PSD', '8BPS\0\x01'],
    ['RAW', '\0\0\0\x18ftypcrx \0\0\0\x01crx isom'],
    ['RAW', 'II*\0\x10\0\0\0CR\x02\0'],
    ['RAW', 'FUJIFILMCCD-RAW '],
    ['JPEG XL', '\xff\x0a\0\0'],
    ['JPEG XL', '\0\0\0\x0cJXL \r\n\x87\n'],
  ])('names %s', (format, text) => {
    expect(readHeader(ascii(text))?.format).toBe(format);
  });

  it('TIFF made by sharp', async () => expect(readHeader(await picture().tiff().toBuffer())?.format).toBe('TIFF'));

  it.each(['', 'hello', '<!doctype html><title>svg</title>', '<svgfoo >', 'PK\x03\x04', '\0'])('knows nothing of %j', (text) => {
    expect(readHeader(ascii(text))).toBeUndefined();
  });

  it('takes a view into a larger buffer', async () => {
    const bytes = await FILES.png!();
    expect(readHeader(join([1, 2, 3], bytes, [4]).subarray(3, 3 + bytes.length))).toMatchObject({ format: 'png', width, height });
  });

  it('never throws, whatever is cut off or changed', async () => {
    const files = await Promise.all(Object.values(FILES).map((make) => make()));
    fc.assert(
      fc.property(
        fc.constantFrom(...files),
        fc.nat(3000),
        fc.array(fc.tuple(fc.nat(400), fc.nat(255))),
        (file, length, changes) => {
          const bytes = file.slice(0, length);
          for (const [at, value] of changes) if (at < bytes.length) bytes[at] = value;
          const header = readHeader(bytes);
          if (header) expect(header.format).toBeTypeOf('string');
        },
      ),
      { numRuns: 2000 },
    );
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (noise) => void readHeader(join([0xff, 0xd8, 0xff], noise))),
      { numRuns: 500 },
    );
  });

  it.each(['<svg', '<svg ', '<', '<!--', '\xff\xd8\xff\xe0\0\0', '\xff\xd8\xff\xff', '\0\x14ispe', '<svg viewBox="'])(
    'reads megabytes of %j without hanging',
    (part) => {
      readHeader(ascii(part.repeat(2 ** 21 / part.length))); // backtracking would take hours
    },
  );
});

describe('inspect', () => {
  const refusal = (bytes: Uint8Array) =>
    inspect(new Blob([bytes as BlobPart])).then(
      () => undefined,
      (error) => error as ImageError,
    );

  it('accepts what can be drawn, whatever it calls itself', async () => {
    for (const make of Object.values(FILES))
      expect(await inspect(new Blob([(await make()) as BlobPart], { type: 'text/plain' }))).toMatchObject({ width, height });
  });

  it('finds the size behind 5 MB of EXIF', async () => {
    const bytes = jpeg(300, 200, 0xc0, ...Array.from({ length: 80 }, () => segment(0xe1, 65_000)));
    expect(await inspect(new Blob([bytes]))).toMatchObject({ width: 300, height: 200 });
  });

  it.each([
    ['20000×14000', 20_000, 14_000],
    ['over 100 megapixels', 10_001, 10_000],
  ])('refuses a bomb: %s', async (_, wide, high) => {
    expect(await refusal(jpeg(wide, high))).toMatchObject({ code: 'image-too-large', format: 'jpeg' });
  });

  it('lets 100 megapixels and long drawings through', async () => {
    expect(await refusal(jpeg(10_000, 10_000))).toBeUndefined();
    expect(await refusal(ascii('<svg viewBox="0 0 90000 90000"/>'))).toBeUndefined();
  });

  it.each(['', 'hello', '\xff\xd8\xff\xe0', '\x89PNG\r\n\x1a\n', 'GIF89a\0\0\0\0'])('refuses %j as no picture', async (text) => {
    const error = await refusal(ascii(text));
    expect(error).toBeInstanceOf(ImageError);
    expect(error?.code).toBe('image-invalid');
  });

  it.each([
    ['PDF', '%PDF-1.7'],
    ['PSD', '8BPS'],
    ['MP4', '\0\0\0\x18ftypqt  '],
    ['RAW', 'FUJIFILMCCD-RAW '],
  ])('refuses %s by name', async (format, text) => {
    expect(await refusal(ascii(text))).toMatchObject({ code: 'image-unsupported', format });
  });

  it('leaves HEIC and TIFF to be tried', async () => {
    expect(await refusal(ascii('\0\0\0\x18ftypheic\0\0\0\0'))).toBeUndefined();
    expect(await refusal(ascii('II*\0'))).toBeUndefined();
  });

  it('tells how large is too large', async () => {
    expect(await refusal(jpeg(20_000, 14_000))).toMatchObject({ code: 'image-too-large', megapixels: 280, limit: 100 });
    const long = { size: 3e8, slice: () => new Blob([jpeg(300, 200)]) } as unknown as Blob;
    await expect(inspect(long)).rejects.toMatchObject({ code: 'image-too-large', format: 'jpeg', bytes: 3e8, limit: 256e6 });
  });

  it.each(['NotReadableError', 'NotFoundError'])('a file that was moved or changed since it was chosen: %s', async (name) => {
    const cause = new DOMException('moved', name);
    const file = { size: 9, slice: () => ({ arrayBuffer: () => Promise.reject(cause) }) } as unknown as Blob;
    await expect(inspect(file)).rejects.toMatchObject({ code: 'image-invalid', reason: 'changed', cause });
  });
});
