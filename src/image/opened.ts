import { readAdjustments, type Adjustments } from './adjustments.js';
import { compose } from './compose.js';
import { decode } from './decode.js';
export { bare } from './encode.js';
import type { Decoded } from './decoded.js';
import { looksBlank, prepare, thumbnail, type Prepared, type PrepareOptions } from './prepare.js';
import { adjustedSize, sizeWithin, type Size } from './sizes.js';

// The door of this room, a file of its own: it is fetched when the first picture is chosen.

/** A picture that was chosen, decoded once, and everything that is made from it for as long as it is there. */
export interface Opened {
  decoded: Decoded;
  /** What somebody wishes, in its one form, and the sides that this leaves. Throws a RangeError that names a mistake. */
  adjusted(wishes: unknown): { adjustments?: Adjustments; sides: Size };
  /** What is sent to an API. */
  prepare(options: PrepareOptions): Promise<Prepared>;
  /** A small one to show, at most `side` pixels long. */
  thumbnail(side: number, adjustments?: Adjustments): Promise<Blob>;
  /** Its pixels, as large as fits into a square of that side. */
  pixels(side: number, adjustments?: Adjustments): Promise<ImageData>;
  /** There is (almost) nothing to see on it: to be asked before it is paid for. */
  looksBlank(adjustments?: Adjustments): Promise<boolean>;
  /** Gives the memory back. What is under way rejects with an AbortError. */
  close(): void;
}

/** Rejects with an `ImageError` for what is not a whole picture that this browser can draw. */
export async function open(file: Blob, signal?: AbortSignal): Promise<Opened> {
  const decoded = await decode(file, signal);
  return {
    decoded,
    adjusted(wishes) {
      const adjustments = readAdjustments(wishes);
      return { adjustments, sides: adjustedSize(decoded, adjustments) };
    },
    prepare: (options) => prepare(decoded, options),
    thumbnail: (side, adjustments) => thumbnail(decoded, side, adjustments),
    async pixels(side, adjustments) {
      const size = sizeWithin(adjustedSize(decoded, adjustments), side);
      const canvas = await compose(decoded, size, adjustments);
      const pixels = canvas.getContext('2d')!.getImageData(0, 0, size.width, size.height);
      canvas.width = 0;
      return pixels;
    },
    looksBlank: (adjustments) => looksBlank(decoded, adjustments),
    close: () => decoded.close(),
  };
}
