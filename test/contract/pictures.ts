import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { crc32 } from 'node:zlib';
import sharp from 'sharp';

// Pictures made by code: nothing here depends on a file.

/** Left half red, right half blue. */
export const halves = (width = 240, height = 200) =>
  sharp({ create: { width, height, channels: 3, background: '#d02020' } })
    .composite([{ input: { create: { width: width / 2, height, channels: 3, background: '#2030c0' } }, left: width / 2, top: 0 }])
    .png()
    .toBuffer();

/** No two corners alike: red, green, blue and yellow quarters, clockwise from the top left. */
export const quarters = (size = 200) => {
  const part = (background: string, left: number, top: number) => ({
    input: { create: { width: size / 2, height: size / 2, channels: 3 as const, background } },
    left,
    top,
  });
  return sharp({ create: { width: size, height: size, channels: 3, background: '#d02020' } })
    .composite([part('#20a040', size / 2, 0), part('#2030c0', size / 2, size / 2), part('#e0c020', 0, size / 2)])
    .png()
    .toBuffer();
};

/** Noise that no compression makes small: about 3 bytes a pixel as PNG. */
export const noise = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#808080', noise: { type: 'gaussian', mean: 128, sigma: 60 } } })
    .png({ compressionLevel: 0 })
    .toBuffer();

/** A small file whose header says that it is huge. */
export async function bomb(width: number, height: number): Promise<Buffer> {
  const png = await halves();
  png.writeUInt32BE(width, 16);
  png.writeUInt32BE(height, 20);
  png.writeUInt32BE(crc32(png.subarray(12, 29)), 29); // the header's own checksum
  return png;
}

export const base64 = async (picture: Buffer | Promise<Buffer>) => (await picture).toString('base64');

/** A little web server of somebody else, for `image_url`. */
export async function serve(listener: RequestListener) {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop: () => new Promise<void>((resolve) => (server.close(() => resolve()), server.closeAllConnections())),
  };
}
