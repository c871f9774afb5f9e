import sharp from 'sharp';
import type { Pixels } from '../../../src/engine/pattern.js';
import { drawTiling, tileSize } from '../../../src/chart/tilings.js';
import { MAX_PIXELS, type PictureInfo } from '../picture/inspect.js';
import { PictureProblem } from '../picture/problem.js';
import { OUTPUT, type Parameters } from './parameters.js';

export interface RenderJob {
  picture: Uint8Array;
  info: PictureInfo;
  parameters: Parameters;
}

/** Covers width × height with the picture in the asked kind of pattern. */
export async function render({ picture, info, parameters }: RenderJob): Promise<Uint8Array> {
  const { width, height, format } = parameters;
  const size = tileSize(info, parameters);
  const data = drawTiling(await shrink(picture, size.width, size.height), size, parameters);
  const image = sharp(data, { raw: { width, height, channels: 4 }, limitInputPixels: false });
  const opaque = format === 'JPG' ? image.flatten({ background: '#fff' }) : image;
  return opaque.toFormat(OUTPUT[format].sharp, { quality: 90 }).toBuffer();
}

/** sharp's own smoothing brings the picture to the tile's size; it is never enlarged. */
async function shrink(picture: Uint8Array, width: number, height: number): Promise<Pixels> {
  try {
    const { data, info } = await sharp(picture, { limitInputPixels: MAX_PIXELS })
      .autoOrient()
      .toColourspace('srgb')
      .resize(Math.max(1, Math.round(width)), Math.max(1, Math.round(height)), { fit: 'inside', withoutEnlargement: true })
      .ensureAlpha()
      .raw({ depth: 'uchar' })
      .toBuffer({ resolveWithObject: true });
    return { data: new Uint8ClampedArray(data.buffer, data.byteOffset, data.length), width: info.width, height: info.height };
  } catch {
    throw new PictureProblem('unreadable', 'The picture is damaged');
  }
}
