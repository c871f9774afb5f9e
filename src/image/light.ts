import type { Adjustments } from './adjustments.js';

/** Rec. 709: how bright the three lights look. */
const [RED, GREEN, BLUE] = [0.2126, 0.7152, 0.0722];

/** What becomes of each of the 256 values: a gamma for brightness, so that nothing burns out, then a line through mid-grey. */
export function lightCurve({ brightness = 0, contrast = 0 }: Adjustments): Uint8ClampedArray {
  const gamma = 2 ** (-brightness / 50);
  return Uint8ClampedArray.from({ length: 256 }, (_, value) => {
    const bright = 255 * (value / 255) ** gamma;
    return 127.5 + (bright - 127.5) * (1 + contrast / 100);
  });
}

/** Changes the light of RGBA pixels in place. */
export function adjustLight(data: Uint8ClampedArray, adjustments: Adjustments): void {
  const { brightness, contrast, saturation = 0 } = adjustments;
  if (brightness || contrast) {
    const curve = lightCurve(adjustments);
    // A pixel at a time, four times as fast. Little-endian, as every machine with a browser: alpha, blue, green, red.
    const pixels = new Uint32Array(data.buffer, data.byteOffset, data.length / 4);
    for (let at = 0; at < pixels.length; at++) {
      const pixel = pixels[at]!;
      pixels[at] =
        (pixel & 0xff000000) | (curve[(pixel >> 16) & 255]! << 16) | (curve[(pixel >> 8) & 255]! << 8) | curve[pixel & 255]!;
    }
  }
  if (!saturation) return;
  const colourful = 1 + saturation / 50;
  for (let at = 0; at < data.length; at += 4) {
    const grey = (RED * data[at]! + GREEN * data[at + 1]! + BLUE * data[at + 2]!) * (1 - colourful);
    data[at] = grey + data[at]! * colourful;
    data[at + 1] = grey + data[at + 1]! * colourful;
    data[at + 2] = grey + data[at + 2]! * colourful;
  }
}
