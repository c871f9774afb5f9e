import type { PropertyValues, ReactiveController } from 'lit';
import { PatternError } from '../core/pattern-error.js';
import { BUSY } from '../generation/states.js';
import { pixcraftFace } from '../providers/pixcraft/face.js';
import type { PatternResult, ProviderFace } from '../providers/provider.js';
import { providers } from '../providers/registry.js';
import { PARAMETERS } from './attributes.js';
import { intake } from './controllers/intake.js';
import { registration } from './controllers/registration.js';
import { stateMirror } from './controllers/state-mirror.js';
import { thumbnail } from './controllers/thumbnail.js';
import * as events from './events.js';
import { files, filesAt, startWorker } from './files.js';
import type { PatternSettings } from './settings.js';
import { Speech } from './speech.js';
import { lit } from './lit.js';
import type { Act, Backstage } from './outcome/begin.js';
import { Prelude, same, type Source, type Surface } from './prelude.js';
import { SecondAct } from './second-act.js';
import { buttonsFor } from './views/buttons.js';
import type { View } from './views/view.js';
import { widgetView } from './views/widget.js';
import { may, Wishes } from './wishes.js';

/** What the widget asks of its element besides what a page can set. */
type Host = PatternSettings & { generate(): Promise<PatternResult> };

/** Everything behind the element's surface: the generation, the controllers, and the view that both feed. */
export class Widget implements ReactiveController {
  /** What there is to be seen: of the generation, as soon as that has come. */
  now: Surface;
  #prelude = new Prelude();
  #host: Host;
  #wishes: Wishes;
  #speech: Speech;
  #thumbnail: ReturnType<typeof thumbnail>;
  #mirror: ReturnType<typeof stateMirror>;
  #later: SecondAct;
  #said: Source;
  #several = false;

  constructor(host: Host) {
    (this.#host = host).addController(this);
    this.now = this.#prelude;
    this.#speech = new Speech(host);
    this.#wishes = new Wishes(host, () => this.#face.fields);
    this.#thumbnail = thumbnail(host);
    this.#mirror = stateMirror(host, this.now.state);
    registration(host, () => void (this.now.error?.code === 'misconfigured' && this.#later.generation?.connect()));
    this.#later = new SecondAct(
      (begin) => this.#begin(begin),
      (cause) => this.#fail(new PatternError('network', { cause })),
    );
    intake(host, {
      open: () =>
        !host.disabled && may('image', host.controls, this.#face) && !BUSY.has(this.now.state) && this.now.state !== 'done',
      empty: () => this.now.state === 'empty',
      take: (file, several) => {
        this.take(file);
        this.#several = several;
      },
      over: (over) => host.shadowRoot!.querySelector('[part~=dropzone]')?.part.toggle('over', over),
    });
  }

  start = (): Promise<Act> => this.#later.start();
  #begin(begin: (backstage: Backstage) => Act): Act {
    const { now } = this;
    const host = this.#host;
    const act = begin({
      host,
      files,
      lit,
      startWorker,
      events,
      spoken: () => this.#speech.now,
      providers,
      face: () => this.#face,
      wishes: () => this.#wishes.all,
      type: (values) => {
        this.#wishes.type(values);
        this.#settled();
      },
      changed: () => this.#changed(),
    });
    this.now = act.generation;
    if (now.source) void act.generation.setPicture(now.source);
    this.#changed();
    if (host.isConnected) void act.generation.connect();
    return act;
  }

  hostConnected(): void {
    if (!this.#host.hasUpdated) return;
    this.#host.requestUpdate();
    void this.#later.generation?.connect();
  }
  hostDisconnected(): void {
    this.#later.generation?.disconnect();
    // Moved is not removed; but for a widget that is gone nothing is sent any more. What was sent is still kept.
    queueMicrotask(() => this.#host.isConnected || this.cancel());
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
    if (changed.has('imageUrl') && (imageUrl || changed.get('imageUrl'))) this.say(imageUrl);
  }
  updated(changed: PropertyValues): void {
    const some = (...names: string[]) => names.some((name) => changed.has(name));
    if (some('disabled') && this.#host.disabled) this.cancel();
    if (!this.#later.generation) this.#later.drawn(!!changed.size);
    else if (some('provider', 'endpoint', 'apiKey')) void this.#later.generation.connect();
    else if (some(...Object.keys(PARAMETERS))) void this.#later.generation.chosen();
  }

  /** The page's word. Undefined takes back what the page said itself, never what the visitor chose: frameworks write it any time. */
  say(source: Source): void {
    if (source !== undefined || this.now.source === this.#said) this.take((this.#said = source));
  }
  /** The picture that is there already, set again, changes nothing: frameworks do so at any time. */
  take(source: Source): void {
    if (same(source) === same(this.now.source)) return;
    this.#several = false;
    // What was cut out of one picture is nothing to another.
    if (this.now.source) this.#host.adjustments = undefined;
    if (this.#later.generation) return void this.#later.generation.setPicture(source);
    this.#later.cancel();
    this.#prelude.take(source);
    this.#changed();
  }
  generate(): Promise<PatternResult> {
    if (this.#host.disabled) return Promise.reject(new PatternError('cancelled'));
    if (this.#host.shadowRoot) this.#wishes.gather(this.#host.shadowRoot);
    return this.#later.generation?.generate() ?? this.#later.press();
  }
  cancel = (): void => this.#later.cancel();
  reset(): void {
    this.#wishes.clear();
    this.take(undefined);
    this.#later.generation?.reset();
  }
  get #face(): ProviderFace {
    return providers.get(this.#host.provider) ?? pixcraftFace;
  }
  render() {
    const { now } = this;
    const host = this.#host;
    const busy = BUSY.has(now.state);
    const view: View = {
      ...lit,
      ...this.#speech.now,
      ...this.#thumbnail(now.source),
      page: host,
      face: this.#face,
      now,
      busy,
      fixed: host.disabled || busy,
      buttons: buttonsFor(now, this.#face, host),
      values: this.#wishes.all,
      several: this.#several,
      choose: (file) => this.take(file),
      change: (name, value, settled) => {
        this.#wishes.type({ [name]: value });
        if (settled) this.#settled();
      },
      generate: () => void host.generate().catch(() => {}),
    };
    return widgetView(view, this.#later.act);
  }

  /** The visitor is done with a field. */
  #settled(): void {
    this.#host.requestUpdate();
    if (this.now.state === 'error') this.#later.generation?.again();
    else void this.#later.generation?.chosen();
  }

  #changed(): void {
    this.#host.requestUpdate();
    // On its way while the pattern is being made, so that both arrive together.
    if (this.#mirror(this.now.state) && this.now.state === 'working') void files.viewer().catch(() => {});
  }

  /** Before there is anybody else to tell. */
  #fail(error: PatternError): never {
    error.message = this.#speech.now.strings.network;
    this.#prelude.fail(error);
    this.#changed();
    this.#host.dispatchEvent(new events.PatternErrorEvent({ error }));
    throw error;
  }
}
