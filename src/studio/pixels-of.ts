import type { Pixels } from '../engine/pattern.js';
import type { Order } from './desk.js';

/** A picture of our own making as it is read again, on a page or in a worker. */
async function pixelsOf(picture: Blob): Promise<Pixels> {
  const bitmap = await createImageBitmap(picture);
  const { width, height } = bitmap;
  const canvas = globalThis.document
    ? Object.assign(document.createElement('canvas'), { width, height })
    : new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d', { willReadFrequently: true }) as CanvasRenderingContext2D;
  context.drawImage(bitmap, 0, 0);
  bitmap.close();
  const { data } = context.getImageData(0, 0, width, height);
  canvas.width = 0; // Safari counts canvases that are not collected yet against a small budget
  return { data, width, height };
}

/** What is ordered of the picture that is sent needs its pixels. */
export const withPixels = async (order: Order): Promise<Order> =>
  order.sent ? { ...order, sent: undefined, pixels: await pixelsOf(order.sent) } : order;
