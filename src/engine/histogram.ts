import type { Work } from '../core/slices.js';
import { emptyColorList, type ColorList } from './color-spaces.js';

/** Colours that stand for all cells near them, with how many each stands for. */
export interface Histogram {
  colors: ColorList;
  weights: Float64Array;
}

/** More mean colours than this do not better the choice (under 0.5 % of the loss), they only make it slow. */
export const HISTOGRAM = 1500;
const FINEST = 0.004; // in OKLab, about a fifth of a just noticeable difference
const COARSER = 1.25;

/** Puts each cell into a box of the OKLab space; undefined when more than `limit` boxes are needed. */
function* sortingIntoBoxes({ oklab, length }: ColorList, size: number, limit: number): Work<Int32Array | undefined> {
  const boxes = new Map<number, number>();
  const boxOf = new Int32Array(length);
  for (let cell = 0, at = 0; cell < length; cell++, at += 3) {
    if (cell % 1024 === 0) yield;
    const l = Math.floor(oklab[at]! / size);
    const a = Math.floor((oklab[at + 1]! + 0.5) / size);
    const b = Math.floor((oklab[at + 2]! + 0.5) / size);
    const key = (l * 1024 + a) * 1024 + b;
    let box = boxes.get(key);
    if (box === undefined) {
      box = boxes.size;
      if (box === limit) return undefined;
      boxes.set(key, box);
    }
    boxOf[cell] = box;
  }
  return boxOf;
}

/** At most `limit` mean colours of the cells: the finest boxes that are few enough. */
export function* countingColors(cells: ColorList, limit: number): Work<Histogram> {
  let size = FINEST;
  let boxOf = yield* sortingIntoBoxes(cells, size, limit);
  while (boxOf === undefined) boxOf = yield* sortingIntoBoxes(cells, (size *= COARSER), limit);
  let length = 0;
  for (const box of boxOf) length = Math.max(length, box + 1);
  const colors = emptyColorList(length);
  const weights = new Float64Array(length);
  for (let cell = 0; cell < cells.length; cell++) {
    if (cell % 1024 === 0) yield;
    const box = boxOf[cell]!;
    weights[box]!++;
    for (let i = 0; i < 3; i++) {
      colors.lab[box * 3 + i]! += cells.lab[cell * 3 + i]!;
      colors.oklab[box * 3 + i]! += cells.oklab[cell * 3 + i]!;
    }
  }
  for (let i = 0; i < length * 3; i++) {
    const weight = weights[Math.floor(i / 3)]!;
    colors.lab[i]! /= weight;
    colors.oklab[i]! /= weight;
  }
  return { colors, weights };
}
