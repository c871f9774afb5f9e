import type { Progress } from '../../../cache/store/entry.js';
import { cellsOf, whereIs } from '../../../chart/cells.js';
import type { ChartColor } from '../../../chart/palette.js';
import { readVariant, type Variant, variedMaterials, type Varied, varying } from '../../../chart/variant.js';
import type { PatternResult } from '../../../providers/provider.js';
import type { Stage } from '../viewer/stage.js';

/** The colours of a design as its visitor wants them: a variant, kept beside what was paid for and never in its place. */
export class Recolor {
  variant: Variant = {};
  varied?: Varied;
  /** The last change is in this page only. */
  owed = false;
  readonly original: NonNullable<Stage['drawn']>;
  readonly #stage: Stage;
  readonly #symbols: Int16Array;
  readonly #dressed: () => void;
  readonly #life = new AbortController();
  #dressing?: AbortController;

  /** `dressed` is called when the stage shows other colours, before it is drawn again. */
  constructor(stage: Stage, dressed: () => void) {
    this.#stage = stage;
    this.#dressed = dressed;
    this.original = stage.drawn!;
    this.#symbols = stage.symbols;
    const unwatch = stage.door?.onProgress(() => void this.#read());
    this.#life.signal.addEventListener('abort', () => unwatch?.());
    void this.#read();
  }

  /** By its number in the chart that is shown: its number in the original. */
  rootOf(color: number): number {
    return this.varied?.roots[color] ?? color;
  }

  /** Another colour comes in the place of this one (by numbers of the original); without one it is put back. */
  put(color: number, other?: number | ChartColor): Promise<void> {
    return this.#save((variant) => ({ ...variant, [color]: other! }));
  }

  /** All is as the API made it. */
  putAllBack(): Promise<void> {
    return this.#save(() => ({}));
  }

  end(): void {
    this.#life.abort();
    this.#dressing?.abort();
  }

  /** Shown at once, however long the storage takes; and again with what others have changed meanwhile. */
  async #save(change: (variant: Variant) => Variant): Promise<void> {
    const { colors } = this.original;
    const changed = (found: unknown) => readVariant(change(readVariant(found, colors)), colors);
    const shown = this.#wear(changed(this.variant));
    const { door } = this.#stage;
    const record = (old?: Progress): Progress => ({ ...old, share: old?.share ?? 0, variant: changed(old?.variant) });
    void door?.saveProgress(record).then((kept) => {
      if (this.#life.signal.aborted) return;
      const owed = kept === false;
      if (owed !== this.owed) {
        this.owed = owed;
        this.#stage.changed();
      }
    });
    await shown;
  }

  /** A design that is not kept any more says nothing: what is shown stays. */
  async #read(): Promise<void> {
    const kept = await this.#stage.door?.progress();
    if (kept && 'variant' in kept && !this.#life.signal.aborted)
      await this.#wear(readVariant(kept.variant, this.original.colors));
  }

  async #wear(variant: Variant): Promise<void> {
    if (JSON.stringify(variant) === JSON.stringify(this.variant)) return;
    this.variant = variant;
    this.#dressing?.abort();
    const { signal } = (this.#dressing = new AbortController());
    const isOther = Object.keys(variant).length > 0;
    try {
      const varied = isOther ? await this.#stage.inSlices(varying(this.original, variant), signal) : undefined;
      if (!signal.aborted) this.#show(varied);
    } catch {
      // Other colours are wanted by now.
    }
  }

  #show(varied?: Varied): void {
    const stage = this.#stage;
    const { paid, drawn, step, run, alone } = stage;
    const before = alone === undefined ? undefined : this.rootOf(alone);
    const at = cellsOf(drawn!, step, run).next().value as number | undefined;
    this.varied = varied;
    stage.chart = varied?.chart ?? this.original;
    // A colour keeps its symbol whatever becomes of it: the eye knows it by that.
    stage.symbols = varied ? Int16Array.from(varied.roots, (root) => this.#symbols[root]!) : this.#symbols;
    stage.result = varied ? inColors(paid, varied) : paid;
    stage.order = undefined;
    const still = before === undefined ? -1 : varied ? varied.roots.indexOf(before) : before;
    stage.alone = still < 0 ? undefined : still;
    // The same cell is at hand, in whatever run it lies now.
    if (at !== undefined) stage.run = whereIs(stage.drawn!, at).run;
    this.#dressed();
    stage.wardrobe?.worn(varied && stage.result);
    stage.changed();
  }
}

/** The result in these colours. Its guide is written when somebody reads it, which nobody here does: it may have a million runs. */
function inColors(paid: PatternResult, varied: Varied): PatternResult {
  const { colors, steps } = varied.chart;
  let guide: PatternResult['guide'] | undefined;
  return {
    ...paid,
    materials: variedMaterials(paid.materials, varied),
    get guide() {
      return (guide ??= steps.map(({ label, runs }) => ({
        label,
        runs: runs.map(({ color, count }) => ({ color: colors[color]!.name, hex: colors[color]!.hex ?? '', count })),
      })));
    },
  };
}
