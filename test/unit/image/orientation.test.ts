import fc from 'fast-check';
import sharp from 'sharp';
import { findOrientation } from '../../../src/image/orientation.js';

const picture = () => sharp({ create: { width: 60, height: 40, channels: 3, background: '#a53' } });
const KINDS = ['jpeg', 'webp', 'png'] as const;
const make = (kind: (typeof KINDS)[number], orientation: number) =>
  picture().withMetadata({ orientation }).toFormat(kind).toBuffer();

describe('findOrientation', () => {
  for (const kind of KINDS)
    it.each([1, 2, 3, 4, 5, 6, 7, 8])(`${kind}: orientation %i, where it stands`, async (orientation) => {
      const bytes = new Uint8Array(await make(kind, orientation));
      const found = findOrientation(bytes, kind)!;
      expect(found.value).toBe(orientation);
      expect([...bytes.subarray(found.at, found.at + 2)].sort()).toEqual([0, orientation]);
    });

  it.each(KINDS)('%s without EXIF, of another format, or with nonsense', async (kind) => {
    expect(findOrientation(await picture().toFormat(kind).toBuffer(), kind)).toBeUndefined();
    const bytes = new Uint8Array(await make(kind, 6));
    expect(findOrientation(bytes, 'gif')).toBeUndefined();
    bytes[findOrientation(bytes, kind)!.at] = bytes[findOrientation(bytes, kind)!.at + 1] = 9;
    expect(findOrientation(bytes, kind)).toBeUndefined();
  });

  it('never throws, whatever is cut off or changed', async () => {
    const files = await Promise.all(KINDS.map(async (kind) => [kind, await make(kind, 6)] as const));
    fc.assert(
      fc.property(
        fc.constantFrom(...files),
        fc.nat(600),
        fc.array(fc.tuple(fc.nat(400), fc.nat(255))),
        ([kind, file], length, changes) => {
          const bytes = new Uint8Array(file.subarray(0, length));
          for (const [at, value] of changes) if (at < bytes.length) bytes[at] = value;
          const found = findOrientation(bytes, kind);
          if (found) expect(found.value).toBeGreaterThan(0);
        },
      ),
      { numRuns: 2000 },
    );
  });
});
