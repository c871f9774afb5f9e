import { softwareCanvas } from './decoded.js';
import { ImageError } from './image-error.js';
import { loadImage } from './load-image.js';
import { isTooComplex } from './svg-weight.js';

/** A drawing has no pixels of its own: so many are made on its longer side, as many as a pattern can use. */
const SIDE = 2048;
/** A filter looks at every pixel, often at all around it. */
const FILTERED_SIDE = 800;
const MAX_BYTES = 10e6;

const ROOT = /<svg\s[^<>]*>/;

/**
 * Made ready for a canvas: `side` pixels long if a view box lets it scale (there are no pixels to enlarge, and Firefox draws nothing
 * without a size in pixels, https://bugzil.la/700533), and without foreignObject, which would make the canvas unreadable
 * (https://crbug.com/294129): what is in a plain group and is not SVG is not drawn.
 */
function svgAtSide(text: string, side: number): string {
  return text.replaceAll('foreignObject', 'g').replace(ROOT, (root) => {
    const [, , width, height] =
      /\sviewBox\s*=\s*["']\s*([^"']+)/
        .exec(root)?.[1]!
        .split(/[\s,]+/)
        .map(Number) ?? [];
    if (!width || !height) return root;
    const scale = side / Math.max(width, height);
    const own = root.slice(4).replace(/\s(width|height)\b/g, ' data-$1');
    return `<svg width="${width * scale}" height="${height * scale}"${own}`;
  });
}

/** Drawn once, on white. A drawing that would stop the page is refused, one of 100,000 × 100,000 drawn small. */
export async function drawSvg(text: string): Promise<HTMLCanvasElement> {
  const format = 'svg';
  if (text.length > MAX_BYTES) throw new ImageError('image-too-large', { format, bytes: text.length, limit: MAX_BYTES });
  if (isTooComplex(text)) throw new ImageError('image-too-large', { format, reason: 'too-complex' });
  const side = /<(\w+:)?fe[A-Z]/.test(text) ? FILTERED_SIDE : SIDE;
  const image = await loadImage(new Blob([svgAtSide(text, side)], { type: 'image/svg+xml' }));
  const { naturalWidth, naturalHeight } = image;
  const scale = Math.min(1, side / Math.max(naturalWidth, naturalHeight));
  const [canvas, context] = softwareCanvas(Math.round(naturalWidth * scale) || 1, Math.round(naturalHeight * scale) || 1);
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  context.getImageData(0, 0, 1, 1); // unreadable canvases are found here
  return canvas;
}
