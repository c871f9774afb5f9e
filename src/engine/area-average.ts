import { finish, type Work } from '../core/slices.js';
import { emptyColorList, putColor, type ColorList } from './color-spaces.js';
import type { Pixels } from './pattern.js';
import { LINEAR_LIGHT } from './srgb.js';

/** Which cells each pixel touches and how much of each, counted in whole 1/cells of a pixel (so nothing is rounded). */
interface Shares {
  /** First cell of each pixel. */
  first: Uint32Array;
  /** Where a pixel's weights begin; one more for the end. */
  starts: Uint32Array;
  weights: Float64Array;
}

/**
 * Cuts `pixels` pixels into `cells` equal cells. With a pixel counted as `cells` units and a cell as `pixels` units, every
 * edge is a whole number; a cell gathers `pixels` units in all.
 */
function cut(pixels: number, cells: number): Shares {
  const first = new Uint32Array(pixels);
  const starts = new Uint32Array(pixels + 1);
  const weights: number[] = [];
  for (let pixel = 0; pixel < pixels; pixel++) {
    const start = pixel * cells;
    const end = start + cells;
    first[pixel] = Math.floor(start / pixels);
    for (let cell = first[pixel]!; cell * pixels < end; cell++)
      weights.push(Math.min(end, (cell + 1) * pixels) - Math.max(start, cell * pixels));
    starts[pixel + 1] = weights.length;
  }
  return { first, starts, weights: Float64Array.from(weights) };
}

/** On white as a page shows it: in sRGB values, rounded to bytes. */
const onWhite = (value: number, alpha: number) =>
  alpha === 255 ? value : Math.round((value * alpha + 255 * (255 - alpha)) / 255);

/**
 * The exact mean light of each cell's area. Light adds up in linear light, not in sRGB values: averaging those darkens
 * every fine texture. A picture smaller than the grid gives flat cells, mixed only where a pixel's edge crosses a cell.
 */
export function* averaging({ data, width, height }: Pixels, columns: number, rows: number): Work<ColorList> {
  const across = cut(width, columns);
  const down = cut(height, rows);
  const sums = new Float64Array(columns * rows * 3); // whole numbers below 2^53: exact up to 2^29 pixels
  const line = new Float64Array(columns * 3);
  for (let y = 0, at = 0; y < height; y++) {
    line.fill(0);
    for (let x = 0; x < width; x++, at += 4) {
      const alpha = data[at + 3]!;
      const red = LINEAR_LIGHT[onWhite(data[at]!, alpha)]!;
      const green = LINEAR_LIGHT[onWhite(data[at + 1]!, alpha)]!;
      const blue = LINEAR_LIGHT[onWhite(data[at + 2]!, alpha)]!;
      const end = across.starts[x + 1]!;
      for (let i = across.starts[x]!, to = across.first[x]! * 3; i < end; i++, to += 3) {
        const weight = across.weights[i]!;
        line[to]! += red * weight;
        line[to + 1]! += green * weight;
        line[to + 2]! += blue * weight;
      }
    }
    const end = down.starts[y + 1]!;
    for (let i = down.starts[y]!, from = down.first[y]! * columns * 3; i < end; i++, from += columns * 3) {
      const weight = down.weights[i]!;
      for (let k = 0; k < line.length; k++) sums[from + k]! += line[k]! * weight;
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
