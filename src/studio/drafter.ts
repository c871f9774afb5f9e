import type { Work } from '../core/slices.js';
import { averaging } from '../engine/area-average.js';
import { assigning } from '../engine/assign.js';
import { choosing, measuring, type Losses } from '../engine/choose-colors.js';
import type { ColorList } from '../engine/color-spaces.js';
import { DEFAULT_COLORS } from '../engine/create-pattern.js';
import { countChanges, levelOf } from '../engine/difficulty.js';
import { countingColors, HISTOGRAM } from '../engine/histogram.js';
import { joiningIsolated } from '../engine/isolated.js';
import { listMaterials } from '../engine/materials.js';
import type { CatalogueColor, Difficulty, Direction, Material, Pixels } from '../engine/pattern.js';
import { listColors } from '../engine/srgb-colors.js';

export interface DraftWish {
  columns: number;
  rows: number;
  /** As the engine takes it where it is absent. */
  maxColors?: number;
  direction: Direction;
  /** Whole and final: what the engine makes of the same pixels. Else colours may come from a smaller look, or from before. */
  exact: boolean;
}

/** A pattern without its guide. */
export interface Draft {
  columns: number;
  rows: number;
  /** Index into `materials`, row by row. */
  cells: Uint16Array;
  materials: Material[];
  difficulty: Difficulty;
}

/** So many mean colours are enough for a first look: a quarter of the time for the choice of colours. */
const QUICK = 320;

/** Makes drafts of one picture, one after another, and does again only what a change has touched. */
export class Drafter {
  #catalogue: readonly CatalogueColor[] = [];
  #shades: ColorList = listColors([]);
  #pixels?: Pixels;
  #grid = '';
  #cells?: ColorList;
  #losses?: Losses;
  #exact = false;
  #palette?: { colors: number; chosen: number[] };

  use(catalogue: readonly CatalogueColor[]): void {
    this.#catalogue = catalogue;
    this.#shades = listColors(catalogue.map(({ hex }) => hex));
    this.#losses = this.#palette = undefined;
  }

  *draft(pixels: Pixels, { columns, rows, maxColors = DEFAULT_COLORS, direction, exact }: DraftWish): Work<Draft> {
    const [catalogue, shades] = [this.#catalogue, this.#shades];
    const colors = Math.min(maxColors, catalogue.length);
    const samePixels = pixels === this.#pixels;
    const sameCells = samePixels && this.#grid === `${columns} ${rows}`;
    if (!samePixels) this.#palette = undefined;
    if (!sameCells) {
      this.#losses = this.#cells = undefined;
      const cells = yield* averaging(pixels, columns, rows);
      this.#pixels = pixels;
      this.#grid = `${columns} ${rows}`;
      this.#cells = cells;
    }
    const cells = this.#cells!;
    // While only the size changes the colours stay: they would hardly be others.
    const kept = !exact && this.#palette?.colors === colors ? this.#palette.chosen : undefined;
    const chosen = kept ?? (yield* this.#choose(cells, colors, exact));
    const assigned = yield* assigning(cells, shades, chosen);
    yield* joiningIsolated({ cells: assigned, columns, rows }, cells, shades);
    const { materials, cells: numbered } = listMaterials(assigned, catalogue);
    const changes = countChanges(numbered, columns, rows, direction);
    return { columns, rows, cells: numbered, materials, difficulty: levelOf(materials.length, numbered.length, changes) };
  }

  *#choose(cells: ColorList, colors: number, exact: boolean): Work<number[]> {
    if (!this.#losses || (exact && !this.#exact)) {
      this.#losses = yield* measuring(yield* countingColors(cells, exact ? HISTOGRAM : QUICK), this.#shades);
      this.#exact = exact;
    }
    const chosen = yield* choosing(this.#losses, colors);
    this.#palette = { colors, chosen };
    return chosen;
  }
}
