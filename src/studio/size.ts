import type { Sides } from './crop.js';

const INCH = 2.54;

/** Regions that measure in inches, as `auto` takes it: the United States and Liberia (Myanmar goes metric). */
const INCHES = new Set(['US', 'LR']);

export type Units = 'cm' | 'in';

/** What a page's `units` come to for a language tag; only a region says it. */
export function unitsFor(wish: string | undefined, lang: string): Units {
  if (wish === 'cm' || wish === 'in') return wish;
  try {
    return INCHES.has(new Intl.Locale(lang).region ?? '') ? 'in' : 'cm';
  } catch {
    return 'cm';
  }
}

export const shown = (cm: number, units: Units): number => Math.round((units === 'in' ? cm / INCH : cm) * 10) / 10;
/** The same for the ends of what is taken: never a length beyond them. */
export const shownBounds = ({ min, max }: { min: number; max: number }, units: Units) => {
  const by = units === 'in' ? INCH : 1;
  return { min: Math.ceil((min / by) * 10) / 10, max: Math.floor((max / by) * 10) / 10 };
};
/** To the hundredth: 11.8 in must come back as 11.8 in. */
export const toCm = (length: number, units: Units): number => Math.round((units === 'in' ? length * INCH : length) * 100) / 100;

/** Columns and rows that fit (documented: the whole units in the length); the allowance keeps 10.1 / 0.1 from losing one. */
export function gridOf(size: Sides, unit: Sides): { columns: number; rows: number } {
  const fitting = (length: number, each: number) => Math.max(1, Math.floor(length / each + 1e-9));
  return { columns: fitting(size.width, unit.width), rows: fitting(size.height, unit.height) };
}

/** Stitches to the inch of the usual fabrics for cross stitch. */
export const FABRICS = [11, 14, 16, 18, 22] as const;

export const unitOfFabric = (count: number): number => Math.round((INCH / count) * 1e4) / 1e4;
export const fabricOfUnit = (unit: number | undefined): number | undefined =>
  FABRICS.find((count) => unitOfFabric(count) === unit);

/** In tenths of a centimetre, as the API is asked. */
export const tenths = (cm: number): number => Math.round(cm * 10) / 10;
