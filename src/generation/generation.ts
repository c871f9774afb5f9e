import type { Quota } from '../quota/ledger.js';
import type { Choice, Parameters, PatternResult } from '../providers/provider.js';
import { loadMaking } from './making-loader.js';
import type { Design, Outcome, Picture, Summary } from './making.js';
import { PatternError, toPatternError } from './pattern-error.js';
import type { PictureSource } from './picture.js';
import type { Wishes } from './settings.js';

export type State = 'empty' | 'ready' | 'working' | 'waiting' | 'done' | 'exhausted' | 'error';

/** What a generation asks of the element it works for, and tells it. */
export interface Host {
  wishes(): Wishes;
  /** False when the page stops the press before anything is sent. */
  before(picture: PictureSource, parameters: Parameters): boolean;
  changed(previous?: State): void;
  result(result: PatternResult, fromCache: boolean): void;
  quota(quota: Quota): void;
  error(error: PatternError): void;
}

let loading: ReturnType<typeof loadMaking> | undefined;

/** Without its second file a widget can show and tell, but not make: that costs nothing and can be tried again. */
const making = () =>
  (loading ??= loadMaking().catch((cause) => {
    loading = undefined;
    throw new PatternError('network', { cause });
  }));

/** From a picture to its pattern and back: the state machine behind one widget. */
export class Generation {
  state: State = 'empty';
  result?: PatternResult;
  error?: PatternError;
  quota: Quota = { kind: 'unknown', exhausted: false, asOf: new Date(0) };
  /** While waiting: when it goes on (epoch ms). */
  goesOn?: number;
  /** While working: what is being done. */
  step = '';
  /** The current design is kept, so showing it costs nothing. */
  kept = false;
  source?: PictureSource;
  /** The designs that are kept. */
  history: Summary[] = [];
  choices?: Choice[];
  readonly #host: Host;
  #picture?: Promise<Picture>;
  #made?: { outcome: Outcome; design: Design };
  #press?: { promise: Promise<PatternResult>; abort: AbortController };
  #connection?: AbortController;

  constructor(host: Host) {
    this.#host = host;
  }

  /** Listens to the quota of the account that the settings name; called again when they change. */
  async connect(): Promise<void> {
    this.disconnect();
    const { signal } = (this.#connection = new AbortController());
    try {
      const { openAccount, openMenu, readSettings, watchExhaustion } = await making();
      const settings = readSettings(this.#host.wishes());
      const account = await openAccount(settings);
      if (signal.aborted) return;
      // Whatever was wrong with the configuration has been put right.
      if (this.error?.code === 'misconfigured') this.#rest();
      signal.addEventListener(
        'abort',
        account.ledger.subscribe((quota) => this.#know(quota)),
      );
      if (account.ledger.known.asOf) this.#know(account.ledger.quota);
      watchExhaustion(account, settings, signal);
      void this.relist();
      this.choices = await openMenu(account, settings);
      if (!signal.aborted) this.#host.changed();
    } catch (error) {
      this.#fail(error);
    }
  }

  disconnect(): void {
    this.#connection?.abort();
  }

  #know(quota: Quota): void {
    this.quota = quota;
    this.#host.quota(quota);
    if (!this.#press && this.state !== 'done' && (this.state !== 'error' || quota.exhausted)) this.#rest();
    void this.chosen();
  }

  async refreshQuota(): Promise<Quota> {
    try {
      const { openAccount, readSettings, recount } = await making();
      const settings = readSettings(this.#host.wishes());
      const account = await openAccount(settings);
      if (!(await recount(account, settings))) throw new PatternError('network');
      return account.ledger.quota;
    } catch (error) {
      throw this.#tell(error);
    }
  }

  setPicture(source?: PictureSource | null): Promise<void> {
    this.cancel();
    this.source = source ?? undefined;
    this.#made = this.result = this.error = undefined;
    const picture = (this.#picture = source ? making().then(({ openPicture }) => openPicture(source)) : undefined);
    this.#rest();
    return Promise.resolve(picture).then(
      () => void this.chosen(),
      (error) => {
        if (picture !== this.#picture) return;
        this.source = this.#picture = undefined;
        this.#fail(error);
      },
    );
  }

  async #results() {
    const { openResults, readSettings } = await making();
    return openResults(readSettings(this.#host.wishes()));
  }

  async clearCache(): Promise<void> {
    await (await this.#results())?.clear();
    await this.relist();
  }

  /** Looks up which designs are kept. */
  async relist(): Promise<void> {
    const { listKept, readSettings } = await making();
    this.history = await listKept(readSettings(this.#host.wishes()));
    this.#host.changed();
  }

  async forget(key: string): Promise<void> {
    await (await this.#results())?.remove(key);
    await this.relist();
  }

  /** Shows a kept design again; costs nothing. */
  async recall(key: string): Promise<void> {
    const { readSettings, recall, toResult } = await making();
    const made = await recall(readSettings(this.#host.wishes()), key);
    if (!made) return this.relist();
    this.cancel();
    this.#show(made, toResult(made.outcome.entry, made.design));
  }

  #show(made: { outcome: Outcome; design: Design }, result: PatternResult): void {
    this.#made = made;
    this.result = result;
    this.error = undefined;
    this.#become('done');
    this.#host.result(result, made.outcome.fromCache);
  }

  /** The picture or a parameter changed: is this design kept already? Only worth asking when nothing else can be had. */
  async chosen(): Promise<void> {
    this.kept = false;
    try {
      if (this.state === 'exhausted' && this.#picture)
        this.kept = !!(await (await this.#results())?.get((await this.#design()).key));
    } catch {
      // Not a valid design yet: the press will say so.
    }
    this.#host.changed();
  }

  async #design(): Promise<Design> {
    const { design, readSettings } = await making();
    const settings = readSettings(this.#host.wishes());
    if (!this.#picture) throw new PatternError('image-invalid');
    return design(settings, await this.#picture, this.choices);
  }

  generate(): Promise<PatternResult> {
    if (this.#press) return this.#press.promise;
    const abort = new AbortController();
    const promise = this.#generate(abort.signal).finally(() => (this.#press = undefined));
    this.#press = { promise, abort };
    return promise;
  }

  async #generate(signal: AbortSignal): Promise<PatternResult> {
    // A turn later, so that `generate()` has noted this press before anybody can ask for another one.
    await undefined;
    try {
      const it = await this.#design();
      if (signal.aborted || !this.#host.before(this.source!, it.parameters)) throw new PatternError('cancelled');
      this.step = 'preparing';
      this.#become('working');
      const watcher = {
        onWait: (until?: number) => {
          this.goesOn = until;
          this.#become(until ? 'waiting' : 'working');
        },
        onStep: (step: string) => {
          this.step = step;
          this.#host.changed();
        },
        onKept: () => void this.relist(),
      };
      const { press, toResult } = await making();
      const outcome = await press(it, watcher, signal);
      const result = toResult(outcome.entry, it);
      this.#show({ outcome, design: it }, result);
      return result;
    } catch (cause) {
      const error = toPatternError(cause);
      this.#press = undefined;
      if (error.code !== 'cancelled') this.#fail(error);
      else if (this.state !== 'done') this.#rest();
      throw error;
    }
  }

  async pdf(): Promise<{ blob: Blob; filename: string }> {
    const made = this.#made;
    this.error = undefined;
    try {
      if (!made) throw new PatternError('misconfigured');
      return await (await making()).fetchPdf(made.outcome.entry, made.design, new AbortController().signal);
    } catch (error) {
      // The pattern stays; what is wrong with its download is said above it.
      throw (this.error = this.#tell(error));
    }
  }

  cancel(): void {
    this.#press?.abort.abort();
  }

  /** Back to the picture: keeps it, drops the result. */
  again(): void {
    this.cancel();
    this.result = this.#made = this.error = undefined;
    this.#rest();
    void this.chosen();
  }

  reset(): void {
    void this.setPicture();
  }

  /** The state between presses. */
  #rest(): void {
    this.error = undefined;
    this.#become(this.quota.exhausted ? 'exhausted' : this.#picture ? 'ready' : 'empty');
  }

  #become(state: State): void {
    const previous = this.state;
    this.state = state;
    this.#host.changed(previous);
  }

  #tell(cause: unknown): PatternError {
    const error = toPatternError(cause);
    this.#host.error(error);
    return error;
  }

  #fail(cause: unknown): void {
    this.error = toPatternError(cause);
    this.#become(/exhausted/.test(this.error.code) ? 'exhausted' : 'error');
    this.#host.error(this.error);
  }
}
