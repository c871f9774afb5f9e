import { DIRECTIONS } from './walk.js';
import type { CatalogueColor, PatternOptions, Pixels } from './pattern.js';
import { isHex } from './srgb-colors.js';

/** Above this a pattern is a mistake, not a work: 4,000 × 4,000 cells. */
const MOST_CELLS = 16_000_000;
const MOST_COLORS = 65_536; // what a Uint16Array can number

function checkCount(name: string, value: unknown): void {
  if (typeof value !== 'number') throw new TypeError(`${name} must be a number, not ${typeof value}.`);
  if (!Number.isInteger(value) || value < 1) throw new RangeError(`${name} must be a whole number of at least 1, not ${value}.`);
}

function checkPixels({ data, width, height }: Pixels): void {
  checkCount('width', width);
  checkCount('height', height);
  if (!ArrayBuffer.isView(data) || data.BYTES_PER_ELEMENT !== 1) throw new TypeError('data must be a Uint8ClampedArray.');
  const length = width * height * 4;
  if (data.length !== length) {
    throw new RangeError(`data must hold ${length} bytes for ${width} × ${height} RGBA pixels, not ${data.length}.`);
  }
}

function checkCatalogue(catalogue: readonly CatalogueColor[]): void {
  if (!Array.isArray(catalogue)) throw new TypeError('catalogue must be a list of colours.');
  if (catalogue.length === 0) throw new RangeError('catalogue must have at least one colour.');
  if (catalogue.length > MOST_COLORS) throw new RangeError(`catalogue must have at most ${MOST_COLORS} colours.`);
  const ids = new Set<string>();
  catalogue.forEach((color: Partial<CatalogueColor> | null, i) => {
    const { id, name, hex } = color ?? {};
    if (typeof id !== 'string' || typeof name !== 'string') throw new TypeError(`catalogue[${i}] must have an id and a name.`);
    if (!isHex(hex)) throw new RangeError(`catalogue[${i}] (${name}) must have a hex like #1a2b3c, not ${String(hex)}.`);
    if (ids.has(id)) throw new RangeError(`catalogue[${i}] (${name}) has the id ${id}, which is taken.`);
    ids.add(id);
  });
}

/** Stops a mistake at the door, in words that name it: RangeError for a value, TypeError for a kind of value. */
export function checkInput(pixels: Pixels, options: PatternOptions): void {
  checkPixels(pixels);
  checkCount('columns', options.columns);
  checkCount('rows', options.rows);
  if (options.columns * options.rows > MOST_CELLS) throw new RangeError(`columns × rows must be at most ${MOST_CELLS}.`);
  if (options.maxColors !== undefined) checkCount('maxColors', options.maxColors);
  if (!DIRECTIONS.includes(options.direction)) {
    throw new RangeError(`direction must be ${DIRECTIONS.join(', ')}, not ${String(options.direction)}.`);
  }
  checkCatalogue(options.catalogue);
}
