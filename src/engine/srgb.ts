import { fifthRoot } from './exact-math.js';

/**
 * Linear light is counted in whole 1/2^24, so that sums over millions of pixels are exact whatever their order and a
 * flat area averages to exactly its own colour.
 */
export const FULL_LIGHT = 2 ** 24;

/** 8-bit sRGB value → linear light (IEC 61966-2-1). x^2.4 is x² · (x^⅕)². */
export const LINEAR_LIGHT: Float64Array = Float64Array.from({ length: 256 }, (_, value) => {
  const v = value / 255;
  if (v <= 0.04045) return Math.round((v / 12.92) * FULL_LIGHT);
  const base = (v + 0.055) / 1.055;
  const root = fifthRoot(base);
  return Math.round(base * base * root * root * FULL_LIGHT);
});
