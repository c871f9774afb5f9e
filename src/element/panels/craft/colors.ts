// @csspart recolor - what changes the colours
// @csspart recolor-title - the colour that is to be changed
// @csspart recolor-group - colours that can come in its place
// @csspart recolor-list - one group of them, as a list
// @csspart recolor-choice - one of them
// @csspart changes - what was changed
// @csspart change - one change
// @csspart change-arrow - from the old colour to the new one
// @csspart put-back-button - puts one colour back
// @csspart original-button - puts all of them back
// @csspart recolored - that the colours are the visitor's own
// @csspart not-kept - that the browser stores nothing just now
import type { ChartColor } from '../../../chart/palette.js';
import type { Voice } from '../../texts/voice.js';
import type { LongList } from '../viewer/long-list.js';
import type { Stage } from '../viewer/stage.js';
import { Latest } from './latest.js';
import { type Offer, offering } from './offers.js';
import type { Recolor } from './recolor.js';

/** Changes colours: the one that is looked at alone is merged with another, or swapped for one that can be bought. */
export class Colors {
  readonly #stage: Stage;
  readonly #recolor: Recolor;
  readonly #lists: Record<'own' | 'all', LongList>;
  #all?: readonly ChartColor[];
  #search = '';
  #told = '';
  /** The colour whose replacements were shown last. */
  #shown?: number;
  /** What is offered; undefined while it is being looked for. */
  #found?: Record<'own' | 'all', Offer[]>;
  /** What that depends on. */
  #sought: unknown[] = [];
  readonly #latest: Latest;

  constructor(stage: Stage, recolor: Recolor) {
    this.#stage = stage;
    this.#latest = new Latest(stage);
    this.#recolor = recolor;
    this.#lists = { own: stage.list(), all: stage.list() };
  }

  view(say: Voice['say']) {
    const { lit, alone } = this.#stage;
    const { html, nothing } = lit;
    this.#ask();
    return html`<div part="recolor" role="group" aria-label=${this.#stage.voice.say('viewerRecolor')}>
      ${alone === undefined ? html`<p part="note">${say('craftPick')}</p>` : this.#choices(say, alone)} ${this.#changes(say)}
      ${this.#recolor.owed ? html`<p part="not-kept">${say('notKept')}</p>` : nothing}
      <p part="take-told" role="status">${this.#told}</p>
    </div>`;
  }

  /** Said while nothing is being changed. */
  noteView(say: Voice['say']) {
    const { html, nothing } = this.#stage.lit;
    return this.#recolor.varied ? html`<p part="recolored">${say('craftRecolored')}</p>` : nothing;
  }

  /** After each time it was drawn. */
  watch(place: HTMLElement): void {
    const title = place.querySelector<HTMLElement>('[part=recolor-title]');
    const shown = title ? this.#stage.alone : undefined;
    // On a phone the list is further down than what can come in its colours' place; and the keyboard goes on there.
    if (shown !== this.#shown) title?.focus();
    this.#shown = shown;
    for (const [name, list] of Object.entries(this.#lists)) list.watch(place.querySelector(`[data-list=${name}]`));
  }

  end(): void {
    this.#latest.end();
    for (const list of Object.values(this.#lists)) list.end();
  }

  #choices(say: Voice['say'], alone: number) {
    const { lit, drawn, symbols } = this.#stage;
    const { html, nothing } = lit;
    const color = drawn!.colors[alone]!;
    const look = ({ target }: Event) => {
      this.#search = (target as HTMLInputElement).value;
      this.#stage.changed();
    };
    const found = this.#seek(alone);
    const group = (name: 'own' | 'all', title: string) => {
      const offers = found?.[name] ?? [];
      const entry = (place: number) => {
        const { color: other, at } = offers[place]!;
        const { id, name } = other;
        return html`<div role="listitem">
          <button part="recolor-choice" type="button" @click=${() => void this.#choose(say, alone, other, at)}>
            ${this.#stage.swatch(other.hex, at === undefined ? undefined : symbols[at])}
            <span part="name" dir="auto">${name} ${id && id !== name ? html`<span part="id">${id}</span>` : nothing}</span>
          </button>
        </div>`;
      };
      return offers.length
        ? html`<h4 part="recolor-group">${title}</h4>
            <div part="recolor-list" data-list=${name} role="list" aria-label=${title}>
              ${this.#lists[name].view(lit, offers.length, entry)}
            </div>`
        : nothing;
    };
    return html`<p part="recolor-title" tabindex="-1">
        ${this.#stage.swatch(color.hex, symbols[alone])} <b dir="auto">${color.name}</b>
      </p>
      <input
        part="search"
        type="search"
        aria-label=${say('craftSearch')}
        placeholder=${say('craftSearch')}
        .value=${this.#search}
        @input=${look}
      />
      ${group('own', say('craftMerge'))} ${group('all', say('craftSwap'))}
      ${!found || found.own.length + found.all.length ? nothing : html`<p part="none-found">${say('craftNone')}</p>`}`;
  }

  #seek(alone: number) {
    const { drawn, result, lang } = this.#stage;
    const sought = [drawn, alone, lang, this.#search, this.#all];
    if (sought.every((each, at) => each === this.#sought[at])) return this.#found;
    this.#sought = sought;
    this.#found = undefined;
    let later = false;
    const own = drawn!.colors.slice(0, result.materials.length);
    this.#latest.do(offering(alone, own, this.#all ?? [], lang, this.#search), (found) => {
      this.#found = found;
      if (later) this.#stage.changed();
    });
    later = true;
    return this.#found;
  }

  #changes(say: Voice['say']) {
    const { html, nothing } = this.#stage.lit;
    const { variant, varied, original } = this.#recolor;
    if (!varied) return nothing;
    const entry = (at: number) => {
      const { name, hex } = original.colors[at]!;
      const now = varied.chart.colors[varied.to[at]!]!;
      const back = () =>
        void this.#recolor
          .put(at)
          .then(() => this.#tell(say('craftIsNow', { from: now.name, to: name }), '[part=put-back-button],[part=tool]'));
      return html`<li part="change">
        ${this.#stage.swatch(hex)} <span dir="auto">${name}</span>
        <span part="change-arrow" aria-hidden="true"></span> ${this.#stage.swatch(now.hex)} <span dir="auto">${now.name}</span>
        <button part="put-back-button" type="button" aria-label=${`${say('craftBack')}: ${name}`} @click=${back}>
          ${say('craftBack')}
        </button>
      </li>`;
    };
    const all = () => void this.#recolor.putAllBack().then(() => this.#tell(say('craftOriginal'), '[part=tool]'));
    return html`<ul part="changes" role="list">
        ${Object.keys(variant).map((at) => entry(+at))}
      </ul>
      <button part="original-button" type="button" @click=${all}>${say('craftOriginal')}</button>`;
  }

  async #choose(say: Voice['say'], alone: number, other: ChartColor, at?: number): Promise<void> {
    const recolor = this.#recolor;
    const from = this.#stage.drawn!.colors[alone]!.name;
    this.#search = '';
    this.#stage.alone = undefined;
    await recolor.put(recolor.rootOf(alone), at === undefined ? other : recolor.rootOf(at));
    this.#tell(say('craftIsNow', { from, to: other.name }), '[part=put-back-button]');
  }

  /** Says what came of it. The button that was pressed is gone: the keyboard goes on at the first of these. */
  #tell(text: string, next: string): void {
    this.#told = text;
    this.#stage.changed();
    const root = this.#stage.plan?.canvas.getRootNode() as ShadowRoot | undefined;
    const needs = root?.querySelector('[part=needs]');
    if (root && !root.activeElement) needs?.querySelector<HTMLElement>(next)?.focus();
  }

  #ask(): void {
    if (this.#all) return;
    this.#all = [];
    void this.#stage.wardrobe?.colors().then((all) => {
      this.#all = all;
      this.#stage.changed();
    });
  }
}
