import type { Work } from '../core/slices.js';
import { deltaE } from './ciede2000.js';
import { oklabDistance, type ColorList } from './color-spaces.js';

/**
 * Only colours up to 3 times as far away as the nearest one, and a little (0.05), in OKLab, are measured by ΔE00. On photos
 * that leaves out two of three and never the right one; with a reach of 2.5 and no more, ΔE00 disagreed by up to 7.
 */
const [TIMES, MORE] = [3, 0.05];
/** The most that CIEDE2000 divides a difference in lightness by (S_L, reached at black and white). */
const LIGHTNESS = 1.75;

/** The nearest of the `chosen` catalogue colours, by ΔE00, for each cell: indices into the catalogue. */
export function* assigning(cells: ColorList, catalogue: ColorList, chosen: readonly number[]): Work<Uint16Array> {
  const assigned = new Uint16Array(cells.length);
  const distances = new Float64Array(chosen.length);
  for (let cell = 0; cell < cells.length; cell++) {
    if (cell % 64 === 0) yield;
    let nearest = 0;
    for (let k = 0; k < chosen.length; k++) {
      const distance = oklabDistance(cells.oklab, cell, catalogue.oklab, chosen[k]!);
      distances[k] = distance;
      if (distance < distances[nearest]!) nearest = k;
    }
    const reach = Math.sqrt(distances[nearest]!) * TIMES + MORE;
    // Mostly it is the nearest there, too: measured first, it spares most of the others.
    let first = nearest;
    let best = deltaE(cells.lab, cell, catalogue.lab, chosen[nearest]!);
    for (let k = 0; k < chosen.length; k++) {
      if (k === nearest || distances[k]! > reach * reach) continue;
      const color = chosen[k]!;
      if (Math.abs(cells.lab[cell * 3]! - catalogue.lab[color * 3]!) > best * LIGHTNESS) continue;
      const loss = deltaE(cells.lab, cell, catalogue.lab, color);
      // Of equals the first.
      if (loss < best || (loss === best && k < first)) {
        best = loss;
        first = k;
      }
    }
    assigned[cell] = chosen[first]!;
  }
  return assigned;
}
