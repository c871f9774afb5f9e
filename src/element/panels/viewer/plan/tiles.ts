import { blank, type Drawn, type Look, Stamps } from './pictures.js';

/** What tiles are painted with. */
export interface Paints {
  chart: Drawn;
  symbols: Int16Array;
  miniature: HTMLCanvasElement;
  look: Look;
  /** Colours of the theme. */
  paper: string;
  ink: string;
  line: string;
}

/** Pixels of a tile's side, about; and how many are kept: 64 MB of them, which the smallest phones have. */
const SIDE = 512;
const KEPT = 64;
/** Milliseconds a frame may spend on new tiles; what is left waits for the next one, and the miniature stands in for it. */
const BUDGET = 7;

/** CSS pixels from which on a cell has lines, and a symbol. */
const LINED = 6;
const LINED_BOLD = 2.5;
const READABLE = 11.5;

/** The chart in pieces of the screen's own pixels, painted when they come into view and kept: panning only copies. */
export class Tiles {
  readonly #kept = new Map<string, HTMLCanvasElement>();
  #paints!: Paints;
  #stamps?: Stamps;
  #width = 0;
  #height = 0;
  #ratio = 1;

  /** Cells of a tile. */
  get across(): number {
    return Math.max(1, Math.floor(SIDE / this.#width));
  }
  get down(): number {
    return Math.max(1, Math.floor(SIDE / this.#height));
  }

  /** From now on with these paints and cells of this size in pixels of the screen. */
  use(paints: Paints, width: number, height: number, ratio: number): void {
    if (paints === this.#paints && width === this.#width && height === this.#height && ratio === this.#ratio) return;
    this.clear();
    [this.#paints, this.#width, this.#height, this.#ratio] = [paints, width, height, ratio];
    const { chart, symbols, look, ink } = paints;
    if (look !== 'colors' && Math.min(width, height) >= READABLE * ratio)
      this.#stamps = new Stamps(chart, symbols, look === 'symbols' ? ink : undefined, width, height);
  }

  /** The tile in this place; undefined while there is no time for it. */
  get(x: number, y: number, started: number): HTMLCanvasElement | undefined {
    const key = `${x},${y}`;
    let tile = this.#kept.get(key);
    if (!tile) {
      if (performance.now() - started > BUDGET) return;
      tile = this.#paint(x * this.across, y * this.down);
    }
    // The one that was not looked at for the longest time comes first.
    this.#kept.delete(key);
    this.#kept.set(key, tile);
    return tile;
  }

  /** Gives back what is over the bound; what is in view stays. */
  trim(seen: number): void {
    for (const [key, tile] of this.#kept) {
      if (this.#kept.size <= Math.max(KEPT, seen)) return;
      this.#kept.delete(key);
      tile.width = 0;
    }
  }

  clear(): void {
    // Safari keeps the pixels of dropped canvases for a while unless they have none.
    for (const tile of this.#kept.values()) tile.width = 0;
    this.#kept.clear();
    this.#stamps = undefined;
  }

  #paint(column: number, row: number): HTMLCanvasElement {
    const { chart, miniature, look, paper } = this.#paints;
    const [width, height] = [this.#width, this.#height];
    const columns = Math.min(this.across, chart.columns - column);
    const rows = Math.min(this.down, chart.rows - row);
    const tile = blank(columns * width, rows * height);
    const ctx = tile.getContext('2d')!;
    if (look === 'symbols' && this.#stamps) {
      ctx.fillStyle = paper;
      ctx.fillRect(0, 0, tile.width, tile.height);
    } else {
      ctx.imageSmoothingEnabled = false;
      ctx.drawImage(miniature, column, row, columns, rows, 0, 0, tile.width, tile.height);
    }
    for (let y = 0; this.#stamps && y < rows; y++)
      for (let x = 0; x < columns; x++) {
        const stamp = this.#stamps.of(chart.cells[(row + y) * chart.columns + column + x]!);
        if (stamp) ctx.drawImage(stamp, x * width, y * height);
      }
    this.#lines(ctx, column, row, columns, rows);
    return tile;
  }

  /** A thin line before each cell, a bold one before each tenth; counted from the bottom where the work begins there. */
  #lines(ctx: CanvasRenderingContext2D, column: number, row: number, columns: number, rows: number): void {
    const { chart, line } = this.#paints;
    const [width, height] = [this.#width, this.#height];
    for (const isColumn of [true, false]) {
      const [first, count, size] = isColumn ? [column, columns, width] : [row, rows, height];
      const cell = size / this.#ratio;
      const rect = (color: string, at: number, thick: number) => {
        ctx.fillStyle = color;
        if (isColumn) ctx.fillRect(at, 0, thick, rows * height);
        else ctx.fillRect(0, at, columns * width, thick);
      };
      for (let place = 0; place < count && cell >= LINED_BOLD; place++) {
        const number = first + place;
        const at = place * size;
        const tenth = number && !((!isColumn && chart.direction === 'bottom-up' ? chart.rows - number : number) % 10);
        if (!tenth) {
          if (cell >= LINED) rect(line, at, Math.max(1, Math.round(this.#ratio * 0.75)));
          continue;
        }
        // Light and dark beside each other are seen on every colour; small cells have no room for more than a hint.
        const thick = Math.max(1, Math.round(this.#ratio * (cell < LINED ? 0.5 : 1)));
        ctx.globalAlpha = cell < LINED ? 0.45 : 0.9;
        rect('#ffffff', at + thick, thick);
        rect('#2b2722', at, thick);
        ctx.globalAlpha = 1;
      }
    }
  }
}
