import { decode } from './decode.js';
import { draw } from './draw.js';
import { inspect } from './inspect.js';

export interface PrepareOptions {
  /** Longest side of the result in pixels. A smaller picture is left as it is, never enlarged. */
  maxSide: number;
  /** The APIs take 10 MB, which base64 reaches at three quarters of it. */
  maxBytes?: number;
  signal?: AbortSignal;
  /** Default: JPEG, or PNG for what JPEG would blur: drawings and other flat pictures. */
  type?: 'image/jpeg' | 'image/png';
}

export interface Prepared {
  blob: Blob;
  width: number;
  height: number;
}

/** Any picture the browser can draw, upright, on white, without metadata. Rejects with an `ImageError` or the signal's reason. */
export async function prepare(file: Blob, options: PrepareOptions): Promise<Prepared> {
  const { maxSide, maxBytes = 7.4e6, signal, type } = options;
  const header = await inspect(file);
  const picture = await decode(file, header, maxSide);
  try {
    const scale = Math.min(1, maxSide / Math.max(picture.width, picture.height));
    const width = Math.round(picture.width * scale) || 1;
    const height = Math.round(picture.height * scale) || 1;
    const canvas = await draw(picture, width, height, signal);
    let blob = await encode(canvas, type);
    if (!type && header.format !== 'jpeg') {
      const png = await encode(canvas, 'image/png');
      if (png.size < 2 * blob.size) blob = png; // photographs take four times as much and more
    }
    canvas.width = 0; // Safari counts canvases that are not collected yet against a small budget
    signal?.throwIfAborted();
    if (blob.size > maxBytes && width + height > 2)
      return await prepare(file, { ...options, maxSide: Math.max(width, height) * 0.7 });
    return { blob, width, height };
  } finally {
    (picture as Partial<ImageBitmap>).close?.();
  }
}

const encode = (canvas: HTMLCanvasElement, type = 'image/jpeg') =>
  new Promise<Blob>((resolve) => canvas.toBlob(resolve as BlobCallback, type, 0.95));
