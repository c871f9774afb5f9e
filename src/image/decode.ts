import { Decoded, softwareCanvas, type Bitmap } from './decoded.js';
import type { Header } from './header.js';
import { ImageError } from './image-error.js';
import { inspect, read } from './inspect.js';
import { hasAllBlocks } from './jpeg-blocks.js';
import { loadImage } from './load-image.js';
import { findOrientation } from './orientation.js';
import { matchChecksums } from './png-checksums.js';
import { inSlices } from '../core/slices.js';
import { drawSvg } from './svg.js';
import { UPRIGHT } from './turn.js';
import { lookForEnd } from './whole.js';

/** A phone's best photograph is read at half its size, 100 MB instead of 400: no pattern uses more. */
const MAX_PIXELS = 25e6;

/** The bytes, with their end. */
async function whole(bytes: Uint8Array<ArrayBuffer>, format: string, signal?: AbortSignal): Promise<BlobPart[]> {
  if (await inSlices(lookForEnd(bytes, format), signal)) {
    if (format === 'png' && !(await inSlices(matchChecksums(bytes), signal))) throw new ImageError('image-invalid', { format });
    return [bytes];
  }
  // Some cameras and chats forget the end marker; Chromium then refuses the whole picture, and is content with these two bytes.
  if (format === 'jpeg' && (await inSlices(hasAllBlocks(bytes), signal))) return [bytes, new Uint8Array([0xff, 0xd9])];
  throw new ImageError('image-invalid', { format, reason: 'cut-short' });
}

/**
 * Upright pixels, decoded off the main thread. Rejects with an {@link ImageError} for what is not a whole picture that this browser
 * can draw: it knows best what that is, so HEIC, TIFF and the like get their chance.
 */
export async function decode(file: Blob, signal?: AbortSignal): Promise<Decoded> {
  const header = await inspect(file);
  const { format, promise } = header;
  const bytes = await read(file);
  signal?.throwIfAborted();
  try {
    if (format === 'svg') return own(await drawSvg(new TextDecoder().decode(bytes)), header);
    const orientation = findOrientation(bytes, format);
    const turned = format !== 'jpeg' && orientation && orientation.value > 1 && orientation;
    // Browsers do not agree on who turns a WebP or a PNG: none of those tried turned a WebP, two of three a PNG. So it is done here.
    if (turned) bytes.set([0, 0], turned.at);
    // What is not promised is tried first: a format that this browser does not know is not called damaged.
    const parts = promise === 'always' ? await whole(bytes, format, signal) : [bytes];
    const sideways = format === 'jpeg' && orientation && orientation.value > 4;
    const bitmap = await toBitmap(new Blob(parts), header, !!sideways);
    if (promise !== 'always') await whole(bytes, format, signal);
    return own(turned ? turnUpright(bitmap, turned.value) : bitmap, header);
  } catch (cause) {
    if (cause instanceof ImageError || signal?.aborted) throw cause;
    const { width = 0, height = 0 } = header;
    const megapixels = (width * height) / 1e6;
    // A whole file that is refused by its size alone: phones have little room.
    if (promise === 'always' && megapixels * 1e6 > MAX_PIXELS)
      throw new ImageError('image-too-large', { format, megapixels, limit: MAX_PIXELS / 1e6, cause });
    throw new ImageError(promise === 'always' ? 'image-invalid' : 'image-unsupported', { format, cause });
  }
}

function own(bitmap: Bitmap, header: Header): Decoded {
  if ('naturalWidth' in bitmap) return new Decoded(bitmap, header, bitmap.naturalWidth, bitmap.naturalHeight);
  return new Decoded(bitmap, header, bitmap.width, bitmap.height);
}

async function toBitmap(blob: Blob, { width = 0, height = 0 }: Header, sideways: boolean): Promise<Bitmap> {
  const options: ImageBitmapOptions = { imageOrientation: 'from-image' };
  let shrink = 1;
  while (width * height > MAX_PIXELS * shrink ** 2) shrink *= 2;
  if (shrink > 1) {
    // Of the upright picture.
    options.resizeWidth = Math.floor((sideways ? height : width) / shrink);
    options.resizeHeight = Math.floor((sideways ? width : height) / shrink);
    options.resizeQuality = 'medium';
  }
  try {
    return await createImageBitmap(blob, options);
  } catch (cause) {
    // Browsers that lack it or this option (Safari before 17) throw something else than a DOMException. An <img> draws upright there,
    // too, but it also accepts broken pictures, so it is no second opinion on others.
    if (cause instanceof DOMException) throw cause;
    return loadImage(blob);
  }
}

/** Whole turns: no pixel is blurred. */
function turnUpright(bitmap: Bitmap, orientation: number): HTMLCanvasElement {
  const { width, height } = own(bitmap, { format: '', promise: 'always' });
  const { turn = 0, mirror = false } = UPRIGHT[orientation]!;
  const [wide, high] = turn % 180 ? [height, width] : [width, height];
  const [canvas, context] = softwareCanvas(wide, high);
  context.imageSmoothingEnabled = false;
  context.translate(wide / 2, high / 2);
  if (mirror) context.scale(-1, 1);
  context.rotate((turn * Math.PI) / 180);
  context.drawImage(bitmap, -width / 2, -height / 2);
  if ('close' in bitmap) bitmap.close();
  return canvas;
}
