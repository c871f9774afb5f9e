import { setImmediate as breathe } from 'node:timers/promises';
import sharp from 'sharp';
import { inspect, MAX_PIXELS } from '../picture/inspect.js';
import { FORMATS } from './read-form.js';
import { PictureProblem } from '../picture/problem.js';
import { OUTPUT, type Parameters } from './parameters.js';
import { TILINGS, type Place } from './tilings.js';

/** Assumed: at scale 1 the longer side of a tile is a quarter of the longer side of the result. */
const TILES = 4;
const CHANNELS = 4;
/** The work is cut into pieces so that other requests get their turn. */
const PIXELS_AT_ONCE = 200_000;

interface Raster {
  data: Uint8Array;
  width: number;
  height: number;
}

/** Covers width × height with the picture in the asked kind of pattern. Offsets count from the middle. */
export async function render(picture: Buffer, parameters: Parameters): Promise<Buffer> {
  const { width, height, format } = parameters;
  const data = await drawPattern(picture, parameters);
  const image = sharp(data, { raw: { width, height, channels: CHANNELS }, limitInputPixels: false });
  const opaque = format === 'JPG' ? image.flatten({ background: '#fff' }) : image;
  return opaque.toFormat(OUTPUT[format].sharp, { quality: 90 }).toBuffer();
}

async function drawPattern(
  picture: Buffer,
  { pattern, width, height, offsetX, offsetY, rotate, scale }: Parameters,
): Promise<Uint8Array> {
  const source = await inspect(picture, FORMATS);
  const longer = (Math.max(width, height) / TILES) * scale;
  const size = longer / Math.max(source.width, source.height);
  const tileWidth = Math.max(1, source.width * size);
  const tileHeight = Math.max(1, source.height * size);
  const raster = await shrink(picture, tileWidth, tileHeight);
  const toRaster = raster.width / tileWidth;
  const angle = (-rotate * Math.PI) / 180;
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const tiling = TILINGS[pattern];
  const place: Place = { x: 0, y: 0 };
  const data = new Uint8Array(width * height * CHANNELS);
  const rowsAtOnce = Math.max(1, Math.floor(PIXELS_AT_ONCE / width));
  for (let y = 0; y < height; y++) {
    if (y % rowsAtOnce === 0) await breathe();
    for (let x = 0; x < width; x++) {
      const dx = x + 0.5 - width / 2 - offsetX;
      const dy = y + 0.5 - height / 2 - offsetY;
      tiling(place, dx * cos - dy * sin, dx * sin + dy * cos, tileWidth, tileHeight);
      sample(raster, place.x * toRaster - 0.5, place.y * toRaster - 0.5, data, (y * width + x) * CHANNELS);
    }
  }
  return data;
}

/** sharp's own smoothing brings the picture to the tile's size; it is never enlarged. */
async function shrink(picture: Buffer, width: number, height: number): Promise<Raster> {
  try {
    const { data, info } = await sharp(picture, { limitInputPixels: MAX_PIXELS })
      .autoOrient()
      .toColourspace('srgb')
      .resize(Math.max(1, Math.round(width)), Math.max(1, Math.round(height)), { fit: 'inside', withoutEnlargement: true })
      .ensureAlpha()
      .raw({ depth: 'uchar' })
      .toBuffer({ resolveWithObject: true });
    return { data, width: info.width, height: info.height };
  } catch {
    throw new PictureProblem('unreadable', 'The picture is damaged');
  }
}

/** Between the four nearest pixels. */
function sample({ data, width, height }: Raster, x: number, y: number, into: Uint8Array, at: number): void {
  const left = Math.min(Math.max(Math.floor(x), 0), width - 1);
  const top = Math.min(Math.max(Math.floor(y), 0), height - 1);
  const right = Math.min(left + 1, width - 1);
  const bottom = Math.min(top + 1, height - 1);
  const fx = Math.min(Math.max(x - left, 0), 1);
  const fy = Math.min(Math.max(y - top, 0), 1);
  for (let channel = 0; channel < CHANNELS; channel++) {
    const pixel = (px: number, py: number) => data[(py * width + px) * CHANNELS + channel]!;
    const upper = pixel(left, top) * (1 - fx) + pixel(right, top) * fx;
    const lower = pixel(left, bottom) * (1 - fx) + pixel(right, bottom) * fx;
    into[at + channel] = Math.round(upper * (1 - fy) + lower * fy);
  }
}
