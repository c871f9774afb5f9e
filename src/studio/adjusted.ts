import type { Pixels } from '../engine/pattern.js';
import { readAdjustments, type Adjustments } from '../image/adjustments.js';
import { adjustLight } from '../image/light.js';
import { turnRaster } from '../image/turn.js';

/** A part of RGBA pixels, row by row. */
function cutOut({ data, width }: Pixels, x: number, y: number, wide: number, high: number): Pixels {
  const rows = new Uint8ClampedArray(wide * high * 4);
  for (let row = 0; row < high; row++) {
    const start = ((y + row) * width + x) * 4;
    rows.set(data.subarray(start, start + wide * 4), row * wide * 4);
  }
  return { data: rows, width: wide, height: high };
}

/** Cut, turned, mirrored and lit, all in whole pixels: what `compose` does, as far as a first look needs it. */
export function adjusted(from: Pixels, adjustments?: Adjustments): Pixels {
  const wishes = readAdjustments(adjustments) ?? {};
  const { crop = { x: 0, y: 0, width: 1, height: 1 } } = wishes;
  const x = Math.min(from.width - 1, Math.round(crop.x * from.width));
  const y = Math.min(from.height - 1, Math.round(crop.y * from.height));
  const wide = Math.max(1, Math.round((crop.x + crop.width) * from.width) - x);
  const high = Math.max(1, Math.round((crop.y + crop.height) * from.height) - y);
  const cut = cutOut(from, x, y, wide, high);
  const { data, width, height } = turnRaster(
    { data: new Uint32Array(cut.data.buffer as ArrayBuffer), width: wide, height: high },
    wishes,
  );
  const pixels = new Uint8ClampedArray(data.buffer as ArrayBuffer);
  adjustLight(pixels, wishes);
  return { data: pixels, width, height };
}

/** From the middle, as the local API cuts what has another shape than the piece; assumed of others. */
export function cutToShape(pixels: Pixels, ratio: number): Pixels {
  const { width, height } = pixels;
  const wide = Math.max(1, Math.round(Math.min(width, height * ratio)));
  const high = Math.max(1, Math.round(Math.min(height, width / ratio)));
  if (wide === width && high === height) return pixels;
  return cutOut(pixels, (width - wide + 1) >> 1, (height - high + 1) >> 1, wide, high);
}
