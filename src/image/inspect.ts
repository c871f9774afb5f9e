import { readHeader, type Header } from './header.js';
import { ImageError } from './image-error.js';

/** 400 MB when decoded; more closes the tab of a phone. */
const MAX_MEGAPIXELS = 100;

/** The largest photographs that a camera stores are well below; more is no picture, or too much to be read at once. */
const MAX_BYTES = 256e6;

/** A camera's EXIF, colour profile and depth map come before the size and can be megabytes long. */
const HEADER_BYTES = 2 ** 24;

/** Bytes of a file that may have been moved, changed or taken away since it was chosen; or it is a folder. */
export async function read(file: Blob): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = await file.arrayBuffer().catch((cause) => {
    throw new ImageError('image-invalid', { reason: 'changed', cause });
  });
  // Firefox reads what the file holds by now.
  if (bytes.byteLength !== file.size) throw new ImageError('image-invalid', { reason: 'changed' });
  return new Uint8Array(bytes);
}

/**
 * Reads the header, decodes nothing. Rejects with an {@link ImageError} for what is no picture, can be drawn by no browser, or is too
 * large to be decoded safely.
 */
export async function inspect(file: Blob): Promise<Header> {
  const header = readHeader(await read(file.slice(0, HEADER_BYTES)));
  if (!header) throw new ImageError('image-invalid');
  const { format, promise, width = 0, height = 0 } = header;
  if (promise === 'never') throw new ImageError('image-unsupported', { format });
  if (file.size > MAX_BYTES) throw new ImageError('image-too-large', { format, bytes: file.size, limit: MAX_BYTES });
  const megapixels = (width * height) / 1e6;
  if (megapixels > MAX_MEGAPIXELS) throw new ImageError('image-too-large', { format, megapixels, limit: MAX_MEGAPIXELS });
  // What only some browsers draw need not tell its size, and a drawing has none.
  if (!megapixels && promise === 'always' && format !== 'svg') throw new ImageError('image-invalid', { format });
  return header;
}
