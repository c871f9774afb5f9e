// @csspart take - what can be taken along
// @csspart take-button - one way to do so
// @csspart take-told - what came of it
import { brickLinkXml, materialsCsv, shoppingList } from '../../../chart/shopping.js';
import { readProgress, writeProgress } from '../../../chart/progress-file.js';
import { save } from '../../outcome/save.js';
import type { Voice } from '../../texts/voice.js';
import type { Stage } from '../viewer/stage.js';
import { painting, type Section, sizeOf, toPng } from './painting.js';
import { printChart } from './print.js';
import type { Work } from './work.js';

/** Widths of a cell in a picture, in pixels; and what every phone's canvas can hold. */
const CELLS = [8, 16, 32];
const MOST_PIXELS = 16e6;

/** The pattern in other forms: pictures, tables, lists, paper; and progress as a file. */
export class Take {
  readonly #stage: Stage;
  readonly #work: Work;
  /** A file belongs to the pattern, whatever colours that has just now. */
  readonly #original: NonNullable<Stage['drawn']>;
  #told = '';
  #busy = false;
  /** What a file says is done, where more is marked here. */
  #loaded?: Uint8Array;

  constructor(stage: Stage, work: Work) {
    this.#stage = stage;
    this.#work = work;
    this.#original = stage.drawn!;
  }

  view(say: Voice['say']) {
    const { lit, result, voice } = this.#stage;
    const { html, nothing } = lit;
    const button = (text: string, press: () => unknown) =>
      html`<button part="take-button" type="button" aria-disabled=${this.#busy} @click=${() => void this.#do(press)}>
        ${text}
      </button>`;
    const { materials } = result;
    const sizes = CELLS.map((cell) => this.#whole(cell)).filter(
      (section, at) => !at || pixels(this.#stage, section) <= MOST_PIXELS,
    );
    const picture = (section: Section) => {
      const { width, height } = sizeOf(this.#stage, section);
      // Columns come before rows in every script.
      const size = `\u2066${voice.number(width)} × ${voice.number(height)}\u2069`;
      return button(say('craftPng', { size }), async () => this.#file(await this.#png(section), 'png'));
    };
    const csv = () =>
      this.#text(
        materialsCsv([say('craftBy-code'), say('craftName'), 'Hex', say('craftBy-amount')], materials),
        'csv',
        'text/csv',
      );
    const placesOpen = this.#stage.tools.has('places');
    return html`<div part="take">
      ${
        result.colorSummary
          ? html`<button part="take-button" type="button" aria-expanded=${placesOpen} @click=${() => this.#stage.use('places')}>
              ${say('craftPlaces')}
            </button>`
          : nothing
      }
      ${sizes.map(picture)} ${button(say('craftPrint'), () => printChart(this.#stage, this.#name))}
      ${button(say('craftCsv'), csv)}
      ${button(say('craftCopy'), async () => {
        await navigator.clipboard.writeText(shoppingList(this.#name, materials, voice.number));
        this.#told = say('craftCopied');
      })}
      ${result.niche === 'lego' ? button(say('craftBricks'), () => this.#text(brickLinkXml(materials), 'xml', 'text/xml')) : nothing}
      ${'share' in navigator ? button(say('craftSend'), () => this.#share(sizes.at(-1)!)) : nothing}
      ${button(say('craftSave'), () => this.#text(writeProgress(this.#original, this.#work.done), 'json', 'application/json'))}
      ${button(say('craftLoad'), () => this.#load(say))}
      <p part="take-told" role="status">${this.#told}</p>
      ${this.#loaded ? button(say('craftReplace'), () => this.#work.keepOnly(this.#loaded!)) : nothing}
    </div>`;
  }

  /** The whole chart; smaller cells where it has too many. */
  #whole(cell: number): Section {
    const { columns, rows } = this.#stage.drawn!;
    return {
      columns: [0, columns],
      rows: [0, rows],
      cell: Math.max(1, Math.min(cell, Math.floor(Math.sqrt(MOST_PIXELS / (columns * rows))))),
    };
  }

  get #name(): string {
    const { result, paid, voice } = this.#stage;
    const { niche = '', columns, rows } = result;
    const own = result === paid ? '' : `, ${this.#work.voice.say('craftRecolored')}`;
    return `${voice.say(niche) || niche} ${columns}x${rows}${own}`.trim();
  }

  async #do(press: () => unknown): Promise<void> {
    if (this.#busy) return;
    this.#busy = true;
    this.#told = '';
    this.#stage.changed();
    const loaded = this.#loaded;
    try {
      await press();
    } catch (error) {
      // Who closed what was offered knows that.
      if ((error as Error).name !== 'AbortError') this.#told = this.#work.voice.say('craftRefused');
    }
    if (loaded === this.#loaded) this.#loaded = undefined;
    this.#busy = false;
    this.#stage.changed();
  }

  async #png(section: Section): Promise<Blob | undefined> {
    return toPng(await this.#stage.inSlices(painting(this.#stage, section)));
  }

  #fileName(type: string): string {
    return `${this.#name.replaceAll(/[^\p{L}\d]+/gu, '-')}.${type}`;
  }

  #file(blob: Blob | undefined, type: string): void {
    if (blob) save(blob, this.#fileName(type));
  }

  #text(text: string, type: string, mime: string): void {
    this.#file(new Blob([text], { type: `${mime};charset=utf-8` }), type);
  }

  async #share(section: Section): Promise<void> {
    const blob = await this.#png(section);
    const files = blob ? [new File([blob], this.#fileName('png'), { type: 'image/png' })] : [];
    const title = this.#name;
    await navigator.share(navigator.canShare?.({ files }) ? { title, files } : { title, url: location.href });
  }

  async #load(say: Voice['say']): Promise<void> {
    const input = Object.assign(document.createElement('input'), { type: 'file', accept: '.json,application/json' });
    const file = await new Promise<File | undefined>((done) => {
      input.onchange = () => done(input.files?.[0]);
      input.oncancel = () => done(undefined);
      input.click();
    });
    if (file) this.#told = say(await this.load(file));
  }

  /**
   * Adds the marks of a file to those that are here, for nothing that somebody marked may be lost by it; whoever wants the state of
   * the file alone can say so then. Tells what came of it; the largest of our own files has two bytes a cell.
   */
  async load(file: Blob): Promise<'craftLoaded' | 'craftForeign' | 'craftNoProgress'> {
    const bits = file.size < 2e7 ? readProgress(this.#original, await file.text()) : undefined;
    if (!bits) return bits === false ? 'craftForeign' : 'craftNoProgress';
    this.#loaded = this.#work.take(bits) ? bits : undefined;
    return 'craftLoaded';
  }
}

const pixels = (stage: Stage, section: Section): number => {
  const { width, height } = sizeOf(stage, section);
  return width * height;
};
