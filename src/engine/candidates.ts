import type { Work } from '../core/slices.js';
import { oklabDistance, type ColorList } from './color-spaces.js';
import type { Histogram } from './histogram.js';

const NEAR = 24;
/** Colours × colours up to which leaving any out saves nothing. */
const FEW = 100_000;

/**
 * Catalogue colours worth a look: each one that is among the `near` nearest, by OKLab, of some colour of the picture. A photo
 * has enough colours for those between its own, which a choice of two or three needs, to be among them.
 */
export function* findingCandidates({ colors }: Histogram, catalogue: ColorList, near = NEAR): Work<number[]> {
  if (catalogue.length <= near || catalogue.length * colors.length <= FEW)
    return Array.from({ length: catalogue.length }, (_, i) => i);
  const wanted = new Uint8Array(catalogue.length);
  const nearest = new Float64Array(near); // squared distances, nearest first
  const which = new Int32Array(near);
  for (let i = 0; i < colors.length; i++) {
    if (i % 16 === 0) yield;
    nearest.fill(Infinity);
    for (let j = 0; j < catalogue.length; j++) {
      const distance = oklabDistance(colors.oklab, i, catalogue.oklab, j);
      if (distance >= nearest[near - 1]!) continue;
      let place = near - 1;
      for (; place > 0 && nearest[place - 1]! > distance; place--) {
        nearest[place] = nearest[place - 1]!;
        which[place] = which[place - 1]!;
      }
      nearest[place] = distance;
      which[place] = j;
    }
    for (const j of which) wanted[j] = 1;
  }
  return Array.from(wanted.keys()).filter((j) => wanted[j] === 1);
}
