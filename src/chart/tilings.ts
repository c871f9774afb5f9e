import { finish, type Work } from '../core/slices.js';
import type { TilingName, TilingOptions } from '../core/tiling.js';
import type { Pixels } from '../engine/pattern.js';

// Picsart's kinds of pattern. Their names are documented, how they lay the picture out is assumed.

interface Size {
  width: number;
  height: number;
}

/** Assumed: at scale 1 the longer side of a tile is a quarter of the longer side of the result. */
const TILES = 4;

/** How large one tile is in the result: what the picture should be shrunk to, by something that smooths better than this. */
export function tileSize(picture: Size, { width, height, scale }: TilingOptions): Size {
  const size = ((Math.max(width, height) / TILES) * scale) / Math.max(picture.width, picture.height);
  return { width: Math.max(1, picture.width * size), height: Math.max(1, picture.height * size) };
}

/** A place on the tile, in its own pixels. One object is used again and again: there may be 64 million places to find. */
export interface Place {
  x: number;
  y: number;
}

/** Finds which place of the tile (`width` × `height`) is seen at x, y; the middle of a tile is at 0, 0. */
export type Tiling = (place: Place, x: number, y: number, width: number, height: number) => void;

const wrap = (value: number, size: number) => value - Math.floor(value / size) * size;
const isOdd = (index: number) => index % 2 !== 0;

/** Side by side. */
const tile: Tiling = (place, x, y, width, height) => {
  place.x = wrap(x + width / 2, width);
  place.y = wrap(y + height / 2, height);
};

/** Side by side, each the mirror image of its neighbours, so that no seam is seen. */
const mirror: Tiling = (place, x, y, width, height) => {
  tile(place, x, y, width, height);
  if (isOdd(Math.floor(x / width + 0.5))) place.x = width - place.x;
  if (isOdd(Math.floor(y / height + 0.5))) place.y = height - place.y;
};

/** Rhombuses: the middle of a tile where the two distances add up to less than a half, else of the one between four. */
const diamond: Tiling = (place, x, y, width, height) => {
  const dx = x - Math.round(x / width) * width;
  const dy = y - Math.round(y / height) * height;
  const inside = Math.abs(dx) / width + Math.abs(dy) / height <= 0.5;
  place.x = width / 2 + (inside ? dx : dx - Math.sign(dx) * (width / 2));
  place.y = inside ? height / 2 + dy : height / 2 - (dy - Math.sign(dy) * (height / 2));
};

const ROW = Math.sqrt(3) / 2;

/**
 * The nearest middle in rows of points that are each shifted by half a point: that is a honeycomb. Leaves in `place` how far
 * it is along the row and across it, and returns the row.
 */
function honeycomb(place: Place, along: number, across: number, size: number): number {
  const spacing = size * ROW;
  const lower = Math.floor(across / spacing);
  let found = lower;
  let nearest = Infinity;
  for (let row = lower; row <= lower + 1; row++) {
    const shifted = isOdd(row) ? along - size / 2 : along;
    const da = shifted - Math.round(shifted / size) * size;
    const dc = across - row * spacing;
    const distance = da * da + dc * dc;
    if (distance >= nearest) continue;
    nearest = distance;
    found = row;
    place.x = da;
    place.y = dc;
  }
  return found;
}

/** Hexagons standing on a corner, as wide as the tile; the picture fills each. */
const hex: Tiling = (place, x, y, width, height) => {
  honeycomb(place, x, y, width);
  const fill = Math.max(1, width / ROW / height);
  place.x = width / 2 + place.x / fill;
  place.y = height / 2 + place.y / fill;
};

/** Hexagons lying on a side, every second column mirrored. */
const hex2: Tiling = (place, x, y, width, height) => {
  const column = honeycomb(place, y, x, width * ROW);
  const fill = Math.max(1, (width * ROW) / height);
  const { x: along, y: across } = place;
  place.x = width / 2 + ((isOdd(column) ? -1 : 1) * across) / fill;
  place.y = height / 2 + along / fill;
};

export const TILINGS: Record<TilingName, Tiling> = { hex, mirror, diamond, hex2, tile };

/**
 * Covers width × height with tiles of the given size. `picture` is the tile's picture, that size or smaller (it is never
 * enlarged by the shrinking); what lies between its pixels is mixed from the four nearest.
 */
export const drawTiling = (picture: Pixels, size: Size, options: TilingOptions): Uint8ClampedArray =>
  finish(drawingTiling(picture, size, options));

/** The same in small steps, for a page that must stay alive. */
export function* drawingTiling(picture: Pixels, size: Size, options: TilingOptions): Work<Uint8ClampedArray> {
  const { pattern, width, height, offsetX, offsetY, rotate } = options;
  const tiling = TILINGS[pattern];
  const angle = (-rotate * Math.PI) / 180;
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const toPicture = picture.width / size.width;
  const place: Place = { x: 0, y: 0 };
  const result = new Uint8ClampedArray(width * height * 4);
  let at = 0;
  for (let y = 0; y < height; y++) {
    const dy = y + 0.5 - height / 2 - offsetY;
    for (let x = 0; x < width; x++, at += 4) {
      const dx = x + 0.5 - width / 2 - offsetX;
      tiling(place, dx * cos - dy * sin, dx * sin + dy * cos, size.width, size.height);
      mix(picture, place.x * toPicture - 0.5, place.y * toPicture - 0.5, result, at);
    }
    yield;
  }
  return result;
}

const clamp = (value: number, most: number) => (value < 0 ? 0 : value > most ? most : value);

function mix({ data, width, height }: Pixels, x: number, y: number, into: Uint8ClampedArray, at: number): void {
  x = clamp(x, width - 1);
  y = clamp(y, height - 1);
  const left = Math.floor(x);
  const top = Math.floor(y);
  const a = (top * width + left) * 4;
  const b = left < width - 1 ? a + 4 : a;
  const down = top < height - 1 ? width * 4 : 0;
  const [fx, fy] = [x - left, y - top];
  for (let channel = 0; channel < 4; channel++) {
    const upper = data[a + channel]! * (1 - fx) + data[b + channel]! * fx;
    const lower = data[a + down + channel]! * (1 - fx) + data[b + down + channel]! * fx;
    into[at + channel] = upper * (1 - fy) + lower * fy;
  }
}
