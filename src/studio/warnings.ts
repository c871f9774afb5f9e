import type { Sides } from './crop.js';
import { gridOf, tenths } from './size.js';

/** Above this a pattern is work for years. */
export const MANY = 100_000;
/** So much of a picture may be lost at its edges before it is worth a word. */
const LITTLE = 0.02;

/** What should be said before a use is paid for, and the size that puts it right. */
export interface Warning {
  kind: 'coarse' | 'cut' | 'many';
  /** In centimetres; absent where the visitor may not change it. */
  fix?: Sides;
}

export interface Plan {
  /** Pixels of what is cut out. */
  picture: Sides;
  /** What the visitor herself left of the picture. */
  whole: Sides;
  /** Of the finished piece, in centimetres. */
  size: Sides;
  unit: Sides;
  /** Smallest and largest sides that the API takes. */
  least: Sides;
  most: Sides;
  /** Share of the picture that the size itself cuts off, without the visitor's doing. */
  lost: number;
  mayResize: boolean;
}

/** The largest size of the same shape that will do, from `factor` downwards; undefined below what the API takes. */
function largest({ width, height }: Sides, factor: number, least: Sides, willDo: (size: Sides) => boolean): Sides | undefined {
  const round = (length: number, by: number) => Math.floor(length * by * 10 + 1e-6) / 10;
  // Only whole pieces count, so that the first guess may be a piece too much.
  for (let by = factor; ; by *= 0.998) {
    const size = { width: round(width, by), height: round(height, by) };
    if (!(size.width >= least.width && size.height >= least.height)) return;
    if (willDo(size)) return size;
  }
}

/** A hair below one pixel a cell is the rounding of a cut. */
const SHARP = 0.98;

export function warningsFor({ picture, whole, size, unit, least, most, lost, mayResize }: Plan): Warning[] {
  const sharpness = (at: Sides) => {
    const { columns, rows } = gridOf(at, unit);
    return Math.min(picture.width / columns, picture.height / rows);
  };
  const pieces = (at: Sides) => {
    const { columns, rows } = gridOf(at, unit);
    return columns * rows;
  };
  const warnings: Warning[] = [];
  const warn = (kind: Warning['kind'], from: Sides, factor: number, willDo: (size: Sides) => boolean) =>
    warnings.push({ kind, fix: mayResize ? largest(from, factor, least, willDo) : undefined });
  if (sharpness(size) < SHARP) warn('coarse', size, sharpness(size), (at) => sharpness(at) >= SHARP);
  if (lost > LITTLE) {
    // As wide as it is, or as much larger as the API wants it at least.
    const width = Math.max(size.width, least.width, (least.height * whole.width) / whole.height);
    warn(
      'cut',
      { width: tenths(width), height: tenths((width * whole.height) / whole.width) },
      1,
      ({ width, height }) => width <= most.width && height <= most.height,
    );
  }
  if (pieces(size) > MANY) warn('many', size, Math.sqrt(MANY / pieces(size)), (at) => pieces(at) <= MANY);
  return warnings;
}
