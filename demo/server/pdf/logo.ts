import sharp from 'sharp';
import type { Book } from './book.js';

const WIDEST = 720; // pixels: 300 dpi at the size it is printed
const HIGHEST = 300;

/**
 * The logo as an image of the book, or nothing when its bytes are no readable PNG or JPEG: a broken logo is the site
 * owner's to mend, the visitor still gets the pattern. Decoding it here, rather than handing the bytes on, is what
 * makes sure of that: a PNG with damaged data would bring a PDF writer down halfway.
 */
export async function logoImage(book: Book, bytes: Uint8Array) {
  try {
    const picture = sharp(bytes, { limitInputPixels: 40_000_000 });
    const { format } = await picture.metadata();
    if (format !== 'png' && format !== 'jpeg') return undefined;
    const small = picture
      .rotate() // upright by EXIF
      .resize({ width: WIDEST, height: HIGHEST, fit: 'inside', withoutEnlargement: true })
      .flatten({ background: '#ffffff' })
      .toColourspace('srgb');
    const { data, info } = await (format === 'jpeg' ? small.jpeg({ quality: 88 }) : small.removeAlpha().raw()).toBuffer({
      resolveWithObject: true,
    });
    const { width, height } = info;
    const filter = format === 'jpeg' ? { Filter: 'DCTDecode' } : {};
    const dictionary = { Width: width, Height: height, BitsPerComponent: 8, ColorSpace: 'DeviceRGB', ...filter };
    return { image: book.image(dictionary, data), width, height };
  } catch {
    return undefined;
  }
}
