// @csspart places - where each colour goes
// @csspart place - one colour, or some rows of it
// @csspart where - one of its rows
import { findPlaces, type Place } from '../../../chart/places.js';
import type { Voice } from '../../texts/voice.js';
import type { LongList } from '../viewer/long-list.js';
import type { Drawn } from '../viewer/plan/pictures.js';
import type { Stage } from '../viewer/stage.js';

/** Rows that are told together; of a colour with more the next ones follow under its name. */
const ROWS = 30;

/** For those who work one colour at a time: where each goes, row by row. */
export class Places {
  readonly #stage: Stage;
  readonly #list: LongList;
  #chart?: Drawn;
  #told: { color: number; places: Place[] }[] = [];

  constructor(stage: Stage) {
    this.#stage = stage;
    this.#list = stage.list();
  }

  view(words: Voice['say']) {
    const { lit, drawn, voice, symbols } = this.#stage;
    const { html, nothing } = lit;
    if (!drawn) return nothing;
    if (drawn !== this.#chart) void this.#find((this.#chart = drawn));
    const { number, say } = voice;
    const entry = (at: number) => {
      const { color, places } = this.#told[at]!;
      const { name, hex } = drawn.colors[color]!;
      const rows = places.map(({ row, stretches }) => {
        const columns = stretches.map(([first, last]) => (first === last ? number(first) : `${number(first)}–${number(last)}`));
        return html`<span part="where"><b>${say('viewerRow', { n: row })}</b> <bdi dir="ltr">${columns.join(', ')}</bdi></span> `;
      });
      return html`<div part="place">
        ${this.#stage.swatch(hex, symbols[color])} <b part="name" dir="auto">${name}</b> ${rows}
      </div>`;
    };
    return html`<div part="places" tabindex="0" role="group" aria-label=${words('craftPlaces')}>
      ${this.#list.view(lit, this.#told.length, entry)}
    </div>`;
  }

  watch(container: Element): void {
    this.#list.watch(container.querySelector('[part=places]'));
  }

  end(): void {
    this.#chart = undefined;
    this.#list.end();
  }

  async #find(chart: Drawn): Promise<void> {
    this.#told = [];
    const all = await this.#stage.inSlices(findPlaces(chart));
    if (chart !== this.#chart) return;
    this.#list.of(chart);
    this.#told = all.flatMap((places, color) =>
      Array.from({ length: Math.ceil(places.length / ROWS) }, (_, at) => ({
        color,
        places: places.slice(at * ROWS, at * ROWS + ROWS),
      })),
    );
    this.#stage.changed();
  }
}
