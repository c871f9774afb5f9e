import type { Header } from './header.js';
import { nextTurn } from '../core/slices.js';

/** What a canvas can draw: a drawing (SVG) is drawn once, and old browsers turn a picture upright only as an `<img>`. */
export type Bitmap = ImageBitmap | HTMLImageElement | HTMLCanvasElement;

/** So many pixels are drawn or read in about 5 ms. */
export const BAND = 2 ** 20;

export function softwareCanvas(width: number, height: number): [HTMLCanvasElement, CanvasRenderingContext2D] {
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  // Without the graphics card, whose drivers differ: the same picture gives the same bytes each time, and is one design.
  const context = canvas.getContext('2d', { willReadFrequently: true })!;
  context.fillStyle = '#fff';
  context.fillRect(0, 0, width, height);
  return [canvas, context];
}

/** Each four pixels become their mean: what every browser's canvas does exactly, and fast, with its default smoothing. */
async function halve(picture: Bitmap, width: number, height: number): Promise<HTMLCanvasElement> {
  const [wide, high] = [width >> 1, height >> 1];
  const [canvas, context] = softwareCanvas(wide, high);
  const rows = Math.ceil(BAND / width / 2);
  for (let top = 0; top < high; top += rows) {
    const tall = Math.min(rows, high - top);
    context.drawImage(picture, 0, top * 2, wide * 2, tall * 2, 0, top, wide, tall);
    context.getImageData(0, 0, 1, 1); // draw it now: Chromium would save all the bands up for one long task
    await nextTurn();
  }
  return canvas;
}

/** A picture's pixels, upright, for as long as they are needed. Nothing is decoded twice; what is closed gives its memory back at once. */
export class Decoded {
  readonly #halves: Promise<Bitmap>[];
  #closed = false;

  constructor(
    readonly bitmap: Bitmap,
    readonly header: Header,
    /** Of the bitmap: an `<img>`'s own `width` is that of its place on a page. */
    readonly width: number,
    readonly height: number,
  ) {
    this.#halves = [Promise.resolve(bitmap)];
  }

  /** The picture, halved so many times; made once and kept, so that a change of the crop or the light needs no more than a look. */
  halved(times: number): Promise<Bitmap> {
    for (let { length } = this.#halves; length <= times; length++)
      this.#halves.push(this.#halves[length - 1]!.then((larger) => this.#half(larger, length - 1)));
    return this.#halves[times]!;
  }

  async #half(larger: Bitmap, times: number): Promise<Bitmap> {
    this.throwIfClosed();
    const half = await halve(larger, this.width >> times, this.height >> times);
    if (this.#closed) half.width = 0;
    this.throwIfClosed();
    return half;
  }

  throwIfClosed(): void {
    if (this.#closed) throw new DOMException('The picture is gone', 'AbortError');
  }

  close(): void {
    this.#closed = true;
    for (const half of this.#halves)
      half.then(
        (bitmap) => {
          if ('close' in bitmap) bitmap.close();
          // Safari counts canvases that are not collected yet against a small budget.
          else if ('getContext' in bitmap) bitmap.width = 0;
          else bitmap.src = '';
        },
        () => {},
      );
  }
}
