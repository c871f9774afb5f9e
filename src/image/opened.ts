import type { Adjustments } from './adjustments.js';
import { decode } from './decode.js';
import type { Decoded } from './decoded.js';
import { looksBlank, prepare, thumbnail, type Prepared, type PrepareOptions } from './prepare.js';

// The door of this room, a file of its own: it is fetched when the first picture is chosen.

/** A picture that was chosen, decoded once, and everything that is made from it for as long as it is there. */
export interface Opened {
  decoded: Decoded;
  /** What is sent to an API. */
  prepare(options: PrepareOptions): Promise<Prepared>;
  /** A small one to show, at most `side` pixels long. */
  thumbnail(side: number, adjustments?: Adjustments): Promise<Blob>;
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
    prepare: (options) => prepare(decoded, options),
    thumbnail: (side, adjustments) => thumbnail(decoded, side, adjustments),
    looksBlank: (adjustments) => looksBlank(decoded, adjustments),
    close: () => decoded.close(),
  };
}

export { adjustedSize, compose, sizeWithin } from './compose.js';
