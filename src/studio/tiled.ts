import { drawingTiling, tileSize } from '../chart/tilings.js';
import type { Work } from '../core/slices.js';
import type { TilingOptions } from '../core/tiling.js';
import type { Pixels } from '../engine/pattern.js';
import { AreaAverage } from '../image/area-average.js';

/** Dots of a drawn tiling on its longer side: more than a stage shows on most screens, and drawn in some 30 ms. */
const LONGEST = 720;

/** A tiling as it will look, made smaller. */
export function* tiling(picture: Pixels, wish: TilingOptions): Work<Pixels> {
  const by = Math.min(1, LONGEST / Math.max(wish.width, wish.height));
  const options: TilingOptions = {
    ...wish,
    width: Math.max(1, Math.round(wish.width * by)),
    height: Math.max(1, Math.round(wish.height * by)),
    offsetX: wish.offsetX * by,
    offsetY: wish.offsetY * by,
  };
  const size = tileSize(picture, options);
  const data = yield* drawingTiling(shrunk(picture, size.width, size.height), size, options);
  return { data, width: options.width, height: options.height };
}

/** To the size of one tile, never enlarged. */
function shrunk(picture: Pixels, width: number, height: number): Pixels {
  const to = { width: Math.max(1, Math.round(width)), height: Math.max(1, Math.round(height)) };
  if (to.width >= picture.width) return picture;
  const average = new AreaAverage({ x: 0, y: 0, width: picture.width, height: picture.height }, picture, to);
  average.add(picture.data);
  return { data: average.data, ...to };
}
