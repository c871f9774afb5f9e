import fc from 'fast-check';
import sharp from 'sharp';
import { finish } from '../../../src/core/slices.js';
import { matchChecksums } from '../../../src/image/png-checksums.js';

const noise = (side: number) =>
  sharp(Buffer.from(Uint8Array.from({ length: side * side * 3 }, (_, i) => (i * 48271 * (i >> 3)) % 251)), {
    raw: { width: side, height: side, channels: 3 },
  })
    .withMetadata({ orientation: 6 })
    .png()
    .toBuffer();
const made = await noise(60);
const pixels = made.indexOf('IDAT');
const length = made.readUInt32BE(pixels - 4);
const fits = (bytes: Uint8Array) => finish(matchChecksums(bytes));

it('the pixels that were written fit, of a large file as well, in steps', async () => {
  expect(fits(made)).toBe(true);
  const large = await noise(700);
  expect(fits(large)).toBe(true);
  expect([...matchChecksums(large)].length).toBeGreaterThan(1);
});

it('any byte of them that is another one is found; what is said beside them does not matter', () => {
  fc.assert(
    fc.property(fc.nat(length - 1), fc.integer({ min: 1, max: 255 }), (at, change) => {
      const other = Uint8Array.from(made);
      other[pixels + 4 + at]! ^= change;
      return !fits(other);
    }),
  );
  const turned = Uint8Array.from(made);
  const exif = made.indexOf('eXIf');
  expect(exif).toBeGreaterThan(0);
  turned[exif + 20]! ^= 1;
  expect(fits(turned)).toBe(true);
});

it('whatever the bytes are, it comes to an end', () => {
  fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => typeof fits(bytes) === 'boolean'));
});
