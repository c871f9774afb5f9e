import sharp from 'sharp';
import { inspect, type PictureInfo } from '../picture/inspect.js';
import { PictureProblem } from '../picture/problem.js';
import type { Handler, Services } from '../services.js';
import { callerOf } from './caller.js';
import { takeMinute } from './minute.js';
import { FORMATS, readJson, readPicture } from './request-body.js';

/** Documented: looks at a picture without making a pattern, and costs no use. */
export const validate =
  (services: Services): Handler =>
  async (call) => {
    takeMinute(call, services, callerOf(call, services));
    const picture = await readPicture(await readJson(call), call);
    const info = await inspect(picture, FORMATS);
    const { width, height, format } = info;
    return call.json({
      valid: true,
      image_info: { width_px: width, height_px: height, format, file_size_kb: Math.round((picture.length / 1024) * 10) / 10 },
      warnings: warningsFor(info),
      recommended_settings: { max_colors: await recommendedColors(picture), min_unit_size_cm: smallestUnit(info) },
    });
  };

/** Bounds, beginnings and the second of the two sentences are documented. */
function warningsFor({ width, height }: PictureInfo): string[] {
  const side = Math.min(width, height);
  if (side < 50) return ['Image resolution is very low. The pattern will be very coarse.'];
  if (side < 200) return ['Image has low resolution. Large patterns may lose detail.'];
  return [];
}

/** Assumed: from 5 colours for a drawing to 40 for a colourful photo, by how many clearly different colours are in it. */
async function recommendedColors(picture: Buffer): Promise<number> {
  const pixels = await sharp(picture)
    .flatten({ background: '#fff' })
    .toColourspace('srgb')
    .resize(64, 64, { fit: 'inside' })
    .raw()
    .toBuffer()
    .catch(() => {
      throw new PictureProblem('unreadable', 'The picture is damaged');
    });
  const seen = new Set<number>();
  for (let i = 0; i + 2 < pixels.length; i += 3)
    seen.add(((pixels[i]! >> 5) << 6) | ((pixels[i + 1]! >> 5) << 3) | (pixels[i + 2]! >> 5));
  return Math.min(40, Math.max(5, Math.round(seen.size / 3)));
}

/** Assumed: the smallest unit that still has two pixels of the picture in it on a piece 30 cm wide. */
const smallestUnit = ({ width }: PictureInfo) => Math.max(0.1, Math.ceil((30 / (width / 2)) * 100) / 100);
