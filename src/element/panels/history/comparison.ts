// @csspart comparison - two designs side by side
// @csspart compared - one of them
// @csspart compared-name - what it is called
// @csspart comparison-picture - its chart, or its picture
// @csspart compared-facts - its figures
// @csspart compared-row - one of them
// @csspart compared-fact - what one of them is
// @csspart compared-value - how much it is
import type { Summary } from '../../../cache/store/entry.js';
import { type DrawnChart, chartReading } from '../../../chart/read-chart.js';
import { inSlices } from '../../../chart/slices.js';
import { readVariant, varying } from '../../../chart/variant.js';
import type { Looked } from '../../../generation/kept.js';
import type { Lit } from '../../files.js';
import type { Voice } from '../../texts/voice.js';
import { miniature } from '../viewer/plan/pictures.js';

const SIDE = 640; // pixels of the larger side, about

/** A design as it is compared. */
interface Seen {
  picture?: HTMLElement;
  colors?: number;
  units?: number;
  difficulty?: string;
}

/** Two designs side by side: chosen one after the other; a third one takes the place of the first. */
export class Comparison {
  open = false;
  readonly chosen: string[] = [];
  readonly #seen = new Map<string, Seen>();
  readonly #changed: () => void;
  readonly #peek: (key: string) => Promise<Looked | undefined>;

  constructor(changed: () => void, peek: (key: string) => Promise<Looked | undefined>) {
    this.#changed = changed;
    this.#peek = peek;
  }

  turn(): void {
    this.open = !this.open;
    this.chosen.length = 0;
    this.#seen.clear();
    this.#changed();
  }

  choose(key: string): void {
    const at = this.chosen.indexOf(key);
    if (at < 0) this.chosen.push(key);
    else this.chosen.splice(at, 1);
    if (this.chosen.length > 2) this.chosen.shift();
    if (!this.#seen.has(key)) void this.#look(key);
    this.#changed();
  }

  /** What is gone is not compared any more. */
  keepTo(items: readonly Summary[]): void {
    for (const key of [...this.chosen])
      if (!items.some((item) => item.key === key)) this.chosen.splice(this.chosen.indexOf(key), 1);
    if (items.length < 2) this.open = false;
  }

  view(
    { html, nothing }: Lit,
    items: readonly Summary[],
    { say, number, percent }: Voice,
    told: (item: Summary) => { name: string; size: string; date: string },
    thumbnail: (item: Summary) => string | undefined,
  ) {
    if (!this.open) return nothing;
    if (this.chosen.length < 2) return html`<p part="history-told" role="status">${say('historyChoose')}</p>`;
    const figure = (item: Summary) => {
      const { name, size, date } = told(item);
      const { picture, units, colors, difficulty } = this.#seen.get(item.key) ?? {};
      const src = thumbnail(item);
      const facts = {
        viewerSize: size && html`<bdi dir="ltr">${size}</bdi>`,
        viewerUnits: units && number(units),
        viewerColors: colors && number(colors),
        viewerDifficulty: difficulty && (say('viewer-' + difficulty) || difficulty),
        historyDone: percent((item.progress?.share ?? 0) * 100),
        historyMade: date,
      };
      return html`<figure part="compared">
        ${picture ?? (src ? html`<img part="comparison-picture" src=${src} alt="" />` : html`<span part="history-blank"></span>`)}
        <figcaption part="compared-name" dir="auto">${name}</figcaption>
        <dl part="compared-facts">
          ${Object.entries(facts).map(([key, value]) =>
            value
              ? html`<div part="compared-row">
                  <dt part="compared-fact">${say(key)}</dt>
                  <dd part="compared-value">${value}</dd>
                </div>`
              : nothing,
          )}
        </dl>
      </figure>`;
    };
    return html`<div part="comparison" role="group" tabindex="-1" aria-label=${say('historyCompare')}>
      ${this.chosen.map((key) => figure(items.find((item) => item.key === key)!))}
    </div>`;
  }

  async #look(key: string): Promise<void> {
    const seen: Seen = {};
    this.#seen.set(key, seen);
    const looked = await this.#peek(key).catch(() => undefined);
    if (!looked || this.#seen.get(key) !== seen) return;
    const { result, progress } = looked;
    const { totalUnits, difficulty, materials } = result;
    Object.assign(seen, { units: totalUnits, difficulty, colors: materials.length });
    const chart = await inSlices(chartReading(result));
    if (chart.cells) {
      const drawn = chart as DrawnChart;
      const { chart: worn } = await inSlices(varying(drawn, readVariant(progress?.variant, drawn.colors)));
      seen.colors = worn.colors.length;
      seen.picture = paint(worn);
    }
    this.#changed();
  }
}

/** Large enough to be looked at, and with cells of their shape. */
function paint(chart: DrawnChart): HTMLElement {
  const { columns, rows, unit } = chart;
  const high = (rows * unit.height) / unit.width;
  const cell = Math.max(1, Math.floor(SIDE / Math.max(columns, high)));
  const canvas = Object.assign(document.createElement('canvas'), { width: columns * cell, height: Math.round(high * cell) });
  canvas.setAttribute('part', 'comparison-picture');
  canvas.ariaHidden = 'true';
  const ctx = canvas.getContext('2d')!;
  ctx.imageSmoothingEnabled = false;
  ctx.drawImage(miniature(chart), 0, 0, canvas.width, canvas.height);
  return canvas;
}
