/** Kinds of tilings, by the names that Picsart's API has for them. */
export type TilingName = 'hex' | 'mirror' | 'diamond' | 'hex2' | 'tile';

/** A result that the picture covers again and again. */
export interface TilingOptions {
  pattern: TilingName;
  /** pixels of the result */
  width: number;
  height: number;
  /** pixels to the right and down, counted from the middle */
  offsetX: number;
  offsetY: number;
  /** degrees, clockwise */
  rotate: number;
  scale: number;
}
