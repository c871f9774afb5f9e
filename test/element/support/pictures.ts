export type Rgb = [number, number, number];
export const RED: Rgb = [230, 30, 30];
export const GREEN: Rgb = [30, 160, 60];
export const BLUE: Rgb = [40, 60, 220];
export const YELLOW: Rgb = [240, 220, 40];

export const canvasOf = (width: number, height: number, paint: (context: OffscreenCanvasRenderingContext2D) => void) => {
  const canvas = new OffscreenCanvas(width, height);
  paint(canvas.getContext('2d')!);
  return canvas;
};
export const fill = (context: OffscreenCanvasRenderingContext2D, color: Rgb, ...rect: [number, number, number, number]) => {
  context.fillStyle = `rgb(${color.join()})`;
  context.fillRect(...rect);
};
/** Red, green / blue, yellow. */
export const corners = (width: number, height: number) =>
  canvasOf(width, height, (context) => {
    fill(context, RED, 0, 0, width / 2, height / 2);
    fill(context, GREEN, width / 2, 0, width / 2, height / 2);
    fill(context, BLUE, 0, height / 2, width / 2, height / 2);
    fill(context, YELLOW, width / 2, height / 2, width / 2, height / 2);
  });
/** Detail at every scale, down to single pixels. */
export const detail = (width: number, height: number) =>
  canvasOf(width, height, (context) => {
    const image = context.createImageData(width, height);
    for (let y = 0, at = 0; y < height; y++)
      for (let x = 0; x < width; x++, at += 4) {
        const zone = 127 + 120 * Math.sin((x * x + y * y) / width);
        image.data.set([zone, (x ^ y) & 1 ? 255 : 0, (x * 7 + y * 13) & 255, 255], at);
      }
    context.putImageData(image, 0, 0);
  });
export const text = (string: string, type = '') => new Blob([string], { type });
export const bytesOf = async (blob: Blob) => new Uint8Array(await blob.arrayBuffer());

export async function pixels(blob: Blob): Promise<ImageData> {
  const bitmap = await createImageBitmap(blob);
  const context = canvasOf(bitmap.width, bitmap.height, (context) => context.drawImage(bitmap, 0, 0)).getContext('2d')!;
  return context.getImageData(0, 0, bitmap.width, bitmap.height);
}
export function expectColor({ data, width, height }: ImageData, x: number, y: number, color: Rgb) {
  const at = 4 * (Math.floor(y * height) * width + Math.floor(x * width));
  const far = Math.max(...color.map((value, i) => Math.abs(value - data[at + i]!)));
  expect(far, `at ${x}, ${y}: ${[...data.slice(at, at + 3)]} is not ${color}`).to.be.lessThan(16);
}

/** A camera's JPEG: an EXIF segment with the orientation and a place, right behind the start. */
export async function withExif(jpeg: Blob, orientation: number): Promise<Blob> {
  const tiff = [0x4d, 0x4d, 0, 42, 0, 0, 0, 8, 0, 1, 1, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0];
  const body = [...new TextEncoder().encode('Exif\0\0'), ...tiff, ...new TextEncoder().encode('GPS-SECRET')];
  return new Blob([new Uint8Array([0xff, 0xd8, 0xff, 0xe1, 0, body.length + 2, ...body]), jpeg.slice(2)], { type: 'image/jpeg' });
}

export const refusal = (promise: Promise<unknown>) =>
  promise.then(
    () => undefined,
    (error) => error,
  );

/** Red tells the column (× 2) and green the row (× 3) of 120 × 80 pixels; by sharp, without loss, for WebKit writes no WebP. */
export const webpMap = () => new Blob([Uint8Array.from(atob(WEBP), (char) => char.charCodeAt(0))], { type: 'image/webp' });
const WEBP = 'UklGRjQAAABXRUJQVlA4TCgAAAAvd8ATALkyRPQ/dhHR/4CaAEgYRv/ofKAjME0xARClNiD1++/910gA';

/** EXIF that says nothing but how the camera was held. */
const tiff = (orientation: number) => [
  0x4d,
  0x4d,
  0,
  42,
  0,
  0,
  0,
  8,
  0,
  1,
  1,
  0x12,
  0,
  3,
  0,
  0,
  0,
  1,
  0,
  orientation,
  0,
  0,
  0,
  0,
  0,
  0,
];
const little = (value: number, bytes: number) => Array.from({ length: bytes }, (_, i) => (value >> (8 * i)) & 255);
const ascii = (word: string) => [...word].map((letter) => letter.charCodeAt(0));

/** A WebP that says the same: its plain form wrapped into the extended one (RFC 9649, 2.7). */
export async function webpWithExif(webp: Blob, [width, height]: [number, number], orientation: number): Promise<Blob> {
  const bytes = await bytesOf(webp);
  // It may have the extended form already, for its alpha.
  const picture = bytes.subarray(bytes[15] === 0x58 ? 30 : 12);
  const exif = tiff(orientation);
  const extended = [...ascii('VP8X'), ...little(10, 4), 8, 0, 0, 0, ...little(width - 1, 3), ...little(height - 1, 3)];
  const body = [...ascii('WEBP'), ...extended, ...picture, ...ascii('EXIF'), ...little(exif.length, 4), ...exif];
  return new Blob([new Uint8Array([...ascii('RIFF'), ...little(body.length, 4), ...body])]);
}

function crc32(bytes: Uint8Array): number {
  let crc = -1;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return ~crc;
}
export function pngChunk(name: string, body: Uint8Array): Uint8Array<ArrayBuffer> {
  const chunk = new Uint8Array(12 + body.length);
  const view = new DataView(chunk.buffer);
  view.setUint32(0, body.length);
  chunk.set(ascii(name), 4);
  chunk.set(body, 8);
  view.setInt32(8 + body.length, crc32(chunk.subarray(4, 8 + body.length)));
  return chunk;
}
export const pngWithExif = async (png: Blob, orientation: number) =>
  new Blob([png.slice(0, 33), pngChunk('eXIf', new Uint8Array(tiff(orientation))), png.slice(33)]);

/** Black and white only, so that even a hundred megapixels are some kilobytes. */
export async function hugePng(width: number, height: number): Promise<Blob> {
  const header = new Uint8Array(13);
  const view = new DataView(header.buffer);
  view.setUint32(0, width);
  view.setUint32(4, height);
  header[8] = 1;
  const rows = new Uint8Array((1 + Math.ceil(width / 8)) * height);
  const packed = new Response(new Blob([rows]).stream().pipeThrough(new CompressionStream('deflate')));
  const data = new Uint8Array(await packed.arrayBuffer());
  const signature = new Uint8Array([137, 80, 78, 71, 13, 10, 26, 10]);
  return new Blob([signature, pngChunk('IHDR', header), pngChunk('IDAT', data), pngChunk('IEND', new Uint8Array())]);
}

/** The kinds of chunk in a PNG. */
export async function chunks(png: Blob): Promise<string[]> {
  const view = new DataView(await png.arrayBuffer());
  const kinds = new Set<string>();
  for (let at = 8; at < view.byteLength; at += 12 + view.getUint32(at))
    kinds.add(String.fromCharCode(...new Uint8Array(view.buffer, at + 4, 4)));
  return [...kinds];
}
