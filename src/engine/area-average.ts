import { finish, type Work } from '../core/slices.js';
import { emptyColorList, putColor, type ColorList } from './color-spaces.js';
import type { Pixels } from './pattern.js';
import { LINEAR_LIGHT } from './srgb.js';

/** Which cells a pixel touches and how much of each, counted in whole 1/cells of a pixel (so nothing is rounded). */
interface Shares {
  first: number;
  weights: number[];
}

/**
 * Cuts `pixels` pixels into `cells` equal cells. With a pixel counted as `cells` units and a cell as `pixels` units, every
 * edge is a whole number; a cell gathers `pixels` units in all.
 */
function cut(pixels: number, cells: number): Shares[] {
  return Array.from({ length: pixels }, (_, pixel) => {
    const start = pixel * cells;
    const end = start + cells;
    const first = Math.floor(start / pixels);
    const weights: number[] = [];
    for (let cell = first; cell * pixels < end; cell++) {
      weights.push(Math.min(end, (cell + 1) * pixels) - Math.max(start, cell * pixels));
    }
    return { first, weights };
  });
}

/**
 * The exact mean light of each cell's area. Light adds up in linear light, not in sRGB values: averaging those darkens
 * every fine texture. A picture smaller than the grid gives flat cells, mixed only where a pixel's edge crosses a cell.
 */
export function* averaging({ data, width, height }: Pixels, columns: number, rows: number): Work<ColorList> {
  const across = cut(width, columns);
  const down = cut(height, rows);
  const sums = new Float64Array(columns * rows * 3); // whole numbers below 2^53: exact up to 2^29 pixels
  const line = new Float64Array(columns * 3);
  for (const [y, { first, weights }] of down.entries()) {
    line.fill(0);
    for (let x = 0, at = y * width * 4; x < width; x++, at += 4) {
      const alpha = data[at + 3]!;
      const white = 255 * (255 - alpha);
      // On white as a page shows it: in sRGB values, rounded to bytes.
      const red = LINEAR_LIGHT[Math.round((data[at]! * alpha + white) / 255)]!;
      const green = LINEAR_LIGHT[Math.round((data[at + 1]! * alpha + white) / 255)]!;
      const blue = LINEAR_LIGHT[Math.round((data[at + 2]! * alpha + white) / 255)]!;
      const share = across[x]!;
      for (let i = 0, to = share.first * 3; i < share.weights.length; i++, to += 3) {
        const weight = share.weights[i]!;
        line[to]! += red * weight;
        line[to + 1]! += green * weight;
        line[to + 2]! += blue * weight;
      }
    }
    for (let i = 0; i < weights.length; i++) {
      const from = (first + i) * columns * 3;
      for (let k = 0; k < line.length; k++) sums[from + k]! += line[k]! * weights[i]!;
    }
    yield;
  }
  const cells = emptyColorList(columns * rows);
  const area = width * height;
  for (let cell = 0, at = 0; cell < cells.length; cell++, at += 3) {
    putColor(cells, cell, sums[at]! / area, sums[at + 1]! / area, sums[at + 2]! / area);
    if (cell % 256 === 0) yield;
  }
  return cells;
}

export const averageCells = (pixels: Pixels, columns: number, rows: number): ColorList =>
  finish(averaging(pixels, columns, rows));
