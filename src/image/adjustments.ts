/** A part of the picture, each number a share (0 … 1) of the picture's own width or height. */
export interface Crop {
  x: number;
  y: number;
  width: number;
  height: number;
}

/**
 * What a visitor may change about a picture before a pattern is made from it. Applied in this order: cut out of the picture as it
 * stands upright by its EXIF, turned clockwise, mirrored left to right, its light changed.
 */
export interface Adjustments {
  crop?: Crop;
  /** Degrees, clockwise. */
  turn?: 0 | 90 | 180 | 270;
  mirror?: boolean;
  /** −50 … 50; black stays black and white white. */
  brightness?: number;
  /** −50 … 50: half to one and a half times the distance from mid-grey. */
  contrast?: number;
  /** −50 … 50: grey to twice as colourful. */
  saturation?: number;
}

export type Light = 'brightness' | 'contrast' | 'saturation';
export const LIGHT: readonly Light[] = ['brightness', 'contrast', 'saturation'];
const TURNS = [0, 90, 180, 270];
const WHOLE: Crop = { x: 0, y: 0, width: 1, height: 1 };
const SIDES = ['x', 'y', 'width', 'height'] as const;
/** A tenth of a pixel of the largest picture that is read: what is finer cannot be seen, and one cut has one form. */
const round = (share: number) => Math.round(share * 1e5) / 1e5;

function readCrop(value: unknown): Crop | undefined {
  const crop = {} as Crop;
  for (const side of SIDES) {
    const share = (value as Partial<Crop> | null)?.[side];
    if (typeof share !== 'number' || !(share >= 0 && share <= 1))
      throw new RangeError(`adjustments.crop.${side} must be a number from 0 to 1, not ${String(share)}`);
    crop[side] = round(share);
  }
  if (!crop.width || !crop.height) throw new RangeError('adjustments.crop must leave something of the picture');
  // What 0.1 + 0.9 make is a slip of binary numbers, not of the page.
  if (crop.x + crop.width > 1.0001 || crop.y + crop.height > 1.0001)
    throw new RangeError('adjustments.crop reaches beyond the picture');
  crop.width = round(Math.min(crop.width, 1 - crop.x));
  crop.height = round(Math.min(crop.height, 1 - crop.y));
  return SIDES.some((side) => crop[side] !== WHOLE[side]) ? crop : undefined;
}

function readLight(name: string, value: unknown): number {
  if (typeof value !== 'number' || !(Math.abs(value) <= 50))
    throw new RangeError(`adjustments.${name} must be a number from −50 to 50, not ${String(value)}`);
  return Math.round(value);
}

/**
 * Checked, in one form, and without what changes nothing; `undefined` when nothing is left.
 * @throws RangeError that names the mistake
 */
export function readAdjustments(value: unknown): Adjustments | undefined {
  if (value == null) return;
  if (typeof value !== 'object') throw new RangeError(`adjustments must be an object, not ${typeof value}`);
  const { crop, turn = 0, mirror, ...light } = value as Adjustments;
  const stranger = Object.keys(light).find((name) => !LIGHT.includes(name as Light));
  if (stranger) throw new RangeError(`adjustments.${stranger} is unknown`);
  if (!TURNS.includes(turn)) throw new RangeError(`adjustments.turn must be 0, 90, 180 or 270, not ${String(turn)}`);
  const read: Adjustments = {};
  const cut = crop && readCrop(crop);
  if (cut) read.crop = cut;
  if (turn) read.turn = turn;
  if (mirror) read.mirror = true;
  for (const name of LIGHT) {
    const amount = readLight(name, light[name] ?? 0);
    if (amount) read[name] = amount;
  }
  return Object.keys(read).length ? read : undefined;
}

/** The one text for all adjustments that come to the same picture: part of a design's key. `undefined` for an untouched picture. */
export function canonical(value: unknown): string | undefined {
  const read = readAdjustments(value);
  return read && JSON.stringify(read);
}
