import { PicsartError } from './errors.js';
import { TILINGS } from '../../../src/chart/tilings.js';
import type { TilingName, TilingOptions } from '../../../src/core/tiling.js';

export const OUTPUT = {
  JPG: { extension: 'jpg', type: 'image/jpeg', sharp: 'jpeg' },
  PNG: { extension: 'png', type: 'image/png', sharp: 'png' },
  WEBP: { extension: 'webp', type: 'image/webp', sharp: 'webp' },
} as const;
export type FormatName = keyof typeof OUTPUT;

export interface Parameters extends TilingOptions {
  format: FormatName;
}

type Fields = Record<string, string>;

/** Documented: a value out of its range or of the wrong type is a 422. */
const refuse = (detail: string) => new PicsartError(422, detail);

function number(fields: Fields, name: string, usual: number, min: number, max: number, whole = true): number {
  const text = fields[name]?.trim();
  if (!text) return usual;
  const value = Number(text);
  if (!Number.isFinite(value) || (whole && !Number.isInteger(value)))
    throw refuse(`\`${name}\` must be a ${whole ? 'whole ' : ''}number`);
  if (value < min || value > max) throw refuse(`\`${name}\` must be from ${min} to ${max}`);
  return value;
}

function choice<Name extends string>(fields: Fields, name: string, usual: Name, choices: readonly Name[]): Name {
  const text = fields[name]?.trim();
  if (!text) return usual;
  const found = choices.find((one) => one.toLowerCase() === text.toLowerCase());
  if (!found) throw refuse(`\`${name}\` must be one of ${choices.join(', ')}`);
  return found;
}

/** Bounds and defaults are documented, but for the offsets' bounds. Fields that nobody knows are left alone. */
export function readParameters(fields: Fields): Parameters {
  const format = fields.format?.trim().toUpperCase() === 'JPEG' ? { ...fields, format: 'JPG' } : fields;
  return {
    pattern: choice(fields, 'pattern', 'hex', Object.keys(TILINGS) as TilingName[]),
    width: number(fields, 'width', 1024, 1, 8000),
    height: number(fields, 'height', 1024, 1, 8000),
    offsetX: number(fields, 'offset_x', 0, -8000, 8000),
    offsetY: number(fields, 'offset_y', 0, -8000, 8000),
    rotate: number(fields, 'rotate', 0, -180, 180),
    scale: number(fields, 'scale', 1, 0.5, 10, false),
    format: choice(format, 'format', 'JPG', Object.keys(OUTPUT) as FormatName[]),
  };
}
