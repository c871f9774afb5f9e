import { directionOf } from '../providers/pixcraft/direction.js';
import type { Catalogue } from '../providers/lookups.js';
import { colorsFor, colorsOf } from './catalogue.js';
import { nextTurn } from '../core/slices.js';
import type { Pixels } from '../engine/pattern.js';
import type { Order } from './desk.js';
import type { Draft, DraftWish } from './drafter.js';
import { Drafts } from './drafts.js';
import { paintDraft, paintPixels } from './paint.js';
import type { Session } from './session.js';
import type { Prospect, StudioInput } from './input.js';

/** The visitor's hand has been still for so long: now the draft is made of the very pixels that are sent. */
const STILL = 400;
/** Pixels of the picture that first drafts are made of. */
const SOURCE = 800;
/** Most cells of a draft. One of more is drawn with fewer: no screen shows the difference, and 27 million of them took 8 GB. */
const MOST = 1e6;

/**
 * Browsers encode a picture while a page is idle: for up to 50 ms at a time where nothing moves, for what is left of a frame where
 * something does.
 */
async function inFrames<Made>(making: Promise<Made>): Promise<Made> {
  let frame = 0;
  const next = () => (frame = requestAnimationFrame(next));
  next();
  try {
    return await making;
  } finally {
    cancelAnimationFrame(frame);
  }
}

/** The draft of a session, from the first look to the exact one. */
export class Drawing {
  draft?: Draft;
  /** … or the picture itself, again and again. */
  tiled?: Pixels;
  /** None can be made. */
  none = false;
  /** It is made of what is sent, to the cell. */
  exact = false;
  /** The colours are the picture's own, because the API told none. */
  ownColors = false;
  /** What is shown is kept already. */
  kept = false;
  readonly #input: () => StudioInput;
  readonly #session: Session;
  readonly #changed: () => void;
  readonly #drafts: Drafts;
  readonly #life = new AbortController();
  #prospect?: Prospect;
  #told?: Catalogue;
  #own?: Uint8ClampedArray;
  #colorsOfNow = '';
  #wished = '';
  #still?: ReturnType<typeof setTimeout>;

  constructor(input: () => StudioInput, session: Session, changed: () => void) {
    this.#input = input;
    this.#session = session;
    this.#changed = changed;
    const { start, ondraft } = input();
    this.#drafts = new Drafts({
      start,
      shows: (drawn, { wish, grid }) => {
        this.none = !drawn && !this.drawn;
        if (drawn) {
          this.draft = 'cells' in drawn ? drawn : undefined;
          this.tiled = 'cells' in drawn ? undefined : drawn;
          this.exact = !!wish?.exact;
          const { columns = 0, rows = 0 } = grid ?? {};
          ondraft({ columns, rows, colors: this.draft?.materials.length ?? 0, units: columns * rows });
        }
        changed();
      },
    });
  }

  get drawn(): Draft | Pixels | undefined {
    return this.draft ?? this.tiled;
  }
  /** Width divided by height of what is drawn, where that is another shape than the frame's. */
  get shape(): number | undefined {
    return this.tiled && this.tiled.width / this.tiled.height;
  }
  /** Over a whole canvas of this size in dots. */
  paint(canvas: HTMLCanvasElement, width: number, height: number): void {
    if (this.tiled) paintPixels(canvas, this.tiled, width, height);
    else paintDraft(canvas, this.draft!, width, height, String(this.#prospect!.parameters.niche));
  }

  /** Something changed; `prospect` is what a press would make of it. */
  async wish(prospect: Prospect): Promise<void> {
    const first = !this.#prospect;
    this.#prospect = prospect;
    if (first) await this.#begin(prospect);
    if (!this.#own || this.#life.signal.aborted) return;
    if (!prospect.tiling) this.#useColors();
    const order = this.#order(false);
    const text = JSON.stringify([order, prospect.parameters]);
    if (text === this.#wished) return;
    this.#wished = text;
    this.kept = false;
    this.#drafts.wish(order);
    clearTimeout(this.#still);
    this.#still = setTimeout(() => void this.#settle(text), STILL);
  }

  close(): void {
    this.#life.abort();
    clearTimeout(this.#still);
    this.#drafts.close();
  }

  async #begin(prospect: Prospect): Promise<void> {
    const colors = prospect.tiling ? undefined : prospect.colors().catch(() => undefined);
    const pixels = await this.#input()
      .picture.pixels(SOURCE)
      .catch(() => undefined); // The picture went meanwhile.
    this.#told = await colors;
    if (!pixels) return void (this.none = true);
    const { data, width, height } = pixels;
    this.#own = data;
    this.#drafts.picture({ data, width, height });
  }

  #order(exact: boolean): Order {
    const { grid, unit, adjustments } = this.#session;
    const { tiling } = this.#prospect!;
    if (tiling) return { tiling, adjustments };
    const { columns, rows } = grid;
    const { maxColors, niche } = this.#prospect!.parameters;
    const scale = Math.min(1, Math.sqrt(MOST / (columns * rows)));
    const drawn = (cells: number) => Math.max(1, Math.round(cells * scale));
    const wish: DraftWish = {
      columns: drawn(columns),
      rows: drawn(rows),
      direction: directionOf(niche),
      maxColors: Number(maxColors) || undefined,
      exact: exact && scale === 1,
    };
    return { wish, grid, adjustments, ratio: (columns * unit.width) / (rows * unit.height) };
  }

  #useColors(): void {
    const { niche, colorCatalog } = this.#prospect!.parameters;
    const name = `${String(niche)} ${String(colorCatalog)}`;
    if (name === this.#colorsOfNow) return;
    this.#colorsOfNow = name;
    const colors = colorsFor(this.#told, { niche, colorCatalog });
    this.ownColors = !colors.length;
    this.#drafts.colors(colors.length ? colors : colorsOf(this.#own!));
  }

  /** Prepared as for the API, and read back: what it will see, to the pixel. */
  async #settle(text: string): Promise<void> {
    const { signal } = this.#life;
    // Whoever changed something meanwhile has begun anew.
    const late = () => signal.aborted || text !== this.#wished;
    try {
      // What a press would make was last asked for when the hand was still moving.
      const prospect = await this.#input().prospect();
      if (late()) return;
      await nextTurn(); // Each step is a task of its own, lest they add up.
      const kept = await prospect.kept();
      await nextTurn();
      const sent = prospect.tiling || late() ? undefined : await inFrames(prospect.upload(signal));
      if (late()) return;
      this.kept = kept;
      const order = this.#order(true);
      if (sent && order.wish?.exact) this.#drafts.wish({ ...order, sent });
      this.#changed();
    } catch {
      // The picture went meanwhile; or the browser cannot do it, and the first look stays.
    }
  }
}
