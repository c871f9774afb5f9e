/** The way the maker works: row after row, column after column, or rows from the bottom row up. */
export type Direction = 'rows' | 'columns' | 'bottom-up';

/** One colour that can be bought. `id` is unique in its catalogue. */
export interface CatalogueColor {
  id: string;
  name: string;
  /** `#rrggbb`, upper or lower case */
  hex: string;
}

/** A picture as a canvas gives it: RGBA, 8 bits each, sRGB, row-major, not premultiplied. */
export interface Pixels {
  data: Uint8ClampedArray;
  width: number;
  height: number;
}

export interface PatternOptions {
  columns: number;
  rows: number;
  /** most colours the pattern may use; more than the catalogue has is the whole catalogue. Default 20 */
  maxColors?: number;
  catalogue: readonly CatalogueColor[];
  direction: Direction;
  /** recolour stray single cells where that costs little colour. Default true */
  cleanup?: boolean;
}

export interface Material extends CatalogueColor {
  /** cells of this colour */
  quantity: number;
  /** share of all cells, two decimals; all shares add up to 100 */
  percentage: number;
}

/** So many cells of one colour, one after the other. `color` is the material's name. */
export interface Run {
  id: string;
  color: string;
  hex: string;
  count: number;
}

/** One row or column, in the order in which it is made. A row runs left to right, a column top to bottom. */
export interface GuideStep {
  /** 1, 2, 3 … in working order; with `bottom-up` step 1 is the bottom row */
  step: number;
  direction: Direction;
  runs: Run[];
}

/** Where one colour is found. Rows and columns count from 1 at the top left, whatever the direction of work. */
export interface ColorPlaces {
  color: string;
  hex: string;
  /** `columns` is a list of numbers and ranges: `3-7,9` */
  positions: { row: number; columns: string }[];
}

export type Difficulty = 'easy' | 'medium' | 'hard';

export interface Pattern {
  columns: number;
  rows: number;
  /** index into `materials`, row-major */
  cells: Uint16Array;
  /** most used first; nothing that is not used */
  materials: Material[];
  guide: GuideStep[];
  colorSummary: ColorPlaces[];
  difficulty: Difficulty;
}
