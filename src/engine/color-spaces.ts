import { cubeRoot } from './exact-math.js';
import { FULL_LIGHT } from './srgb.js';

// CIELAB with the D65 white of sRGB itself: no chromatic adaptation, and CIEDE2000 is defined on it.
// Matrix and white: CSS Color 4, https://www.w3.org/TR/css-color-4/#color-conversion-code
const WHITE_X = 0.3127 / 0.329;
const WHITE_Z = (1 - 0.3127 - 0.329) / 0.329;
const EPSILON = 216 / 24389;
const KAPPA = 24389 / 27;

function lightnessCurve(t: number): number {
  return t > EPSILON ? cubeRoot(t) : (KAPPA * t + 16) / 116;
}

/** A list of colours as flat triples: CIELAB for measuring, OKLab for quick guesses at what is near. */
export interface ColorList {
  length: number;
  lab: Float64Array;
  oklab: Float64Array;
}

export function emptyColorList(length: number): ColorList {
  return { length, lab: new Float64Array(length * 3), oklab: new Float64Array(length * 3) };
}

/** Converts linear light, counted in 1/FULL_LIGHT, into place `index` of the list. */
export function putColor(list: ColorList, index: number, red: number, green: number, blue: number): void {
  const r = red / FULL_LIGHT;
  const g = green / FULL_LIGHT;
  const b = blue / FULL_LIGHT;
  const x = lightnessCurve(((506752 / 1228815) * r + (87881 / 245763) * g + (12673 / 70218) * b) / WHITE_X);
  const y = lightnessCurve((87098 / 409605) * r + (175762 / 245763) * g + (12673 / 175545) * b);
  const z = lightnessCurve(((7918 / 409605) * r + (87881 / 737289) * g + (1001167 / 1053270) * b) / WHITE_Z);
  const at = index * 3;
  list.lab[at] = 116 * y - 16;
  list.lab[at + 1] = 500 * (x - y);
  list.lab[at + 2] = 200 * (y - z);
  // Björn Ottosson, https://bottosson.github.io/posts/oklab/
  const l = cubeRoot(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = cubeRoot(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = cubeRoot(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  list.oklab[at] = 0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s;
  list.oklab[at + 1] = 1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s;
  list.oklab[at + 2] = 0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s;
}

/** Squared distance in OKLab of one colour of a list to one of another. */
export function oklabDistance(one: Float64Array, i: number, other: Float64Array, j: number): number {
  const l = one[i * 3]! - other[j * 3]!;
  const a = one[i * 3 + 1]! - other[j * 3 + 1]!;
  const b = one[i * 3 + 2]! - other[j * 3 + 2]!;
  return l * l + a * a + b * b;
}
