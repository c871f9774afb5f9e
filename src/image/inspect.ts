import { readHeader, type Header } from './header.js';
import { ImageError, type ImageProblem } from './image-error.js';

/** 400 MB when decoded; more closes the tab of a phone. */
const MAX_PIXELS = 100e6;
const MAX_SIDE = 30_000;

/** A camera's EXIF, colour profile and depth map come before the size and can be megabytes long. */
const HEADER_BYTES = 2 ** 24;

/** Reads the header, decodes nothing. Rejects with an {@link ImageError} for what is no picture, or too large to be decoded safely. */
export async function inspect(file: Blob): Promise<Header> {
  let header: Header | undefined;
  let problem: ImageProblem | undefined;
  let cause: unknown;
  try {
    header = readHeader(new Uint8Array(await file.slice(0, HEADER_BYTES).arrayBuffer()));
  } catch (error) {
    cause = error; // moved or changed since it was chosen, or a folder
  }
  const { format = '', width = 0, height = 0 } = header ?? {};
  if (/MP4|PSD|PDF/.test(format)) problem = 'image-unsupported';
  else if (format !== 'svg') {
    if (width * height > MAX_PIXELS || Math.max(width, height) > MAX_SIDE) problem = 'image-too-large';
    // HEIC, TIFF and the like need not tell: whether this browser draws them is only known by trying.
    else if (!/[A-Z]/.test(format) && !(width * height)) problem = 'image-invalid';
  }
  if (problem) throw new ImageError(problem, format, cause);
  return header!;
}
