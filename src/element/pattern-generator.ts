import { html, LitElement, nothing, render, type PropertyValues } from 'lit';
import { Generation, type State } from '../generation/generation.js';
import { PatternError } from '../core/pattern-error.js';
import type { PictureSource } from '../generation/picture.js';
import type { Field, PatternResult, ProviderFace } from '../providers/provider.js';
import { picsartFace } from '../providers/picsart/face.js';
import { pixcraftFace } from '../providers/pixcraft/face.js';
import { findProvider, onRegistration } from '../providers/registry.js';
import type { Quota } from '../quota/ledger.js';
import { errorText } from './error-text.js';
import {
  PatternBeforeGenerateEvent,
  PatternErrorEvent,
  PatternPdfEvent,
  PatternQuotaEvent,
  PatternResultEvent,
  PatternStateEvent,
} from './events.js';
import { files, type Lit, type Mounted } from './files.js';
import { languageOf } from './language.js';
import { ObjectUrl } from './object-url.js';
import { offeredPicture } from './offered-picture.js';
import { save } from './save.js';
import { fetchLocale, stringsFor, type Strings } from './texts/strings.js';
import { sheet } from './styles/sheet.js';
import type { HistoryInput } from './history/history.js';
import type { ViewerInput } from './viewer/viewer.js';
import { actionsView } from './views/actions.js';
import { controlsView } from './views/controls.js';
import { messageView } from './views/message.js';
import { pictureView } from './views/picture.js';
import { resultView } from './views/result.js';
import { usageView } from './views/usage.js';

type Viewer = Awaited<ReturnType<typeof files.viewer>>;

const lit: Lit = { html, nothing, render };

const kebab = (name: string) => name.replace(/[A-Z]/g, (capital) => '-' + capital.toLowerCase());
const parameterNames = [...pixcraftFace.fields, ...picsartFace.fields].map(({ name }) => name);
const settingNames =
  'provider endpoint apiKey imageUrl controls usage lowUsage contactUrl cache cacheSize cacheDays timeout maxWait history'.split(
    ' ',
  );
const secret = { attribute: false };

/**
 * A visitor chooses a picture, presses Generate and gets a craft pattern with its materials, guide and PDF.
 * No use is wasted, no paid result is lost, and the visitor always knows what is going on.
 *
 * @tag pattern-generator
 * @tagname pattern-generator
 *
 * @attr {string} [provider=pixcraft] - `pixcraft`, `picsart`, or a name given to `registerProvider()`
 * @attr {string} endpoint - base address of the API or, better, of your proxy; paths are appended
 * @attr {string} api-key - sent as the provider's auth header; for trusted pages and trials only
 * @attr {string} image-url - the picture to use instead of, or before, the visitor's own
 * @attr {string} niche - PixCraft: the craft
 * @attr {number} width-cm - PixCraft: finished width, 10 to 1000
 * @attr {number} height-cm - PixCraft: finished height, 10 to 1000
 * @attr {number} unit-width-cm - PixCraft: width of one stitch, bead or brick; default: the niche's
 * @attr {number} unit-height-cm - PixCraft: its height
 * @attr {number} max-colors - PixCraft: how many colours at most
 * @attr {'default'|'custom'} color-catalog - PixCraft: whose colours
 * @attr {'hex'|'mirror'|'diamond'|'hex2'|'tile'} pattern - Picsart: how the picture is repeated
 * @attr {number} width - Picsart: pixels, 1 to 8000
 * @attr {number} height - Picsart: pixels, 1 to 8000
 * @attr {number} offset-x - Picsart: pixels
 * @attr {number} offset-y - Picsart: pixels
 * @attr {number} rotate - Picsart: degrees, -180 to 180
 * @attr {number} scale - Picsart: 0.5 to 10
 * @attr {'JPG'|'PNG'|'WEBP'} format - Picsart: file format of the result
 * @attr {string} controls - what the visitor may change, by attribute name and `image`, separated by spaces; or `none`
 * @attr {'low'|'always'|'never'} [usage=low] - when the quota meter is shown
 * @attr {number} [low-usage=50] - how many uses left count as few
 * @attr {string} contact-url - link offered when the quota or the credits are used up
 * @attr {'on'|'off'} [cache=on] - keeps results in this browser
 * @attr {number} [cache-size=50] - bound of the cache in MB
 * @attr {number} [cache-days=30] - age in days after which a result is dropped
 * @attr {number} [timeout=60] - seconds before one request is given up
 * @attr {number} [max-wait=120] - longest wait in seconds that is sat out without asking
 * @attr {'on'|'off'} [history=on] - shows the kept designs once there are two
 * @attr {boolean} no-pdf - hides the PDF button
 * @attr {boolean} disabled - switches everything off
 *
 * @fires {PatternBeforeGenerateEvent} pattern-before-generate - `image`, `parameters`; cancelable, before anything is sent
 * @fires {PatternStateEvent} pattern-state - `state`, `previous`
 * @fires {PatternResultEvent} pattern-result - `result`, `fromCache`
 * @fires {PatternPdfEvent} pattern-pdf - `blob`, `filename`; cancelable: the page may save it itself
 * @fires {PatternQuotaEvent} pattern-quota - `quota`
 * @fires {PatternErrorEvent} pattern-error - `error`
 *
 * @slot heading - instead of the heading's text
 * @slot generate-label - instead of the Generate button's text
 * @slot exhausted - instead of the message when the quota or the credits are used up
 * @slot history-label - instead of the text above the kept designs
 * @slot footer - below everything
 *
 * @csspart widget - the whole
 * @csspart heading - its heading
 * @csspart intake - picture and controls together
 * @csspart dropzone - where a picture is chosen or dropped
 * @csspart thumbnail - the chosen picture
 * @csspart controls - the parameters together
 * @csspart field - one parameter with its label
 * @csspart label - its label
 * @csspart input - its input
 * @csspart actions - the buttons together
 * @csspart generate-button - starts it
 * @csspart cancel-button - stops it
 * @csspart again-button - back to the picture
 * @csspart pdf-button - downloads the PDF or the picture
 * @csspart progress - while the pattern is being made
 * @csspart countdown - while a limit is sat out
 * @csspart message - what is going on
 * @csspart contact-link - to the owner, when used up
 * @csspart result - the viewer's place
 * @csspart preview - the pattern
 * @csspart materials - the list of materials
 * @csspart material - one of them
 * @csspart swatch - its colour
 * @csspart guide - the steps together
 * @csspart step - one step
 * @csspart history - the kept designs
 * @csspart usage - the quota meter
 * @csspart usage-bar - its bar
 * @csspart footer - holds the footer slot
 *
 * @cssprop --pattern-accent - buttons, links, focus
 * @cssprop --pattern-accent-text - text on the accent
 * @cssprop --pattern-surface - background
 * @cssprop --pattern-text - text
 * @cssprop --pattern-muted - quieter text
 * @cssprop --pattern-border - lines
 * @cssprop --pattern-radius - round corners
 * @cssprop --pattern-space - distance between blocks
 * @cssprop --pattern-font - typeface
 *
 * @cssstate empty - no picture yet
 * @cssstate ready - a picture is chosen
 * @cssstate working - a pattern is being made
 * @cssstate waiting - a limit is being sat out
 * @cssstate done - the pattern is there
 * @cssstate exhausted - quota or credits are used up
 * @cssstate error - something failed
 */
export class PatternGenerator extends LitElement {
  static override styles = sheet;
  static override properties = {
    ...Object.fromEntries([...settingNames, ...parameterNames].map((name) => [name, { attribute: kebab(name) }])),
    noPdf: { type: Boolean, attribute: 'no-pdf' },
    disabled: { type: Boolean },
    // Frameworks write the same object anew at every render: that is no change.
    parameters: { ...secret, hasChanged: (now: unknown, old: unknown) => JSON.stringify(now) !== JSON.stringify(old) },
    strings: secret,
    authorize: secret,
    image: { ...secret, noAccessor: true },
  };

  /** Registers the element; harmless when the name is taken already. */
  static define(tag = 'pattern-generator', registry: CustomElementRegistry = customElements): void {
    if (registry.get(tag)) return;
    try {
      registry.define(tag, this);
    } catch {
      // This class has a name already: the same element under another one.
      registry.define(tag, class extends this {});
    }
  }

  declare provider: string;
  declare endpoint?: string;
  declare apiKey?: string;
  declare imageUrl?: string;
  declare controls?: string;
  declare usage: string;
  declare lowUsage: number;
  declare contactUrl?: string;
  declare cache: string;
  declare cacheSize: number;
  declare cacheDays: number;
  declare timeout: number;
  declare maxWait: number;
  declare history?: string;
  declare noPdf: boolean;
  declare disabled: boolean;
  declare niche?: string;
  declare widthCm?: number;
  declare heightCm?: number;
  declare unitWidthCm?: number;
  declare unitHeightCm?: number;
  declare maxColors?: number;
  declare colorCatalog?: string;
  declare pattern?: string;
  declare width?: number;
  declare height?: number;
  declare offsetX?: number;
  declare offsetY?: number;
  declare rotate?: number;
  declare scale?: number;
  declare format?: string;
  declare parameters?: Record<string, unknown>;
  declare strings?: Partial<Strings>;
  declare authorize?: () => Promise<Record<string, string>> | Record<string, string>;

  #internals = this.attachInternals();
  /** What the visitor set, on top of what the page says. */
  #typed: Record<string, string> = {};
  #thumbnail = new ObjectUrl();
  #preview = new ObjectUrl();
  #shown?: PatternResult;
  #pattern?: Mounted<ViewerInput>;
  #strip?: Mounted<HistoryInput>;
  #recalled?: unknown[];
  #connection?: AbortController;
  #ticking?: ReturnType<typeof setInterval>;
  #focused?: Element | null;
  #warned?: string;
  #saving = false;
  #generation = new Generation({
    making: files.making,
    wishes: () => ({ page: this, provider: findProvider(this.provider), parameters: this.#parameters }),
    before: (image, parameters) => this.dispatchEvent(new PatternBeforeGenerateEvent({ image, parameters })),
    changed: (previous) => {
      this.requestUpdate();
      if (previous && previous !== this.state) this.#enter(this.state, previous);
    },
    result: (result, fromCache) => void this.dispatchEvent(new PatternResultEvent({ result, fromCache })),
    quota: (quota) => void this.dispatchEvent(new PatternQuotaEvent({ quota })),
    error: (error) => this.#report(error),
  });

  constructor() {
    super();
    this.provider = 'pixcraft';
    this.usage = 'low';
    this.lowUsage = 50;
    this.cache = 'on';
    this.cacheSize = 50;
    this.cacheDays = 30;
    this.timeout = 60;
    this.maxWait = 120;
    this.noPdf = this.disabled = false;
    this.#mirror(this.state);
  }

  get state(): State {
    return this.#generation.state;
  }
  get result(): PatternResult | undefined {
    return this.#generation.result;
  }
  get error(): PatternError | undefined {
    return this.#generation.error;
  }
  get quota(): Quota {
    return this.#generation.quota;
  }
  get image(): PictureSource | undefined {
    return this.#generation.source;
  }
  set image(source: PictureSource | null | undefined) {
    void this.#generation.setPicture(source);
  }

  generate(): Promise<PatternResult> {
    return this.disabled ? Promise.reject(new PatternError('cancelled')) : this.#generation.generate();
  }
  cancel(): void {
    this.#generation.cancel();
  }
  reset(): void {
    this.#typed = {};
    this.#generation.reset();
  }
  refreshQuota(): Promise<Quota> {
    return this.#generation.refreshQuota();
  }
  clearCache(): Promise<void> {
    return this.#generation.clearCache();
  }
  async downloadPdf(): Promise<Blob> {
    this.#saving = true;
    this.requestUpdate();
    try {
      const { blob, filename } = await this.#generation.pdf();
      if (this.dispatchEvent(new PatternPdfEvent({ blob, filename }))) save(blob, filename);
      return blob;
    } finally {
      this.#saving = false;
      this.requestUpdate();
    }
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.setAttribute('state', this.state);
    const { signal } = (this.#connection = new AbortController());
    for (const type of ['dragover', 'dragleave', 'drop']) this.addEventListener(type, this.#offer, { signal });
    document.addEventListener('paste', this.#offer, { signal });
    signal.addEventListener(
      'abort',
      onRegistration(() => {
        this.requestUpdate();
        if (this.error?.code === 'misconfigured') void this.#generation.connect();
      }),
    );
    this.#tick();
    if (this.hasUpdated) {
      this.requestUpdate();
      void this.#generation.connect();
    }
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#connection?.abort();
    this.#generation.disconnect();
    this.#pattern?.unmount();
    this.#pattern = this.#shown = undefined;
    this.#thumbnail.of();
    this.#preview.of();
    this.#tick();
    // Moved is not removed; but for a widget that is gone nothing is sent any more. What was sent is still kept.
    queueMicrotask(() => this.isConnected || this.state !== 'waiting' || this.cancel());
  }

  /** Nothing is drawn, and no address of a blob taken, for a widget that is on no page. */
  protected override shouldUpdate(): boolean {
    return this.isConnected;
  }

  /** The first look waits a moment for the texts of its language, so that nobody sees English turn into them. */
  protected override scheduleUpdate(): Promise<unknown> | void {
    const coming = this.hasUpdated ? undefined : fetchLocale(languageOf(this));
    if (!coming) return super.scheduleUpdate();
    return Promise.race([coming, new Promise((late) => setTimeout(late, 100))]).then(() => super.scheduleUpdate());
  }

  override willUpdate(changed: PropertyValues): void {
    for (const name of changed.keys()) delete this.#typed[name as string];
    if (changed.has('parameters')) this.#typed = {};
    if (changed.has('imageUrl') && (this.imageUrl || changed.get('imageUrl'))) this.image = this.imageUrl;
    this.#focused = this.shadowRoot!.activeElement;
  }

  override updated(changed: PropertyValues): void {
    if (['provider', 'endpoint', 'apiKey'].some((name) => changed.has(name))) {
      void this.#generation.connect();
    } else if (parameterNames.some((name) => changed.has(name))) void this.#generation.chosen();
    this.#show();
    this.#recall();
    // The pressed button is gone: the keyboard goes on at what stands in its place.
    if (this.#focused && !this.#focused.isConnected) this.#find('[part~=actions] button:enabled', '[part=message]')?.focus();
  }

  #find(...selectors: string[]): HTMLElement | null | undefined {
    return selectors.map((selector) => this.shadowRoot!.querySelector<HTMLElement>(selector)).find(Boolean);
  }

  get #provider(): ProviderFace {
    return findProvider(this.provider) ?? pixcraftFace;
  }

  /** What the visitor set goes before `parameters`, and that before attributes. */
  get #parameters(): Record<string, unknown> {
    const given = this.parameters ?? {};
    const attributes = this as unknown as Record<string, unknown>;
    return Object.fromEntries(
      this.#provider.fields.map(({ name }) => [
        name,
        this.#typed[name] ??
          given[name] ??
          given[kebab(name).replaceAll('-', '_')] ??
          attributes[name] ??
          this.getAttribute(kebab(name)),
      ]),
    );
  }

  /** Whether the visitor may change a field (or `image`). */
  #may(name: string): boolean {
    return this.controls == null
      ? name === 'image' || this.#provider.controls.includes(name)
      : this.controls.split(/\s+/).includes(kebab(name));
  }

  protected override render() {
    const generation = this.#generation;
    const { state, error, quota, result } = generation;
    const lang = languageOf(this);
    const strings = stringsFor(lang, this.strings);
    const face = this.#provider;
    const { fields, menu } = face;
    const working = state === 'working' || state === 'waiting';
    const disabled = this.disabled || working;
    const { source } = generation;
    const visible: Field[] = fields.filter(({ name }) => this.#may(name));
    const few = (quota.remaining as number) <= +this.lowUsage;
    return html`<section part="widget" aria-busy=${working}>
      <h2 part="heading"><slot name="heading">${strings.heading}</slot></h2>
      ${
        result
          ? ''
          : html`<div part="intake">
              ${pictureView({
                strings,
                src: this.#thumbnail.of(source instanceof Blob ? source : undefined) ?? (source && String(source)),
                mayChoose: this.#may('image'),
                disabled,
                choose: (file) => (this.image = file),
              })}
              ${
                visible.length
                  ? controlsView({
                      strings,
                      fields: visible,
                      values: this.#parameters,
                      menu: menu && { field: menu.field, choices: generation.choices ?? menu.choices },
                      invalid: error?.field,
                      disabled,
                      change: (name, value) => {
                        this.#typed[name] = value;
                        if (state === 'error') generation.again();
                        else void generation.chosen();
                      },
                    })
                  : ''
              }
            </div>`
      }
      ${messageView({
        strings,
        state,
        step: generation.step,
        text: error ? errorText(error, strings, fields, lang) : '',
        quota,
        lang,
        contact: this.contactUrl,
      })}
      ${actionsView({
        strings,
        state,
        goesOn: generation.goesOn,
        label: generation.kept ? strings.show : state === 'error' && source ? strings.retry : strings.generate,
        enabled:
          !this.disabled &&
          !!source &&
          (generation.kept || (state !== 'exhausted' && !/unauthorized|forbidden|misconfigured/.test(error?.code ?? ''))),
        pdf: this.noPdf ? '' : result?.image ? strings.save : face.download === 'pdf' ? strings.pdf : '',
        saving: this.#saving,
        generate: () => void this.generate().catch(() => {}),
        cancel: () => this.cancel(),
        download: () => void this.downloadPdf().catch(() => {}),
        again: () => generation.again(),
      })}
      ${result && !this.#pattern ? resultView(result, this.#preview.of(result.image)) : ''}
      <div part="result"></div>
      <div part="history"></div>
      ${this.usage !== 'never' && typeof quota.remaining === 'number' && (few || this.usage === 'always') ? usageView(quota, strings, lang) : ''}
      <footer part="footer"><slot name="footer"></slot></footer>
    </section>`;
  }

  /** Hands a new result to the viewer, and takes an old one away. */
  #show(): void {
    const { result } = this;
    if (result === this.#shown) return;
    this.#shown = result;
    this.#pattern?.unmount();
    this.#pattern = undefined;
    if (!result) return;
    void this.#loadViewer().then((viewer) => {
      // Without the viewer the simple form stays, and the next press asks for it again.
      if (!viewer || result !== this.#shown || !this.isConnected) return;
      const lang = languageOf(this);
      const input = { result, lang, strings: stringsFor(lang, this.strings) };
      this.#pattern = viewer.mount(this.#find('[part=result]')!, input, lit);
      this.requestUpdate();
    });
  }

  /** The kept designs, drawn by the viewer's file that only those who have some fetch. */
  #recall(): void {
    const { history } = this.#generation;
    const items = this.history === 'off' || this.disabled || history.length < 2 ? [] : history;
    if (items === this.#recalled || !(items.length + (this.#recalled?.length ?? 0))) return;
    this.#recalled = items;
    void this.#loadViewer().then((viewer) => {
      const lang = languageOf(this);
      const input = { host: this.#generation, items, lang, strings: stringsFor(lang, this.strings) };
      if (!viewer || items !== this.#recalled) return;
      if (this.#strip) this.#strip.update(input);
      else this.#strip = viewer.mountHistory(this.#find('[part=history]')!, input, lit);
    });
  }

  /** Where it cannot be loaded there is no viewer, and the next occasion asks again. */
  #loadViewer(): Promise<Viewer | undefined> {
    return files.viewer().catch(() => undefined);
  }

  #enter(state: State, previous: State): void {
    this.#mirror(state, previous);
    this.setAttribute('state', state);
    this.#tick();
    // On its way while the pattern is being made, so that both arrive together.
    if (state === 'working') void this.#loadViewer();
    this.dispatchEvent(new PatternStateEvent({ state, previous }));
  }

  #mirror(state: State, previous?: State): void {
    const { states } = this.#internals;
    try {
      if (previous) states?.delete(previous);
      states?.add(state);
    } catch {
      // Older browsers want a dashed name; the attribute is there for them.
    }
  }

  /** The countdown runs while it is seen. */
  #tick(): void {
    clearInterval(this.#ticking);
    if (this.state === 'waiting' && this.isConnected) this.#ticking = setInterval(() => this.requestUpdate(), 500);
  }

  #report(error: PatternError): void {
    const lang = languageOf(this);
    error.message = errorText(error, stringsFor(lang, this.strings), this.#provider.fields, lang) || error.code;
    if (/unauthorized|misconfigured/.test(error.code) && this.#warned !== error.code) {
      this.#warned = error.code;
      console.error(`<pattern-generator> ${error.code}`, error.cause);
    }
    this.dispatchEvent(new PatternErrorEvent({ error }));
  }

  #offer = (event: Event): void => {
    const open = !this.disabled && this.#may('image') && !/working|waiting|done/.test(this.state);
    const { file, over } = open ? offeredPicture(event, this, this.state === 'empty') : {};
    this.#find('[part~=dropzone]')?.part.toggle('over', !!over);
    if (file) this.image = file;
  };
}
