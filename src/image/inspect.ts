import { readHeader, type Header } from './header.js';
import { ImageError } from './image-error.js';

/** 400 MB when decoded; more closes the tab of a phone. */
const MAX_PIXELS = 100e6;

/** A camera's EXIF, colour profile and depth map come before the size and can be megabytes long. */
const HEADER_BYTES = 2 ** 24;

/**
 * Reads the header, decodes nothing. Rejects with an {@link ImageError} for what is no picture, or too large to be decoded safely, and
 * with the browser's own error for a file that cannot be read at all: moved or changed since it was chosen, or a folder.
 */
export async function inspect(file: Blob): Promise<Header> {
  const header = readHeader(new Uint8Array(await file.slice(0, HEADER_BYTES).arrayBuffer()));
  const { format = '', width = 0, height = 0 } = header ?? {};
  const pixels = width * height;
  if (/MP4|PSD|PDF/.test(format)) throw new ImageError('image-unsupported', format);
  if (pixels > MAX_PIXELS) throw new ImageError('image-too-large', format);
  // HEIC, TIFF and the like need not tell their size: whether this browser draws them is only known by trying.
  if (!pixels && !/[A-Z]|svg/.test(format)) throw new ImageError('image-invalid', format);
  return header!;
}
