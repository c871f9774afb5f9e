import { isFlat } from './flat.js';
import { ImageError } from './image-error.js';

export type PictureType = 'image/jpeg' | 'image/png';

/** A PNG of so many bytes is sent in no time: then nothing needs to be lost. */
const SMALL = 100_000;
/** So many pixels of a photograph may make a PNG of that size. */
const FEW = 2 ** 16;

const toBlob = (canvas: HTMLCanvasElement, type: PictureType) =>
  new Promise<Blob>((resolve, reject) =>
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new ImageError('image-invalid'))), type, 0.95),
  );

/**
 * As PNG what JPEG would blur: drawings and other flat pictures, and what is small either way; everything else as JPEG.
 * @param lossy the picture has been a JPEG: then PNG is only tried where it can win
 * @returns `undefined` when it does not fit into `maxBytes`
 */
export async function encode(
  canvas: HTMLCanvasElement,
  { type, maxBytes = Infinity, lossy }: { type?: PictureType; maxBytes?: number; lossy?: boolean } = {},
): Promise<Blob | undefined> {
  const fits = (blob: Blob) => (blob.size <= maxBytes ? blob : undefined);
  if (type) return fits(await toBlob(canvas, type));
  const jpeg = await toBlob(canvas, 'image/jpeg');
  if (!lossy || canvas.width * canvas.height <= FEW || isFlat(canvas)) {
    const png = await toBlob(canvas, 'image/png');
    // Photographs take four times as much and more.
    if (png.size < 2 * jpeg.size || png.size <= SMALL) return fits(png) ?? fits(jpeg);
  }
  return fits(jpeg);
}
