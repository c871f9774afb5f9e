import sharp from 'sharp';
import { PictureProblem } from './problem.js';

/** A small file can hold a huge picture; this is refused from its header, before anything is decoded. */
export const MAX_PIXELS = 100_000_000;

export interface PictureInfo {
  /** upright, as the Exif orientation has it */
  width: number;
  height: number;
  format: string;
}

/** `formats`: what the provider takes. By content, never by name or by what the request claims. */
export async function inspect(bytes: Buffer, formats: readonly string[]): Promise<PictureInfo> {
  const header = await sharp(bytes, { limitInputPixels: false })
    .metadata()
    .catch(() => undefined);
  if (!header?.width || !header.height) throw new PictureProblem('unreadable', 'This is not a picture that can be read');
  const { format } = header;
  if (!formats.includes(format))
    throw new PictureProblem('unreadable', `Pictures of the format ${format} cannot be read; ${formats.join(', ')} can`);
  if (header.width * header.height > MAX_PIXELS) {
    throw new PictureProblem(
      'unreadable',
      `The picture has ${header.width} × ${header.height} pixels; ${MAX_PIXELS / 1e6} million are the most`,
    );
  }
  const { width, height } = header.autoOrient;
  return { width, height, format };
}
