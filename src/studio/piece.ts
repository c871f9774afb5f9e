import type { Sides } from './crop.js';
import { tenths } from './size.js';

/** The least and the most of a number. */
export interface Bounds {
  min: number;
  max: number;
}

export type Side = 'width' | 'height';
/** Their parameters. */
export const SIDES = { width: 'widthCm', height: 'heightCm' } as const;

/** What nobody decided is so wide, in centimetres. */
const WIDTH = 30;

const positive = (value: unknown): number | undefined => (Number(value) > 0 ? Number(value) : undefined);

/** A length in tenths, and within what is taken. */
export const bounded = ({ min, max }: Bounds, length: number): number => Math.min(max, Math.max(min, tenths(length)));

/** The finished piece. */
export interface Piece {
  /** In centimetres. */
  size: Sides;
  /** Its shape where page or visitor decided on both sides, or the API does not take the picture's own. */
  decided?: number;
  /** The API takes such a size. */
  taken: boolean;
}

/** What comes of what page and visitor want; a height that nobody set follows the picture as it is cut. */
export function pieceOf(picture: Sides, values: Readonly<Record<string, unknown>>, bounds: (parameter: string) => Bounds): Piece {
  const width = positive(values.widthCm) ?? WIDTH;
  const own = (width * picture.height) / picture.width;
  const wanted = positive(values.heightCm);
  const height = wanted ?? bounded(bounds(SIDES.height), own);
  const within = (side: Side, length: number) => {
    const { min, max } = bounds(SIDES[side]);
    return length >= min && length <= max;
  };
  return {
    size: { width, height },
    decided: wanted || height !== tenths(own) ? width / height : undefined,
    taken: within('width', width) && within('height', height),
  };
}
