import type { Adjustments } from './adjustments.js';

/** Pixels as numbers of 32 bits, row by row: a colour is moved whole, so nothing is blurred and every browser agrees. */
export interface Raster {
  data: Uint32Array;
  width: number;
  height: number;
}

/** Turned clockwise, then mirrored left to right. */
export function turnRaster(from: Raster, { turn = 0, mirror = false }: Pick<Adjustments, 'turn' | 'mirror'>): Raster {
  if (!turn && !mirror) return from;
  const { data, width, height } = from;
  const [wide, high] = turn % 180 ? [height, width] : [width, height];
  const to = new Uint32Array(data.length);
  // Where the new picture's first pixel comes from, and how far it is from there to the next one across and down.
  const steps = {
    0: [0, 1, width],
    90: [(height - 1) * width, -width, 1],
    180: [width * height - 1, -1, -width],
    270: [width - 1, width, -1],
  } as const;
  const [first, right, down] = steps[turn];
  const start = mirror ? first + right * (wide - 1) : first;
  const across = mirror ? -right : right;
  for (let y = 0, at = 0; y < high; y++)
    for (let x = 0, source = start + y * down; x < wide; x++, source += across) to[at++] = data[source]!;
  return { data: to, width: wide, height: high };
}

/** EXIF's orientation as a turn and a mirror image (CIPA DC-008, 4.6.4): what makes the stored picture upright. */
export const UPRIGHT: readonly Pick<Adjustments, 'turn' | 'mirror'>[] = [
  {},
  {},
  { mirror: true },
  { turn: 180 },
  { turn: 180, mirror: true },
  { turn: 90, mirror: true },
  { turn: 90 },
  { turn: 270, mirror: true },
  { turn: 270 },
];
