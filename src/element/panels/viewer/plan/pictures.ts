import { channels, inkOn } from '../../../../chart/hex.js';
import type { Chart } from '../../../../chart/read-chart.js';
import { NO_SYMBOL, symbolAt } from '../../../../chart/symbols.js';

/** A chart whose guide fills the grid. */
export type Drawn = Chart & { cells: Uint16Array };

/** Colours alone, with a symbol in each cell, or symbols on paper: for print, for e-ink, for eyes that mix colours up. */
export type Look = 'colors' | 'both' | 'symbols';

export const blank = (width: number, height: number): HTMLCanvasElement =>
  Object.assign(document.createElement('canvas'), { width, height });

/** Pixels in the byte order of every machine with a browser. */
export const pixel = ([red, green, blue]: readonly number[], alpha = 255) =>
  ((alpha << 24) | (blue! << 16) | (green! << 8) | red!) >>> 0;

/** Red, green and blue of any colour that CSS knows. */
export function rgbOf(css: string): readonly number[] {
  const ctx = blank(1, 1).getContext('2d')!;
  ctx.fillStyle = css;
  ctx.fillRect(0, 0, 1, 1);
  return [...ctx.getImageData(0, 0, 1, 1).data];
}

/** The whole pattern, one pixel a cell. */
export function miniature({ cells, colors, columns, rows }: Drawn): HTMLCanvasElement {
  const canvas = blank(columns, rows);
  const ctx = canvas.getContext('2d')!;
  const image = ctx.createImageData(columns, rows);
  const ink = Uint32Array.from(colors, ({ hex }) => pixel(channels(hex)));
  const pixels = new Uint32Array(image.data.buffer);
  for (let cell = 0; cell < cells.length; cell++) pixels[cell] = ink[cells[cell]!]!;
  ctx.putImageData(image, 0, 0);
  return canvas;
}

/** Draws a symbol into a square; paths are in a box of 100 × 100 with y upwards. */
export function drawSymbol(ctx: CanvasRenderingContext2D, number: number, ink: string, x: number, y: number, side: number): void {
  const { fill, stroke, weight, bar, size, inset } = symbolAt(number);
  ctx.save();
  ctx.translate(x, y + side);
  ctx.scale(side / 100, -side / 100);
  ctx.fillStyle = ctx.strokeStyle = ink;
  ctx.lineWidth = weight;
  ctx.lineCap = ctx.lineJoin = 'round';
  ctx.fill(new Path2D(bar));
  ctx.translate(inset, inset);
  ctx.scale(size, size);
  ctx.fill(new Path2D(fill));
  ctx.stroke(new Path2D(stroke));
  ctx.restore();
}

/** The symbols of a chart in one size, each drawn when it is first needed. */
export class Stamps {
  readonly #made: (HTMLCanvasElement | undefined)[] = [];

  constructor(
    readonly chart: Chart,
    readonly symbols: Int16Array,
    /** One ink for all, or the one that shows on each colour. */
    readonly ink: string | undefined,
    readonly width: number,
    readonly height: number,
  ) {}

  of(color: number): HTMLCanvasElement | undefined {
    const number = this.symbols[color]!;
    if (number === NO_SYMBOL) return;
    return (this.#made[color] ??= this.#make(number, this.ink ?? inkOn(this.chart.colors[color]!.hex)));
  }

  #make(number: number, ink: string): HTMLCanvasElement {
    const stamp = blank(this.width, this.height);
    const side = Math.min(this.width, this.height);
    drawSymbol(stamp.getContext('2d')!, number, ink, (this.width - side) / 2, (this.height - side) / 2, side);
    return stamp;
  }
}
