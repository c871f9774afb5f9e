import { readAdjustments, type Adjustments } from './adjustments.js';
import { AreaAverage, type Area } from './area-average.js';
import { BAND, softwareCanvas, type Bitmap, type Decoded } from './decoded.js';
import { adjustLight } from './light.js';
import { nextTurn } from '../core/slices.js';
import { cutOf, type Size } from './sizes.js';
import { turnRaster } from './turn.js';

/** So many pixels are read and averaged in about 2 ms: in 10 on a phone four times slower. */
const SHARE = BAND / 8;
/** Halved further, a stripe would lose its last row; what is so small is averaged quickly. */
const LEAST_SIDE = 64;

/** Reads bands of pixels, on white. */
function reader(picture: Bitmap, { x, y, width, height }: Area): (top: number, rows: number) => Uint8ClampedArray {
  const canvas = picture instanceof HTMLCanvasElement ? picture : undefined;
  const [band, bandContext] = canvas ? [] : softwareCanvas(width, Math.min(height, Math.ceil(BAND / width)));
  const context = canvas?.getContext('2d') ?? bandContext!;
  return (top, rows) => {
    if (!band) return context.getImageData(x, y + top, width, rows).data;
    context.fillRect(0, 0, width, rows);
    context.drawImage(picture, x, y + top, width, rows, 0, 0, width, rows);
    return context.getImageData(0, 0, width, rows).data;
  };
}

/**
 * Draws the picture, adjusted and shrunk to `size`, on white; the page stays alive meanwhile. The same picture, size and adjustments
 * give the same pixels each time. Rejects with the signal's reason, or an AbortError when the picture is closed meanwhile.
 */
export async function compose(
  decoded: Decoded,
  size: Size,
  adjustments?: Adjustments,
  signal?: AbortSignal,
): Promise<HTMLCanvasElement> {
  const wishes = readAdjustments(adjustments) ?? {};
  const cut = cutOf(decoded, wishes);
  // Before it is turned.
  const to = (wishes.turn ?? 0) % 180 ? { width: size.height, height: size.width } : size;
  const ratio = Math.min(cut.width / to.width, cut.height / to.height, Math.min(decoded.width, decoded.height) / LEAST_SIDE);
  // Halved once less than possible: cells that cut through ready means are 25 dB away from the true mean, else 35.
  const times = Math.max(0, Math.floor(Math.log2(ratio)) - 1);
  const picture = await decoded.halved(times);
  const scale = 2 ** times;
  const average = new AreaAverage(
    { x: cut.x / scale, y: cut.y / scale, width: cut.width / scale, height: cut.height / scale },
    { width: decoded.width >> times, height: decoded.height >> times },
    to,
  );
  const { source } = average;
  const readRows = reader(picture, source);
  const rows = Math.ceil(SHARE / source.width);
  for (let top = 0; top < source.height; top += rows) {
    signal?.throwIfAborted();
    decoded.throwIfClosed();
    average.add(readRows(top, Math.min(rows, source.height - top)));
    await nextTurn();
  }
  signal?.throwIfAborted();
  const { data, width, height } = turnRaster({ data: new Uint32Array(average.data.buffer), ...to }, wishes);
  const pixels = new Uint8ClampedArray(data.buffer as ArrayBuffer);
  for (let at = 0; at < pixels.length; at += BAND) {
    adjustLight(pixels.subarray(at, at + BAND), wishes);
    await nextTurn();
  }
  const [canvas, context] = softwareCanvas(width, height);
  context.putImageData(new ImageData(pixels, width, height), 0, 0);
  return canvas;
}
