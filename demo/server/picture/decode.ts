import sharp from 'sharp';
import type { Pixels } from '../../../src/engine/index.js';
import { MAX_PIXELS, type PictureInfo } from './inspect.js';
import { PictureProblem } from './problem.js';

/** More pixels a cell than this change no average that anybody could see. */
const PIXELS_A_CELL = 16;
const LONGEST_SIDE = 4000;

export interface Grid {
  columns: number;
  rows: number;
  /** width divided by height of the finished piece */
  ratio: number;
}

/**
 * sRGB pixels, upright, on white, cut from the middle to the ratio of the piece so that nothing is distorted, and
 * never larger than the grid can use.
 */
export async function decode(bytes: Buffer, { width, height }: PictureInfo, grid: Grid): Promise<Pixels> {
  const cut = { width: Math.min(width, height * grid.ratio), height: Math.min(height, width / grid.ratio) };
  const enough = Math.max((PIXELS_A_CELL * grid.columns) / cut.width, (PIXELS_A_CELL * grid.rows) / cut.height);
  const scale = Math.min(1, enough, LONGEST_SIDE / Math.max(cut.width, cut.height));
  const side = (length: number) => Math.max(1, Math.round(length * scale));
  try {
    const { data, info } = await sharp(bytes, { limitInputPixels: MAX_PIXELS, failOn: 'error' })
      .autoOrient()
      .toColourspace('srgb')
      .flatten({ background: '#fff' })
      .resize(side(cut.width), side(cut.height), { fit: 'cover', position: 'centre' })
      .ensureAlpha()
      .raw({ depth: 'uchar' })
      .toBuffer({ resolveWithObject: true });
    return { data: new Uint8ClampedArray(data), width: info.width, height: info.height };
  } catch {
    throw new PictureProblem('unreadable', 'The picture is damaged');
  }
}
