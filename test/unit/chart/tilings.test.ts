import { drawTiling, TILINGS, tileSize } from '../../../src/chart/tilings.js';
import type { TilingName, TilingOptions } from '../../../src/core/tiling.js';

const names = Object.keys(TILINGS) as TilingName[];

it.each(Object.entries(TILINGS))('%s never looks outside of the tile', (_, tiling) => {
  const place = { x: 0, y: 0 };
  for (const [width, height] of [
    [50, 50],
    [50, 20],
    [20, 50],
  ] as const) {
    for (let x = -120.5; x < 120; x += 0.83) {
      for (let y = -120.5; y < 120; y += 0.79) {
        tiling(place, x, y, width, height);
        const inside = place.x > -1e-6 && place.x < width + 1e-6 && place.y > -1e-6 && place.y < height + 1e-6;
        if (!inside) throw new Error(`${x},${y} in ${width}×${height}: ${place.x},${place.y}`);
      }
    }
  }
});

const usual: TilingOptions = { pattern: 'tile', width: 64, height: 48, offsetX: 0, offsetY: 0, rotate: 0, scale: 1 };

/** Every pixel says where it is: red counts columns, green rows, blue is always 200. */
function ruler(width: number, height: number) {
  const data = new Uint8ClampedArray(width * height * 4);
  for (let i = 0; i < width * height; i++) data.set([i % width, Math.floor(i / width), 200, 255], i * 4);
  return { data, width, height };
}

it('a tile is a quarter of the longer side at scale 1, in the picture’s shape, and never less than a pixel', () => {
  expect(tileSize({ width: 300, height: 200 }, { ...usual, width: 1200, height: 800 })).toEqual({ width: 300, height: 200 });
  expect(tileSize({ width: 300, height: 200 }, { ...usual, width: 1200, height: 800, scale: 2 })).toEqual({
    width: 600,
    height: 400,
  });
  expect(tileSize({ width: 3000, height: 1 }, { ...usual, width: 4, height: 4 })).toEqual({ width: 1, height: 1 });
});

it('shows the tile’s pixels as they are where nothing is turned', () => {
  const result = drawTiling(ruler(16, 12), { width: 16, height: 12 }, usual);
  expect(result.length).toBe(64 * 48 * 4);
  // 64 × 48 is four tiles by four, the middle of one in the very middle
  const at = (x: number, y: number) => [...result.subarray((y * 64 + x) * 4, (y * 64 + x) * 4 + 4)];
  expect([at(24, 18), at(39, 29), at(40, 30)]).toEqual([
    [0, 0, 200, 255],
    [15, 11, 200, 255],
    [0, 0, 200, 255],
  ]);
});

it.each(names)('%s: a smaller picture is mixed, nothing else than its colours appears', (pattern) => {
  const result = drawTiling(ruler(5, 4), { width: 50, height: 40 }, { ...usual, pattern, rotate: 17, offsetX: -7, scale: 3 });
  for (let i = 0; i < result.length; i += 4) {
    expect(result[i]).toBeLessThanOrEqual(4);
    expect(result[i + 1]).toBeLessThanOrEqual(3);
    expect([result[i + 2], result[i + 3]]).toEqual([200, 255]);
  }
});

it('a picture of one pixel, and one of one row', () => {
  for (const pattern of names) {
    expect(new Set(drawTiling(ruler(1, 1), { width: 1, height: 1 }, { ...usual, pattern }))).toEqual(new Set([0, 200, 255]));
    expect(drawTiling(ruler(9, 1), { width: 9, height: 1 }, { ...usual, pattern }).length).toBe(64 * 48 * 4);
  }
});
