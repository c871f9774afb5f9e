import type { TilingOptions } from '../core/tiling.js';
import type { Work } from '../core/slices.js';
import type { CatalogueColor, Pixels } from '../engine/pattern.js';
import type { Adjustments } from '../image/adjustments.js';
import { adjusted, cutToShape } from './adjusted.js';
import { Drafter, type Draft, type DraftWish } from './drafter.js';
import { tiling } from './tiled.js';

/** What is asked of whoever makes drafts: plain data, so that it may sit in a worker. */
export interface Order {
  /** Of cells … */
  wish?: DraftWish;
  /** How many cells the pattern has: a draft may have fewer. */
  grid?: { columns: number; rows: number };
  /** … or of the picture itself, again and again. */
  tiling?: TilingOptions;
  adjustments?: Adjustments;
  /** With an exact wish: the very picture that is sent, adjusted already. */
  sent?: Blob;
  /** … as it is read. */
  pixels?: Pixels;
  /** Width divided by height of the finished piece, to which an API cuts. */
  ratio?: number;
}

export type Drawn = Draft | Pixels;

/** Where drafts are made, in a worker or on the page: one picture, one list of colours, order after order. */
export class Desk {
  #quick = new Drafter();
  #exact = new Drafter();
  #source?: Pixels;
  #adjusted?: { text: string; pixels: Pixels };

  picture(source: Pixels): void {
    this.#source = source;
    this.#adjusted = undefined;
  }

  colors(catalogue: readonly CatalogueColor[]): void {
    this.#quick.use(catalogue);
    this.#exact.use(catalogue);
  }

  *serve({ wish, tiling: tiles, adjustments, pixels, ratio }: Order): Work<Drawn | undefined> {
    const cut = (from: Pixels) => (ratio ? cutToShape(from, ratio) : from);
    if (pixels && wish) return yield* this.#exact.draft(cut(pixels), wish);
    if (!this.#source) return;
    const text = JSON.stringify([adjustments, ratio]);
    if (this.#adjusted?.text !== text) this.#adjusted = { text, pixels: cut(adjusted(this.#source, adjustments)) };
    if (tiles) return yield* tiling(this.#adjusted.pixels, tiles);
    return wish && (yield* this.#quick.draft(this.#adjusted.pixels, wish));
  }
}
