import type { ApiKey } from '../data/accounts.js';
import { PixcraftError } from './errors.js';
import { NICHES, type Niche } from './niches.js';
import { requirePicture, type Body } from './request-body.js';

export interface Design {
  niche: Niche;
  widthCm: number;
  heightCm: number;
  unitWidthCm: number;
  unitHeightCm: number;
  columns: number;
  rows: number;
  maxColors: number;
  colorCatalog: 'default' | 'custom';
}

/** Documented: pieces are 10 to 1000 cm. The rest is assumed. */
export const SIDE_CM = { min: 10, max: 1000 };
const MOST_CELLS = 1_000_000;
export const MOST_COLORS = 100;
const DEFAULT_COLORS = 20;

/** The parameters of a pattern, complete and in bounds, or an error that names the field. Costs nothing and touches no picture. */
export function readDesign(body: Body, key: ApiKey): Design {
  for (const field of ['niche', 'width_cm', 'height_cm']) {
    if (body[field] == null || body[field] === '') throw new PixcraftError('MISSING_REQUIRED_FIELD', `\`${field}\` is missing`);
  }
  requirePicture(body);
  const niche = readNiche(body.niche, key);
  const widthCm = readNumber(body, 'width_cm', SIDE_CM.min, SIDE_CM.max);
  const heightCm = readNumber(body, 'height_cm', SIDE_CM.min, SIDE_CM.max);
  const unitWidthCm = readUnit(body, 'unit_width_cm', niche.unitWidthCm);
  const unitHeightCm = readUnit(body, 'unit_height_cm', niche.unitHeightCm);
  const columns = fit(widthCm, unitWidthCm);
  const rows = fit(heightCm, unitHeightCm);
  if (columns < 1) throw new PixcraftError('INVALID_DIMENSIONS', '`unit_width_cm` is larger than `width_cm`');
  if (rows < 1) throw new PixcraftError('INVALID_DIMENSIONS', '`unit_height_cm` is larger than `height_cm`');
  if (columns * rows > MOST_CELLS) {
    throw new PixcraftError(
      'INVALID_DIMENSIONS',
      `\`width_cm\` × \`height_cm\` make ${columns} × ${rows} units; ${MOST_CELLS} are the most`,
    );
  }
  return {
    niche,
    widthCm,
    heightCm,
    unitWidthCm,
    unitHeightCm,
    columns,
    rows,
    maxColors: readColors(body),
    colorCatalog: readCatalog(body, key),
  };
}

/** How many whole units fit: the small allowance keeps 10.1 / 0.1, which is 100.99999999999999, from losing one. */
const fit = (length: number, unit: number) => Math.floor(length / unit + 1e-9);

function readNiche(id: unknown, { allowedNiches }: ApiKey): Niche {
  const niche = typeof id === 'string' ? NICHES.get(id) : undefined;
  if (!niche) throw new PixcraftError('INVALID_NICHE', `\`niche\` must be one of ${[...NICHES.keys()].join(', ')}`);
  if (allowedNiches.length && !allowedNiches.includes(niche.id))
    throw new PixcraftError('INVALID_NICHE', `This key may not use the niche ${niche.id}`);
  return niche;
}

function readNumber(body: Body, field: string, min: number, max: number): number {
  const value = body[field];
  if (typeof value !== 'number' || !Number.isFinite(value))
    throw new PixcraftError('INVALID_DIMENSIONS', `\`${field}\` must be a number`);
  if (value < min || value > max) throw new PixcraftError('INVALID_DIMENSIONS', `\`${field}\` must be from ${min} to ${max}`);
  return value;
}

function readUnit(body: Body, field: string, usual: number): number {
  if (body[field] == null) return usual;
  const value = readNumber(body, field, 0, SIDE_CM.max);
  if (value === 0) throw new PixcraftError('INVALID_DIMENSIONS', `\`${field}\` must be more than 0`);
  return value;
}

/** An upper bound: more than the API ever uses is no mistake, it uses the most it can. */
function readColors(body: Body): number {
  if (body.max_colors == null) return DEFAULT_COLORS;
  const value = readNumber(body, 'max_colors', 1, Number.MAX_SAFE_INTEGER);
  if (!Number.isInteger(value)) throw new PixcraftError('INVALID_DIMENSIONS', '`max_colors` must be a whole number');
  return Math.min(value, MOST_COLORS);
}

/** Documented: a key's own colours "override the default color catalog"; so they are used unless `default` is asked for. */
export const defaultCatalog = ({ customColors }: ApiKey) => (customColors.length ? 'custom' : 'default');

function readCatalog({ color_catalog: catalog }: Body, key: ApiKey): 'default' | 'custom' {
  if (catalog == null) return defaultCatalog(key);
  if (catalog !== 'default' && catalog !== 'custom')
    throw new PixcraftError('INVALID_COLOR_CATALOG', '`color_catalog` must be default or custom');
  if (catalog === 'custom' && !key.customColors.length)
    throw new PixcraftError('INVALID_COLOR_CATALOG', '`color_catalog` is custom, but this key has no colours of its own');
  return catalog;
}
