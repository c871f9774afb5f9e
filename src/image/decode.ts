import type { Header } from './header.js';
import { ImageError } from './image-error.js';
import { svgAtSide } from './svg.js';

export type Picture = ImageBitmap | HTMLImageElement;

/**
 * Upright pixels, decoded off the main thread, and at full size on purpose: Chromium resizes bitmaps on the main thread.
 * HEIC, TIFF and the like get their chance here: the browser knows best what it can draw.
 */
export async function decode(file: Blob, { format }: Header, side: number): Promise<Picture> {
  const svg = format === 'svg';
  // A type of the file's own may be wrong; without one the content decides.
  const blob = svg ? new Blob([svgAtSide(await file.text(), side)], { type: 'image/svg+xml' }) : new Blob([file]);
  try {
    return await createImageBitmap(blob, { imageOrientation: 'from-image' });
  } catch (cause) {
    // It refuses every SVG, and browsers that lack it or this option (Safari before 17) throw something else than a DOMException.
    // An <img> draws those, upright too, but it also accepts broken pictures, so it is no second opinion on others.
    const image = (svg || !(cause instanceof DOMException)) && (await load(blob));
    if (image) return image;
    throw new ImageError(/[A-Z]|avif/.test(format) ? 'image-unsupported' : 'image-invalid', format, cause);
  }
}

/** Never put into the page: as an image, a drawing runs no script and loads nothing. */
async function load(blob: Blob): Promise<HTMLImageElement | void> {
  const image = new Image();
  image.src = URL.createObjectURL(blob);
  const loaded = await image.decode().then(
    () => image,
    () => {},
  );
  URL.revokeObjectURL(image.src);
  return loaded;
}
