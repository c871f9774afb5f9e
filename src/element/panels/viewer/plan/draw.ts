import type { Camera } from './camera.js';
import { rulers, type Marks } from './rulers.js';
import type { Paints, Tiles } from './tiles.js';

export interface Scene {
  canvas: HTMLCanvasElement;
  camera: Camera;
  paints: Paints;
  tiles: Tiles;
  /** Fades what is done, or not of the colour that is looked at alone: one pixel a cell, laid over the cells. */
  veil?: HTMLCanvasElement;
  /** Size of the tiles' cells in pixels of the screen; while fingers zoom, they are stretched. */
  cell: { width: number; height: number };
  marks: Marks;
}

/** Draws what the camera sees. False when some of it is still to be painted. */
export function draw(scene: Scene): boolean {
  const { canvas, camera, paints, tiles, veil, cell } = scene;
  const { ratio, left, top, w, h, frame, columns, rows } = camera;
  const ctx = canvas.getContext('2d')!;
  const started = performance.now();
  ctx.setTransform(1, 0, 0, 1, 0, 0);
  ctx.clearRect(0, 0, canvas.width, canvas.height);

  // Edges of cells in whole pixels, so that neither gaps nor seams can be seen.
  const atX = (column: number) => Math.round(left * ratio) + Math.round(column * w * ratio);
  const atY = (row: number) => Math.round(top * ratio) + Math.round(row * h * ratio);
  const seen = (origin: number, size: number, count: number, low: number, high: number): [first: number, end: number] => [
    Math.max(0, Math.floor((low - origin) / size)),
    Math.min(count, Math.ceil((high - origin) / size)),
  ];
  const [c0, c1] = seen(left, w, columns, frame.left, frame.left + camera.width);
  const [r0, r1] = seen(top, h, rows, frame.top, frame.top + camera.height);

  ctx.imageSmoothingQuality = 'high';
  const copy = (from: HTMLCanvasElement, c: number, r: number, c2: number, r2: number) =>
    ctx.drawImage(from, c, r, c2 - c, r2 - r, atX(c), atY(r), atX(c2) - atX(c), atY(r2) - atY(r));
  let missing = 0;
  let count = 0;
  if (w * ratio < 1) {
    ctx.imageSmoothingEnabled = true;
    copy(paints.miniature, c0, r0, c1, r1);
  } else {
    tiles.use(paints, cell.width, cell.height, ratio);
    const { across, down } = tiles;
    for (let y = Math.floor(r0 / down); y * down < r1; y++)
      for (let x = Math.floor(c0 / across); x * across < c1; x++, count++) {
        const tile = tiles.get(x, y, started);
        const [c, r, c2, r2] = [x * across, y * down, Math.min(columns, (x + 1) * across), Math.min(rows, (y + 1) * down)];
        ctx.imageSmoothingEnabled = !!tile && tile.width !== atX(c2) - atX(c);
        if (tile) ctx.drawImage(tile, atX(c), atY(r), atX(c2) - atX(c), atY(r2) - atY(r));
        else copy(paints.miniature, c, r, c2, r2);
        missing += +!tile;
      }
    tiles.trim(count);
  }
  if (veil) {
    ctx.imageSmoothingEnabled = w * ratio < 1;
    copy(veil, c0, r0, c1, r1);
  }
  rulers(ctx, scene, { c0, c1, r0, r1, atX, atY });
  return !missing;
}
