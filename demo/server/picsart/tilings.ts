/** A place on the tile, in its own pixels. One object is used again and again: there may be 64 million places to find. */
export interface Place {
  x: number;
  y: number;
}

/** Finds which place of the tile (`width` × `height`) is seen at x, y; the middle of a tile is at 0, 0. */
export type Tiling = (place: Place, x: number, y: number, width: number, height: number) => void;

export type TilingName = 'hex' | 'mirror' | 'diamond' | 'hex2' | 'tile';

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

/** The nearest middle in rows of points that are each shifted by half a point: that is a honeycomb. */
function honeycomb(along: number, across: number, size: number): { along: number; across: number; row: number } {
  const spacing = size * ROW;
  const lower = Math.floor(across / spacing);
  let best = { along: 0, across: 0, row: 0 };
  let nearest = Infinity;
  for (const row of [lower, lower + 1]) {
    const shift = isOdd(row) ? size / 2 : 0;
    const da = along - shift - Math.round((along - shift) / size) * size;
    const dc = across - row * spacing;
    const distance = da * da + dc * dc;
    if (distance < nearest) {
      nearest = distance;
      best = { along: da, across: dc, row };
    }
  }
  return best;
}

/** Hexagons standing on a corner, as wide as the tile; the picture fills each. */
const hex: Tiling = (place, x, y, width, height) => {
  const { along, across } = honeycomb(x, y, width);
  const fill = Math.max(1, width / ROW / height);
  place.x = width / 2 + along / fill;
  place.y = height / 2 + across / fill;
};

/** Hexagons lying on a side, every second column mirrored. */
const hex2: Tiling = (place, x, y, width, height) => {
  const { along, across, row } = honeycomb(y, x, width * ROW);
  const fill = Math.max(1, (width * ROW) / height);
  place.x = width / 2 + ((isOdd(row) ? -1 : 1) * across) / fill;
  place.y = height / 2 + along / fill;
};

export const TILINGS: Record<TilingName, Tiling> = { hex, mirror, diamond, hex2, tile };
