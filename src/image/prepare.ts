import type { Adjustments } from './adjustments.js';
import { compose } from './compose.js';
import { decode } from './decode.js';
import { Decoded } from './decoded.js';
import { encode, type PictureType } from './encode.js';
import { isBlank } from './is-blank.js';
import { adjustedSize, sizeWithin } from './sizes.js';

export interface PrepareOptions {
  /** Longest side of the result in pixels. A smaller picture is left as it is, never enlarged. */
  maxSide: number;
  /** The APIs take 10 MB, which base64 reaches at three quarters of it. */
  maxBytes?: number;
  signal?: AbortSignal;
  /** Default: JPEG, or PNG for what JPEG would blur: drawings and other flat pictures. */
  type?: PictureType;
  adjustments?: Adjustments;
}

export interface Prepared {
  blob: Blob;
  width: number;
  height: number;
}

/** With a picture for as long as it takes; what is only a file is decoded for it. */
async function withPicture<T>(picture: Decoded | Blob, use: (decoded: Decoded) => Promise<T>, signal?: AbortSignal): Promise<T> {
  if (picture instanceof Decoded) return use(picture);
  const decoded = await decode(picture, signal);
  try {
    return await use(decoded);
  } finally {
    decoded.close();
  }
}

/** Any picture the browser can draw, upright, on white, without metadata. Rejects with an `ImageError` or the signal's reason. */
export function prepare(picture: Decoded | Blob, options: PrepareOptions): Promise<Prepared> {
  const { maxSide, maxBytes = 7.4e6, signal, type, adjustments } = options;
  return withPicture(
    picture,
    async (decoded) => {
      const full = adjustedSize(decoded, adjustments);
      for (let side = maxSide; ; side *= 0.7) {
        const { width, height } = sizeWithin(full, side);
        const canvas = await compose(decoded, { width, height }, adjustments, signal);
        const last = width + height === 2;
        const blob = await encode(canvas, {
          type,
          lossy: decoded.header.format === 'jpeg',
          maxBytes: last ? Infinity : maxBytes,
        });
        canvas.width = 0; // Safari counts canvases that are not collected yet against a small budget
        signal?.throwIfAborted();
        if (blob) return { blob, width, height };
        side = Math.max(width, height);
      }
    },
    signal,
  );
}

/** A small one to show. */
export const thumbnail = async (picture: Decoded | Blob, side: number, adjustments?: Adjustments): Promise<Blob> =>
  (await prepare(picture, { maxSide: side, adjustments })).blob;

/** Whether the visitor should be asked before this is paid for, see {@link isBlank}. */
export async function looksBlank(decoded: Decoded, adjustments?: Adjustments): Promise<boolean> {
  const canvas = await compose(decoded, sizeWithin(adjustedSize(decoded, adjustments), 256), adjustments);
  const blank = isBlank(canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height));
  canvas.width = 0;
  return blank;
}
