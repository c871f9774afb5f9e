import { deltaE } from '../../../src/engine/ciede2000.js';
import type { ColorList } from '../../../src/engine/color-spaces.js';

/**
 * The method to be measured against, done without a shortcut: the ΔE00 of every cell to every catalogue colour, a greedy
 * choice by it, then the best of all swaps again and again until none helps. Returns the ΔE00 of each cell.
 */
export function referenceLosses(cells: ColorList, catalogue: ColorList, maxColors: number): Float64Array {
  const table = Array.from({ length: catalogue.length }, (_, color) =>
    Float32Array.from({ length: cells.length }, (_, cell) => deltaE(cells.lab, cell, catalogue.lab, color)),
  );
  const chosen: number[] = [];
  const best = new Float64Array(cells.length).fill(1e9);
  while (chosen.length < Math.min(maxColors, catalogue.length)) {
    const totals = table.map((row) => best.reduce((sum, now, cell) => sum + Math.min(now, row[cell]!), 0));
    const winner = totals.indexOf(Math.min(...totals));
    chosen.push(winner);
    table[winner]!.forEach((loss, cell) => (best[cell] = Math.min(best[cell]!, loss)));
  }
  while (swapBest(table, chosen));
  return best.map((_, cell) => Math.min(...chosen.map((color) => table[color]![cell]!)));
}

function swapBest(table: Float32Array[], chosen: number[]): boolean {
  const length = table[0]!.length;
  const best = new Float64Array(length).fill(Infinity);
  const second = new Float64Array(length).fill(Infinity);
  const owner = new Uint16Array(length);
  chosen.forEach((color, place) => {
    for (let cell = 0; cell < length; cell++) {
      const loss = table[color]![cell]!;
      if (loss < best[cell]!) {
        second[cell] = best[cell]!;
        best[cell] = loss;
        owner[cell] = place;
      } else if (loss < second[cell]!) second[cell] = loss;
    }
  });
  let least = -1e-6;
  let swap: [place: number, color: number] | undefined;
  table.forEach((row, color) => {
    if (chosen.includes(color)) return;
    const change = new Float64Array(chosen.length);
    let always = 0;
    for (let cell = 0; cell < length; cell++) {
      const now = best[cell]!;
      const joined = Math.min(now, row[cell]!) - now; // when the cell keeps its colour
      always += joined;
      change[owner[cell]!]! += Math.min(second[cell]!, row[cell]!) - now - joined;
    }
    change.forEach((value, place) => {
      if (value + always < least) [least, swap] = [value + always, [place, color]];
    });
  });
  if (swap) chosen[swap[0]] = swap[1];
  return swap !== undefined;
}

/** The ΔE00 of each cell of a pattern to the picture's own colour there. */
export function patternLosses(pattern: { cells: Uint16Array }, cells: ColorList, materials: ColorList): Float64Array {
  return Float64Array.from(pattern.cells, (material, cell) => deltaE(cells.lab, cell, materials.lab, material));
}

export function mean(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
