import fc from 'fast-check';
import sharp from 'sharp';
import { hasAllBlocks } from '../../../src/image/jpeg-blocks.js';
import { finish } from '../../../src/core/slices.js';
import { isWhole, lookForEnd } from '../../../src/image/whole.js';

const [width, height] = [150, 101];
/** Soft shapes with grain: every block of it holds something. */
const pixels = Buffer.from(
  Uint8Array.from({ length: width * height * 3 }, (_, i) => 127 + 90 * Math.sin(i / 211) + ((i * 48271) % 29)),
);
const picture = () => sharp(pixels, { raw: { width, height, channels: 3 } });
const frames = (count: number) =>
  sharp(Buffer.from(Array.from({ length: width * height * count * 3 }, (_, i) => (i * 7) % 251)), {
    raw: { width, height: height * count, channels: 3, pageHeight: height },
  });
const bmp = (bits: number, high = height) => {
  const row = Math.ceil((width * bits) / 32) * 4;
  const bytes = new Uint8Array(54 + row * Math.abs(high));
  const view = new DataView(bytes.buffer);
  view.setUint16(0, 0x424d);
  view.setUint32(10, 54, true);
  view.setUint32(14, 40, true);
  view.setInt32(18, width, true);
  view.setInt32(22, high, true);
  view.setUint16(28, bits, true);
  return bytes;
};

const JPEGS: Record<string, () => Promise<Uint8Array>> = {
  baseline: () => picture().jpeg().toBuffer(),
  'baseline 4:4:4': () => picture().jpeg({ chromaSubsampling: '4:4:4', quality: 95 }).toBuffer(),
  'in greys': () => picture().greyscale().jpeg().toBuffer(),
  progressive: () => picture().jpeg({ progressive: true }).toBuffer(),
  'progressive 4:4:4': () => picture().jpeg({ progressive: true, chromaSubsampling: '4:4:4', quality: 60 }).toBuffer(),
  mozjpeg: () => picture().jpeg({ mozjpeg: true }).toBuffer(),
  'with EXIF and a profile': () => picture().withIccProfile('p3').withMetadata({ orientation: 6 }).jpeg().toBuffer(),
};
const FILES: Record<string, () => Promise<Uint8Array>> = {
  ...Object.fromEntries(Object.entries(JPEGS).map(([name, make]) => ['jpeg ' + name, make])),
  png: () => picture().png().toBuffer(),
  'png palette': () => picture().png({ palette: true }).toBuffer(),
  'webp lossy': () => picture().webp().toBuffer(),
  'webp lossless': () => picture().webp({ lossless: true }).toBuffer(),
  'webp with EXIF': () => picture().withMetadata({ orientation: 6 }).webp().toBuffer(),
  gif: () => picture().gif().toBuffer(),
  'gif animated': () => frames(3).gif().toBuffer(),
  avif: () => picture().avif().toBuffer(),
  'bmp 24': async () => bmp(24),
  'bmp 1, top row first': async () => bmp(1, -height),
};
const formatOf = (name: string) => name.split(' ')[0]!;
const join = (...parts: Uint8Array[]) => new Uint8Array(Buffer.concat(parts));
const made = Object.fromEntries(
  await Promise.all(Object.entries(FILES).map(async ([name, make]) => [name, new Uint8Array(await make())] as const)),
);
const ascii = (text: string) => Uint8Array.from(text, (c) => c.charCodeAt(0));
const repaired = (bytes: Uint8Array) => finish(hasAllBlocks(bytes));

describe('isWhole', () => {
  it.each(Object.entries(made))('%s', (name, bytes) => expect(isWhole(bytes, formatOf(name))).toBe(true));

  it.each(Object.entries(made))('%s: cut anywhere it is not', (name, bytes) => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: bytes.length - 1 }), (length) => {
        // PNG ends with a checksum that nobody misses.
        fc.pre(name[1] !== 'n' || length < bytes.length - 4);
        return !isWhole(bytes.subarray(0, length), formatOf(name));
      }),
      { numRuns: 300, examples: [1, 2, 3, 8, 12].map((less) => [bytes.length - less]) },
    );
  });

  it.each(Object.entries(made))('%s: whatever follows the end does not matter', (name, bytes) => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), (more) => isWhole(join(bytes, more), formatOf(name))));
  });

  it("phones' films and second pictures behind the first: whole, even cut in the film", async () => {
    const [first, second] = [made['jpeg baseline']!, made['jpeg progressive']!];
    const film = join(ascii('\0\0\0\x18ftypmp42'), new Uint8Array(3000).fill(0xff));
    for (const more of [film, second, second.subarray(0, 500), new Uint8Array(4096)])
      expect(isWhole(join(first, more), 'jpeg')).toBe(true);
  });

  it('the end of a thumbnail is not the end of the picture', () => {
    const bytes = made['jpeg baseline']!;
    const exif = join(Uint8Array.from([0xff, 0xe1, 0x03, 0x02]), bytes.subarray(0, 766), Uint8Array.from([0xff, 0xd9]));
    const withThumbnail = join(bytes.subarray(0, 2), exif, bytes.subarray(2));
    expect(isWhole(withThumbnail, 'jpeg')).toBe(true);
    expect(isWhole(withThumbnail.subarray(0, 772), 'jpeg')).toBe(false);
    expect(isWhole(withThumbnail.subarray(0, -2), 'jpeg')).toBe(false);
  });

  it('never throws and never hangs, whatever the bytes', () => {
    const formats = ['jpeg', 'png', 'webp', 'gif', 'bmp', 'avif', 'HEIC', 'svg', 'TIFF'];
    fc.assert(
      fc.property(
        fc.constantFrom(...formats),
        fc.constantFrom(...Object.values(made)),
        fc.uint8Array({ maxLength: 60 }),
        fc.nat(400),
        (format, bytes, noise, at) => {
          const changed = bytes.slice();
          changed.set(noise, Math.min(at, bytes.length - 60));
          expect(isWhole(changed, format)).toBeTypeOf('boolean');
          expect(isWhole(noise, format)).toBeTypeOf('boolean');
          expect(repaired(changed)).toBeTypeOf('boolean');
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('takes a breath at every megabyte', () => {
    const steps = lookForEnd(join(made['jpeg baseline']!.subarray(0, -2), new Uint8Array(2 ** 23).fill(0xff)), 'jpeg');
    let breaths = 0;
    while (!steps.next().done) breaths++;
    expect(breaths).toBeGreaterThan(5);
  });
});

describe('hasAllBlocks', () => {
  it.each(Object.entries(made).filter(([name]) => name.startsWith('jpeg')))(
    '%s: two missing bytes can be mended, more cannot',
    (_, bytes) => {
      expect([1, 2].map((less) => repaired(bytes.subarray(0, -less)))).toEqual([true, true]);
      fc.assert(
        fc.property(fc.integer({ min: 0, max: bytes.length - 3 }), (length) => !repaired(bytes.subarray(0, length))),
        { numRuns: 200, examples: [3, 4, 5, 9].map((less) => [bytes.length - less]) },
      );
    },
  );

  it('restart markers', async () => {
    // sharp writes none: one block, an interval of one unit, and the same block again after each marker.
    const block = await sharp({ create: { width: 8, height: 8, channels: 3, background: '#777' } })
      .jpeg({ chromaSubsampling: '4:4:4' })
      .toBuffer();
    const scan = block.indexOf(Buffer.from([0xff, 0xda]));
    const frame = block.indexOf(Buffer.from([0xff, 0xc0]));
    const body = block.subarray(scan + 2 + block.readUInt16BE(scan + 2), -2);
    const head = Buffer.from(block.subarray(0, scan + 2 + block.readUInt16BE(scan + 2)));
    head.writeUInt16BE(24, frame + 7); // three blocks wide
    const interval = Uint8Array.from([0xff, 0xdd, 0, 4, 0, 1]);
    const mark = (number: number) => Uint8Array.from([0xff, 0xd0 + number]);
    const start = join(head.subarray(0, 2), interval, head.subarray(2));
    expect(repaired(join(start, body, mark(0), body, mark(1), body))).toBe(true);
    expect(repaired(join(start, body, mark(0), body))).toBe(false);
    expect(repaired(join(start, body, body, body))).toBe(false);
  });

  it('a file filled up with zeros is not mended', () => {
    const bytes = made['jpeg baseline']!;
    expect(repaired(join(bytes.subarray(0, bytes.length / 2), new Uint8Array(bytes.length)))).toBe(false);
  });
});
