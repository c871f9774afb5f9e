import type { PropertyValues, ReactiveController } from 'lit';
import { OWNER_MUST_ACT, PatternError } from '../core/pattern-error.js';
import { BUSY, Generation, type State } from '../generation/generation.js';
import type { PictureSource } from '../generation/picture.js';
import { pixcraftFace } from '../providers/pixcraft/face.js';
import type { PatternResult, ProviderFace } from '../providers/provider.js';
import { findProvider, onRegistration } from '../providers/registry.js';
import { PARAMETERS } from './attributes.js';
import { intake } from './controllers/intake.js';
import { objectUrl } from './controllers/object-url.js';
import { stateMirror } from './controllers/state-mirror.js';
import * as events from './events.js';
import { files, filesAt } from './files.js';
import type { PatternSettings } from './settings.js';
import { Speech } from './speech.js';
import { lit } from './lit.js';
import type { Outcome } from './outcome/outcome.js';
import { buttonsFor } from './views/buttons.js';
import type { View } from './views/view.js';
import { widgetView } from './views/widget.js';
import { may, Wishes } from './wishes.js';

/** What the widget asks of its element besides what a page can set. */
interface Host extends PatternSettings {
  generate(): Promise<PatternResult>;
  image: PictureSource | null | undefined;
}

/** Everything behind the element's surface: the generation, the controllers, and the view that both feed. */
export class Widget implements ReactiveController {
  readonly generation: Generation;
  #host: Host;
  #wishes: Wishes;
  #speech: Speech;
  #thumbnail: ReturnType<typeof objectUrl>;
  #preview: ReturnType<typeof objectUrl>;
  #stop?: () => void;
  #warned?: string;
  #saving = false;
  #mirror: (state: State) => void;
  #outcome?: Outcome;
  #viewing = () => false;

  constructor(host: Host) {
    (this.#host = host).addController(this);
    this.#speech = new Speech(host);
    this.#wishes = new Wishes(host, () => this.#face.fields);
    this.#thumbnail = objectUrl(host);
    this.#preview = objectUrl(host);
    const generation = (this.generation = new Generation({
      making: () => this.#making(),
      keeping: files.keeping,
      picture: files.picture,
      wishes: () => ({ page: host, provider: findProvider(host.provider), parameters: this.#wishes.all }),
      before: (image, parameters) => host.dispatchEvent(new events.PatternBeforeGenerateEvent({ image, parameters })),
      changed: (previous) => {
        host.requestUpdate();
        if (previous && previous !== generation.state) this.#enter(generation.state, previous);
      },
      result: (result, fromCache) => void host.dispatchEvent(new events.PatternResultEvent({ result, fromCache })),
      quota: (quota) => void host.dispatchEvent(new events.PatternQuotaEvent({ quota })),
      error: (error) => this.#report(error),
    }));
    this.#mirror = stateMirror(host, generation.state);
    intake(host, {
      open: () =>
        !host.disabled && may('image', host.controls, this.#face) && !BUSY.has(generation.state) && generation.state !== 'done',
      empty: () => generation.state === 'empty',
      take: (file) => (host.image = file),
      over: (over) => host.shadowRoot!.querySelector('[part~=dropzone]')?.part.toggle('over', over),
    });
  }

  /** The files that make a pattern, and that show what comes of it: one is nothing without the other. */
  async #making(): Promise<Awaited<ReturnType<typeof files.making>>> {
    const [making, outcome] = await Promise.all([files.making(), files.outcome()]);
    if (!this.#outcome) {
      this.#outcome = outcome;
      const { generation } = this;
      this.#viewing = outcome.attach({
        host: this.#host,
        generation,
        spoken: () => this.#speech.now,
        files,
        lit,
      });
      this.#host.requestUpdate();
    }
    return making;
  }

  hostConnected(): void {
    this.#stop = onRegistration(() => {
      if (this.generation.error?.code === 'misconfigured') void this.generation.connect();
    });
    if (!this.#host.hasUpdated) return;
    this.#host.requestUpdate();
    void this.generation.connect();
  }
  hostDisconnected(): void {
    this.#stop?.();
    this.generation.disconnect();
    // Moved is not removed; but for a widget that is gone nothing is sent any more. What was sent is still kept.
    queueMicrotask(() => this.#host.isConnected || this.generation.cancel());
  }

  /** Before the first look: where the further files lie, and the texts of its language from there. */
  prepare(): Promise<unknown> | undefined {
    filesAt(this.#host.files);
    return this.#speech.coming();
  }
  /** What a page says anew goes before what the visitor set. */
  willUpdate(changed: PropertyValues): void {
    const { imageUrl } = this.#host;
    this.#wishes.overrule(changed.keys());
    if (changed.has('files')) filesAt(this.#host.files);
    if (changed.has('imageUrl') && (imageUrl || changed.get('imageUrl'))) this.#host.image = imageUrl;
  }
  updated(changed: PropertyValues): void {
    const some = (...names: string[]) => names.some((name) => changed.has(name));
    if (changed.has('disabled') && this.#host.disabled) this.generation.cancel();
    if (some('provider', 'endpoint', 'apiKey')) void this.generation.connect();
    else if (some(...Object.keys(PARAMETERS))) void this.generation.chosen();
  }

  /** The picture that is there already, set again, changes nothing: frameworks do so at any time. */
  take(source: PictureSource | null | undefined): void {
    const same = (it: unknown) => (it instanceof Blob ? it : it && String(it)) || undefined;
    if (same(source) !== same(this.generation.source)) void this.generation.setPicture(source);
  }
  generate(): Promise<PatternResult> {
    if (this.#host.disabled) return Promise.reject(new PatternError('cancelled'));
    this.#wishes.gather(this.#host.shadowRoot?.querySelectorAll<HTMLInputElement>('[part=input]') ?? []);
    return this.generation.generate();
  }
  reset(): void {
    this.#wishes.clear();
    this.generation.reset();
  }
  async download(): Promise<Blob> {
    this.#saving = true;
    this.#host.requestUpdate();
    try {
      const { blob, filename } = await this.generation.pdf();
      if (this.#host.dispatchEvent(new events.PatternPdfEvent({ blob, filename }))) this.#outcome!.save(blob, filename);
      return blob;
    } finally {
      this.#saving = false;
      this.#host.requestUpdate();
    }
  }

  get #face(): ProviderFace {
    return findProvider(this.#host.provider) ?? pixcraftFace;
  }
  render() {
    const { generation } = this;
    const { source, result } = generation;
    const host = this.#host;
    const viewing = this.#viewing();
    const busy = BUSY.has(generation.state);
    const view: View = {
      ...lit,
      ...this.#speech.now,
      page: host,
      face: this.#face,
      generation,
      busy,
      fixed: host.disabled || busy,
      buttons: buttonsFor(generation, this.#face, host),
      values: this.#wishes.all,
      thumbnail: this.#thumbnail(source instanceof Blob ? source : undefined) ?? (source && String(source)),
      preview: this.#preview(viewing ? undefined : result?.image),
      viewing,
      saving: this.#saving,
      choose: (file) => (host.image = file),
      change: (name, value, settled) => {
        this.#wishes.type(name, value);
        if (settled && generation.state === 'error') generation.again();
        else if (settled) void generation.chosen();
      },
      generate: () => void host.generate().catch(() => {}),
      download: () => void this.download().catch(() => {}),
    };
    return widgetView(view, this.#outcome);
  }

  #enter(state: State, previous: State): void {
    this.#mirror(state);
    // On its way while the pattern is being made, so that both arrive together.
    if (state === 'working') void files.viewer().catch(() => {});
    this.#host.dispatchEvent(new events.PatternStateEvent({ state, previous }));
  }

  #report(error: PatternError): void {
    const { lang, strings } = this.#speech.now;
    error.message = this.#outcome?.errorText(error, strings, this.#face.fields, lang) ?? strings.network;
    if (OWNER_MUST_ACT.has(error.code) && error.code !== 'forbidden' && this.#warned !== error.code) {
      this.#warned = error.code;
      console.error(`<pattern-generator> ${error.code}`, error.cause);
    }
    this.#host.dispatchEvent(new events.PatternErrorEvent({ error }));
  }
}
