import { deltaE } from './ciede2000.js';
import { oklabDistance, type ColorList } from './color-spaces.js';

/**
 * Only colours at most this many times as far away as the nearest one, by OKLab, are measured by ΔE00: the two disagree
 * by less than that on all but a few cells in a million, and then by a hair.
 */
const REACH = 2.5 * 2.5; // squared, as the distances are
const TINY = 1e-5;

/** The nearest of the `chosen` catalogue colours, by ΔE00, for each cell: indices into the catalogue. */
export function assignCells(cells: ColorList, catalogue: ColorList, chosen: readonly number[]): Uint16Array {
  const assigned = new Uint16Array(cells.length);
  const distances = new Float64Array(chosen.length);
  for (let cell = 0; cell < cells.length; cell++) {
    let nearest = Infinity;
    for (let k = 0; k < chosen.length; k++) {
      const distance = oklabDistance(cells.oklab, cell, catalogue.oklab, chosen[k]!);
      distances[k] = distance;
      if (distance < nearest) nearest = distance;
    }
    const reach = nearest * REACH + TINY;
    let best = Infinity;
    for (let k = 0; k < chosen.length; k++) {
      if (distances[k]! > reach) continue;
      const loss = deltaE(cells.lab, cell, catalogue.lab, chosen[k]!);
      if (loss < best) {
        best = loss;
        assigned[cell] = chosen[k]!;
      }
    }
  }
  return assigned;
}
