// The kinds of pattern really transform the picture. Seen in the pixels, without the JPG's noise.
import sharp from 'sharp';
import type { Parameters } from '../../demo/server/picsart/parameters.js';
import { inspect } from '../../demo/server/picture/inspect.js';
import { render } from '../../demo/server/picsart/render.js';
import { TILINGS } from '../../src/chart/tilings.js';
import type { TilingName } from '../../src/core/tiling.js';
import { quarters } from './pictures.js';

const usual: Parameters = {
  pattern: 'tile',
  width: 200,
  height: 200,
  offsetX: 0,
  offsetY: 0,
  rotate: 0,
  scale: 1,
  format: 'PNG',
};
const source = await quarters();

const drawn = async (picture: Buffer, parameters: Parameters) =>
  render({ picture, info: await inspect(picture, ['png']), parameters });

async function draw(change: Partial<Parameters> = {}) {
  const parameters = { ...usual, ...change };
  const { data, info } = await sharp(await drawn(source, parameters))
    .raw()
    .toBuffer({ resolveWithObject: true });
  expect([info.width, info.height]).toEqual([parameters.width, parameters.height]);
  const at = (x: number, y: number) => [
    ...data.subarray((y * info.width + x) * info.channels, (y * info.width + x) * info.channels + 3),
  ];
  return { data, at };
}

const difference = (a: Uint8Array, b: Uint8Array) => a.reduce((sum, value, i) => sum + Math.abs(value - b[i]!), 0) / a.length;

// At 200 × 200 and scale 1 a tile is 50 × 50, one of them in the very middle: its quarters meet at 100, 100.
const red = [0xd0, 0x20, 0x20];
const green = [0x20, 0xa0, 0x40];
const blue = [0x20, 0x30, 0xc0];

it('tile: the picture upright in the middle, and again every 50 pixels', async () => {
  const { at } = await draw();
  expect([at(88, 88), at(112, 88), at(112, 112)]).toEqual([red, green, blue]);
  expect([at(138, 88), at(38, 38), at(188, 188)]).toEqual([red, red, red]);
});

it('mirror: neighbours are mirror images', async () => {
  const { at } = await draw({ pattern: 'mirror' });
  expect(at(88, 88)).toEqual(red);
  expect([at(138, 88), at(162, 88)]).toEqual([green, red]);
  for (const d of [3, 9, 20]) expect(at(125 + d, 80)).toEqual(at(124 - d, 80));
});

it('rotate turns clockwise', async () => {
  const { at } = await draw({ rotate: 90 });
  expect([at(112, 88), at(112, 112)]).toEqual([red, green]);
});

it('offset moves it, to the right and down', async () => {
  const { at } = await draw({ offsetX: 12, offsetY: -25 });
  expect([at(100, 63), at(124, 63)]).toEqual([red, green]);
});

it('scale makes tiles larger', async () => {
  const { at } = await draw({ scale: 2 });
  expect([at(60, 60), at(140, 140), at(160, 60)]).toEqual([red, blue, red]);
});

it('every kind gives another picture, uses all of the tile, and repeats', async () => {
  const names = Object.keys(TILINGS) as TilingName[];
  const all = await Promise.all(names.map((pattern) => draw({ pattern })));
  for (const [i, a] of all.entries()) for (const b of all.slice(i + 1)) expect(difference(a.data, b.data)).toBeGreaterThan(5);
  for (const [i, { at }] of all.entries()) {
    // Nearest-pixel noise aside, moving by the pattern's own period changes nothing.
    const [dx, dy] = { tile: [50, 0], mirror: [100, 0], diamond: [50, 0], hex: [50, 0], hex2: [0, 43] }[names[i]!]!;
    let same = 0;
    for (let x = 10; x < 90; x++) for (let y = 10; y < 90; y++) if (String(at(x, y)) === String(at(x + dx!, y + dy!))) same++;
    expect(same / 6400, names[i]).toBeGreaterThan(0.8);
  }
});

it('JPG has white where the picture is transparent, PNG keeps the transparency', async () => {
  const clear = await sharp({ create: { width: 40, height: 40, channels: 4, background: { r: 255, g: 0, b: 0, alpha: 0 } } })
    .png()
    .toBuffer();
  const jpg = await sharp(await drawn(clear, { ...usual, format: 'JPG' })).stats();
  expect(jpg.channels.every(({ min }) => min > 250)).toBe(true);
  expect((await sharp(await drawn(clear, usual)).stats()).isOpaque).toBe(false);
});
