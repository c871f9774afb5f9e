import type { Parameters } from '../field.js';

type Size = [width: number, height: number];

// Centimetres. Only the curtains' is documented.
const DOCUMENTED = new Map<unknown, Size>([['curtains', [1.5, 2]]]);
const ASSUMED = new Map<unknown, number>([
  ['crossstitch', 0.18],
  ['embroidery', 0.15],
  ['lego', 0.8],
  ['rugs', 0.5],
  ['beads', 0.5],
  ['mosaic', 1],
]);
/** The finest of all, for a niche that nobody knows: rather too many pixels than too few. */
const FINEST = 0.15;

/** The size of one cell that the API is documented to take when the request names none. */
export function documentedUnit({ niche }: Parameters): Parameters {
  const size = DOCUMENTED.get(niche);
  return size ? { unitWidthCm: size[0], unitHeightCm: size[1] } : {};
}

/** The size of one cell as well as it can be known before the API has answered. */
export function likelyUnit(parameters: Parameters): { width: number; height: number } {
  const assumed = ASSUMED.get(parameters.niche) ?? FINEST;
  const { unitWidthCm = assumed, unitHeightCm = assumed } = { ...documentedUnit(parameters), ...parameters };
  return { width: +unitWidthCm, height: +unitHeightCm };
}
