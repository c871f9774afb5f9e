import { html, LitElement, type PropertyValues } from 'lit';
import { Generation, type State } from '../generation/generation.js';
import type { PatternError } from '../generation/pattern-error.js';
import type { PictureSource } from '../generation/picture.js';
import type { Field, PatternResult, ProviderFace } from '../providers/provider.js';
import { picsartFace } from '../providers/picsart-face.js';
import { pixcraftFace } from '../providers/pixcraft-face.js';
import { findProvider } from '../providers/registry.js';
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
import { ObjectUrl } from './object-url.js';
import { readSettings } from './settings.js';
import { onLocale, stringsFor, type Strings } from './strings.js';
import { sheet } from './styles/sheet.js';
import { loadViewer } from './viewer-loader.js';
import { actionsView } from './views/actions.js';
import { controlsView } from './views/controls.js';
import { messageView } from './views/message.js';
import { pictureView } from './views/picture.js';
import { resultView } from './views/result.js';
import { usageView } from './views/usage.js';

const kebab = (name: string) => name.replace(/[A-Z]/g, (capital) => '-' + capital.toLowerCase());
const parameterNames = [...pixcraftFace.fields, ...picsartFace.fields].map(({ name }) => name);
const settingNames = 'provider endpoint apiKey imageUrl controls usage lowUsage contactUrl cache cacheSize cacheDays timeout maxWait'.split(' ');
const secret = { attribute: false };

export class PatternGenerator extends LitElement {
  static override styles = sheet;
  static override properties = {
    ...Object.fromEntries([...settingNames, ...parameterNames].map((name) => [name, { attribute: kebab(name) }])),
    noPdf: { type: Boolean, attribute: 'no-pdf' },
    disabled: { type: Boolean },
    parameters: secret,
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
  #viewer?: ReturnType<typeof loadViewer>;
  #shown?: PatternResult;
  #hideViewer?: () => void;
  #connection?: AbortController;
  #ticking?: ReturnType<typeof setInterval>;
  #focused?: Element | null;
  #warned?: string;
  #saving = false;
  #generation = new Generation({
    settings: () => readSettings(this, this.#parameters),
    before: (image, parameters) => this.dispatchEvent(new PatternBeforeGenerateEvent(image, parameters)),
    changed: (previous) => {
      this.requestUpdate();
      if (previous && previous !== this.state) this.#enter(this.state, previous);
    },
    result: (result, fromCache) => void this.dispatchEvent(new PatternResultEvent(result, fromCache)),
    quota: (quota) => void this.dispatchEvent(new PatternQuotaEvent(quota)),
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
    return this.#generation.generate();
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
      if (this.dispatchEvent(new PatternPdfEvent(blob, filename))) save(blob, filename);
      return blob;
    } finally {
      this.#saving = false;
      this.requestUpdate();
    }
  }

  override connectedCallback(): void {
    super.connectedCallback();
    const { signal } = (this.#connection = new AbortController());
    this.addEventListener('dragover', this.#over, { signal });
    this.addEventListener('dragleave', () => this.#drag(false), { signal });
    this.addEventListener('drop', this.#drop, { signal });
    document.addEventListener('paste', this.#paste, { signal });
    signal.addEventListener('abort', onLocale(() => this.requestUpdate()));
    if (this.hasUpdated) void this.#generation.connect();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#connection?.abort();
    this.#generation.disconnect();
    this.#hideViewer?.();
    this.#hideViewer = this.#shown = undefined;
    this.#thumbnail.of();
    this.#preview.of();
    clearInterval(this.#ticking);
  }

  override willUpdate(changed: PropertyValues): void {
    for (const name of changed.keys()) delete this.#typed[name as string];
    if (changed.has('parameters')) this.#typed = {};
    if (changed.has('imageUrl') && (this.imageUrl || changed.get('imageUrl'))) this.image = this.imageUrl;
    this.#focused = this.shadowRoot!.activeElement;
  }

  override updated(changed: PropertyValues): void {
    if (['provider', 'endpoint', 'apiKey'].some((name) => changed.has(name))) {
      this.#warn();
      void this.#generation.connect();
    } else if (parameterNames.some((name) => changed.has(name))) void this.#generation.chosen();
    this.setAttribute('state', this.state);
    this.#show();
    // The pressed button is gone: the keyboard goes on at what stands in its place.
    if (this.#focused && !this.#focused.isConnected) this.#find('[part~=actions] button:enabled', '[part=message]')?.focus();
  }

  #find(...selectors: string[]): HTMLElement | null | undefined {
    return selectors.map((selector) => this.shadowRoot!.querySelector<HTMLElement>(selector)).find(Boolean);
  }

  get #provider(): ProviderFace {
    return findProvider(this.provider) ?? pixcraftFace;
  }

  /** Attributes, then `parameters`, then what the visitor set. */
  get #parameters(): Record<string, unknown> {
    const attributes = this.#provider.fields.map(({ name }) => [name, (this as unknown as Record<string, unknown>)[name] ?? this.getAttribute(kebab(name))]);
    return { ...Object.fromEntries(attributes), ...this.parameters, ...this.#typed };
  }

  /** The language of the nearest ancestor that has one, out of every shadow tree. */
  get #lang(): string {
    // eslint-disable-next-line @typescript-eslint/no-this-alias
    for (let node: Node | null = this; node; node = node.parentNode ?? (node as ShadowRoot).host) if ((node as HTMLElement).lang) return (node as HTMLElement).lang;
    return '';
  }

  /** Whether the visitor may change a field (or `image`). */
  #may(name: string): boolean {
    return this.controls == null ? name === 'image' || this.#provider.controls.includes(name) : this.controls.split(/\s+/).includes(kebab(name));
  }

  protected override render() {
    const generation = this.#generation;
    const { state, error, quota, result } = generation;
    const lang = this.#lang;
    const strings = stringsFor(lang, this.strings);
    const { fields, menu } = this.#provider;
    const working = state === 'working' || state === 'waiting';
    const disabled = this.disabled || working;
    const { source } = generation;
    const visible: Field[] = fields.filter(({ name }) => this.#may(name));
    const few = (quota.remaining as number) <= +this.lowUsage;
    return html`<section part="widget" aria-busy=${working}>
      <h2 part="heading"><slot name="heading">${strings.heading}</slot></h2>
      ${result
        ? ''
        : html`<div part="intake">
            ${pictureView({
              strings,
              src: source instanceof Blob ? this.#thumbnail.of(source) : source && String(source),
              mayChoose: this.#may('image'),
              disabled,
              choose: (file) => (this.image = file),
            })}
            ${visible.length
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
              : ''}
          </div>`}
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
        enabled: !this.disabled && !!source && (generation.kept || (state !== 'exhausted' && !/unauthorized|forbidden|misconfigured/.test(error?.code ?? ''))),
        pdf: this.noPdf ? undefined : result?.image ? strings.save : strings.pdf,
        saving: this.#saving,
        generate: () => void this.generate().catch(() => {}),
        cancel: () => this.cancel(),
        download: () => void this.downloadPdf().catch(() => {}),
        again: () => generation.again(),
      })}
      ${result && !this.#hideViewer ? resultView(result, this.#preview.of(result.image)) : ''}
      <div part="result"></div>
      ${this.usage !== 'never' && typeof quota.remaining === 'number' && (few || this.usage === 'always') ? usageView(quota, strings, lang) : ''}
      <footer part="footer"><slot name="footer"></slot></footer>
    </section>`;
  }

  /** Hands a new result to the viewer, and takes an old one away. */
  #show(): void {
    const { result } = this;
    if (result === this.#shown) return;
    this.#shown = result;
    this.#hideViewer?.();
    this.#hideViewer = undefined;
    if (!result) return;
    this.#viewer?.then(
      ({ showPattern }) => {
        if (result !== this.#shown || !this.isConnected) return;
        this.#hideViewer = showPattern(this.#find('[part=result]')!, { result, lang: this.#lang, strings: stringsFor(this.#lang, this.strings) });
        this.requestUpdate();
      },
      // The simple form stays; the next result asks again.
      () => (this.#viewer = undefined),
    );
  }

  #enter(state: State, previous: State): void {
    const { states } = this.#internals;
    try {
      states?.delete(previous);
      states?.add(state);
    } catch {
      // Older browsers want a dashed name; the attribute is there for them.
    }
    clearInterval(this.#ticking);
    if (state === 'waiting') this.#ticking = setInterval(() => this.requestUpdate(), 500);
    // On its way while the pattern is being made, so that both arrive together.
    if (state === 'working') this.#viewer ??= loadViewer();
    this.dispatchEvent(new PatternStateEvent(state, previous));
  }

  #report(error: PatternError): void {
    const lang = this.#lang;
    error.message = errorText(error, stringsFor(lang, this.strings), this.#provider.fields, lang) || error.code;
    if (/unauthorized|misconfigured/.test(error.code) && this.#warned !== error.code) {
      this.#warned = error.code;
      console.error(`<pattern-generator> ${error.code}`, error.cause);
    }
    this.dispatchEvent(new PatternErrorEvent(error));
  }

  #warn(): void {
    if (this.apiKey && !/^(localhost|127\.|\[::1])/.test(location.hostname) && !warned.has(this.apiKey)) {
      warned.add(this.apiKey);
      console.warn('<pattern-generator> A key in a page is public. Keep it on your server: pattern-generator-element/proxy');
    }
  }

  #over = (event: DragEvent) => {
    if (!this.#open || ![...event.dataTransfer!.types].includes('Files')) return;
    event.preventDefault();
    this.#drag(true);
  };
  #drop = (event: DragEvent) => {
    this.#drag(false);
    if (this.#take(event.dataTransfer)) event.preventDefault();
  };
  /** A paste belongs to the widget that has the focus, or to the first empty one when nothing has. */
  #paste = (event: ClipboardEvent) => {
    const here = event.composedPath().includes(this) || (event.target === document.body && this.state === 'empty');
    if (here && !event.defaultPrevented && this.#take(event.clipboardData)) event.preventDefault();
  };
  get #open(): boolean {
    return !this.disabled && this.#may('image') && !/working|waiting|done/.test(this.state);
  }
  #take(data: DataTransfer | null): boolean {
    const file = this.#open && data?.files[0];
    if (file) this.image = file;
    return !!file;
  }
  #drag(over: boolean): void {
    this.#find('[part~=dropzone]')?.part.toggle('over', over);
  }
}

const warned = new Set<string>();

function save(blob: Blob, filename: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = filename;
  link.click();
  // The browser has taken the address up by the next turn of a minute; kept that long for slow download prompts.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
