import type { Adjustments } from './adjustments.js';
import type { Area } from './area-average.js';

export interface Size {
  width: number;
  height: number;
}

/** What is cut out, in whole pixels. */
export function cutOf({ width, height }: Size, { crop }: Adjustments): Area {
  if (!crop) return { x: 0, y: 0, width, height };
  const [x, y] = [Math.round(crop.x * width), Math.round(crop.y * height)];
  const right = Math.round((crop.x + crop.width) * width);
  const bottom = Math.round((crop.y + crop.height) * height);
  const [left, top] = [Math.min(x, width - 1), Math.min(y, height - 1)];
  return { x: left, y: top, width: Math.max(1, right - left), height: Math.max(1, bottom - top) };
}

/** Size of the adjusted picture, before anything is shrunk. */
export function adjustedSize(picture: Size, adjustments: Adjustments = {}): Size {
  const { width, height } = cutOf(picture, adjustments);
  return (adjustments.turn ?? 0) % 180 ? { width: height, height: width } : { width, height };
}

/** The largest size of the same shape with no side above `maxSide`: never enlarged. */
export function sizeWithin({ width, height }: Size, maxSide: number): Size {
  const scale = Math.min(1, maxSide / Math.max(width, height));
  return { width: Math.round(width * scale) || 1, height: Math.round(height * scale) || 1 };
}
