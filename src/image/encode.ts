import { isFlat } from './flat.js';
import { ImageError } from './image-error.js';

export type PictureType = 'image/jpeg' | 'image/png';

/** A PNG of so many bytes is sent in no time: then nothing needs to be lost. */
const SMALL = 100_000;
/** So many pixels of a photograph may make a PNG of that size. */
const FEW = 2 ** 16;

async function toBlob(canvas: HTMLCanvasElement, type: PictureType): Promise<Blob> {
  const blob = await new Promise<Blob>((resolve, reject) =>
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new ImageError('image-invalid'))), type, 0.95),
  );
  return type === 'image/png' ? bare(blob) : blob;
}

/**
 * Only the chunks without which nothing can be drawn: their names begin with a capital. Firefox adds one, `deBG`, that is another for
 * each visitor, and the same picture has to be the same bytes for all of them: behind the proxy it is paid once.
 * https://www.w3.org/TR/png-3/#5Chunk-naming-conventions
 */
export async function bare(png: Blob): Promise<Blob> {
  const view = new DataView(await png.arrayBuffer());
  const parts = [png.slice(0, 8)];
  for (let at = 8, end; at < view.byteLength; at = end) {
    end = at + 12 + view.getUint32(at);
    if (view.getUint8(at + 4) < 0x60) parts.push(png.slice(at, end));
  }
  return new Blob(parts, { type: png.type });
}

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
