import type { Pixels } from '../engine/pattern.js';
import type { Draft } from './drafter.js';

/** From so many dots of the screen a cell on, it is drawn as what it will be. */
const TEXTURED = 6;

type Brush = (context: CanvasRenderingContext2D, width: number, height: number) => void;

const shade = (context: CanvasRenderingContext2D, light: number) => (context.fillStyle = `rgb(${light} ${light} ${light} / .28)`);

const cross: Brush = (context, width, height) => {
  context.lineWidth = Math.max(1, width / 5);
  for (const [light, from, to] of [
    [0, 0, height],
    [255, height, 0],
  ] as const) {
    context.strokeStyle = `rgb(${light} ${light} ${light} / .22)`;
    context.beginPath();
    context.moveTo(0, from);
    context.lineTo(width, to);
    context.stroke();
  }
};
const round: Brush = (context, width, height) => {
  shade(context, 0);
  context.beginPath();
  context.rect(0, 0, width, height);
  context.ellipse(width / 2, height / 2, width / 2, height / 2, 0, 0, 7);
  context.fill('evenodd');
  shade(context, 255);
  context.beginPath();
  context.ellipse(width * 0.38, height * 0.36, width / 6, height / 7, 0, 0, 7);
  context.fill();
};
const stud: Brush = (context, width, height) => {
  for (const [light, shift] of [
    [0, 0.04],
    [255, -0.02],
  ] as const) {
    shade(context, light);
    context.beginPath();
    context.arc(width * (0.5 + shift), height * (0.5 + shift), width * 0.3, 0, 7);
    context.fill();
  }
};
const joint: Brush = (context, width, height) => {
  shade(context, 0);
  context.fillRect(width - 1, 0, 1, height);
  context.fillRect(0, height - 1, width, 1);
};

const BRUSHES: Record<string, Brush> = { crossstitch: cross, embroidery: cross, curtains: round, beads: round, lego: stud };

/** A canvas whose size is set anew is made anew. */
export function resize(canvas: HTMLCanvasElement, width: number, height: number): void {
  if (canvas.width !== width || canvas.height !== height) Object.assign(canvas, { width, height });
}

/** Pixels on their way to their size: one canvas for all of them, for drafts come many a second. */
let scratch: HTMLCanvasElement | undefined;

/** Draws pixels over a whole canvas of this size in dots. */
export function paintPixels(
  canvas: HTMLCanvasElement,
  { data, ...sides }: Pixels,
  width: number,
  height: number,
  smooth = true,
): void {
  const small = (scratch ??= document.createElement('canvas'));
  resize(small, sides.width, sides.height);
  small.getContext('2d')!.putImageData(new ImageData(data as Uint8ClampedArray<ArrayBuffer>, sides.width, sides.height), 0, 0);
  resize(canvas, width, height);
  const context = canvas.getContext('2d')!;
  context.imageSmoothingEnabled = smooth;
  context.imageSmoothingQuality = 'high';
  context.drawImage(small, 0, 0, width, height);
}

/** Draws a draft over a whole canvas of this size in dots: cells in their colours, and what they are made of where it can be seen. */
export function paintDraft(canvas: HTMLCanvasElement, draft: Draft, width: number, height: number, niche = ''): void {
  const { columns, rows, cells, materials } = draft;
  const dots = new Uint32Array(cells.length);
  // Little-endian, as every machine with a browser: alpha, blue, green, red.
  const colors = materials.map(({ hex }) => {
    const value = Number.parseInt(hex.slice(1), 16);
    return (0xff000000 | ((value & 255) << 16) | (value & 0xff00) | (value >> 16)) >>> 0;
  });
  for (let cell = 0; cell < cells.length; cell++) dots[cell] = colors[cells[cell]!]!;
  paintPixels(canvas, { data: new Uint8ClampedArray(dots.buffer), width: columns, height: rows }, width, height, false);
  const [wide, high] = [width / columns, height / rows];
  if (Math.min(wide, high) < TEXTURED) return;
  const tile = Object.assign(document.createElement('canvas'), { width: Math.ceil(wide), height: Math.ceil(high) });
  const context = canvas.getContext('2d')!;
  (BRUSHES[niche] ?? joint)(tile.getContext('2d')!, tile.width, tile.height);
  const pattern = context.createPattern(tile, 'repeat')!;
  pattern.setTransform(new DOMMatrix().scale(wide / tile.width, high / tile.height));
  context.fillStyle = pattern;
  context.fillRect(0, 0, width, height);
}
