import type { Picture } from './decode.js';

/** So many source pixels are shrunk in about 5 ms. */
const BAND = 2 ** 20;

/** Shrinks a picture onto white, band by band so that the page stays alive. */
export async function draw(
  picture: Picture | HTMLCanvasElement,
  width: number,
  height: number,
  signal?: AbortSignal,
): Promise<HTMLCanvasElement> {
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const context = canvas.getContext('2d', { willReadFrequently: true })!;
  // Firefox has no smoothing quality (https://bugzil.la/1228847) and skips pixels below one half, so it goes there by halves.
  if (!context.imageSmoothingQuality && picture.width > width * 2) picture = await draw(picture, width * 2, height * 2, signal);
  context.imageSmoothingQuality = 'high';
  context.fillStyle = '#fff';
  context.fillRect(0, 0, width, height);
  const ratio = picture.height / height;
  const rows = Math.ceil(BAND / picture.width / ratio);
  for (let top = 0; top < height; top += rows) {
    const tall = Math.min(rows, height - top);
    context.drawImage(picture, 0, top * ratio, picture.width, tall * ratio, 0, top, width, tall);
    context.getImageData(0, 0, 1, 1); // draw it now: Chromium would save all the bands up for one long task
    await new Promise((resolve) => setTimeout(resolve));
    signal?.throwIfAborted();
  }
  return canvas;
}
