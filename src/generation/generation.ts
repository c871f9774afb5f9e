import type { Quota } from '../quota/ledger.js';
import type { Choice, Parameters, PatternResult } from '../providers/provider.js';
import type * as Making from './making.js';
import type { Design, Outcome, Picture, Summary } from './making.js';
import { OWNER_MUST_ACT, PatternError, toPatternError } from '../core/pattern-error.js';
import type { PictureSource } from './picture.js';
import type { Wishes } from './settings.js';

export type State = 'empty' | 'ready' | 'working' | 'waiting' | 'done' | 'exhausted' | 'error';

/** A press is under way. */
export const BUSY: ReadonlySet<State> = new Set(['working', 'waiting'] as const);

/** What a generation asks of the element it works for, and tells it. */
export interface Host {
  /** The file that makes patterns; asked again after a failure. */
  making(): Promise<typeof Making>;
  wishes(): Wishes;
  /** False when the page stops the press before anything is sent. */
  before(picture: PictureSource, parameters: Parameters): boolean;
  changed(previous?: State): void;
  result(result: PatternResult, fromCache: boolean): void;
  quota(quota: Quota): void;
  error(error: PatternError): void;
}

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
  #looks = 0;

  constructor(host: Host) {
    this.#host = host;
  }

  /** Without its second file a widget can show and tell, but not make: that costs nothing and can be tried again. */
  #making(): Promise<typeof Making> {
    return this.#host.making().catch((cause) => {
      throw new PatternError('network', { cause });
    });
  }

  /** The second file's tools, and what the page wants of them now. */
  async #kit() {
    const tools = await this.#making();
    return { ...tools, settings: tools.readSettings(this.#host.wishes()) };
  }

  /** Listens to the quota of the account that the settings name; called again when they change. */
  async connect(): Promise<void> {
    this.disconnect();
    const { signal } = (this.#connection = new AbortController());
    try {
      const { openAccount, openMenu, settings, watchExhaustion } = await this.#kit();
      const account = await openAccount(settings);
      if (signal.aborted) return;
      signal.addEventListener(
        'abort',
        account.ledger.subscribe((quota) => this.#know(quota)),
      );
      // Whatever was wrong with the configuration has been put right; what was known may belong to another account.
      if (OWNER_MUST_ACT.has(this.error?.code)) this.#rest();
      if (account.ledger.known.asOf || +this.quota.asOf) this.#know(account.ledger.quota);
      watchExhaustion(account, settings, signal);
      await this.relist();
      const choices = await openMenu(account, settings);
      if (signal.aborted) return;
      this.choices = choices;
      this.#host.changed();
    } catch (error) {
      if (!signal.aborted) this.#fail(error);
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
      const { openAccount, recount, refused, settings } = await this.#kit();
      const account = await openAccount(settings);
      const reply = await recount(account, settings);
      if (reply?.status !== 200) throw refused(reply, account, settings);
      return account.ledger.quota;
    } catch (error) {
      throw this.#tell(error);
    }
  }

  setPicture(source?: PictureSource | null): Promise<void> {
    this.cancel();
    this.source = source ?? undefined;
    this.#made = this.result = this.error = undefined;
    const picture = (this.#picture = source ? this.#making().then(({ openPicture }) => openPicture(source)) : undefined);
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

  async clearCache(): Promise<void> {
    await (await this.#kit()).results.clear();
    await this.relist();
  }

  /** Looks up which designs are kept. */
  async relist(): Promise<void> {
    const { listKept, settings } = await this.#kit();
    this.history = await listKept(settings);
    await this.chosen();
  }

  async forget(key: string): Promise<void> {
    await (await this.#kit()).results.remove(key);
    await this.relist();
  }

  /** Shows a kept design again; costs nothing. */
  async recall(key: string): Promise<void> {
    const { recall, settings, toResult } = await this.#kit();
    const made = await recall(settings, key);
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
    const look = ++this.#looks;
    this.kept = false;
    try {
      const found = this.state === 'exhausted' && this.#picture && (await this.#isKept());
      // Only the last question counts: an earlier one may be answered later.
      if (look === this.#looks) this.kept = !!found;
    } catch {
      // Not a valid design yet: the press will say so.
    }
    this.#host.changed();
  }

  async #isKept(): Promise<boolean> {
    const { boundsOf, results, settings } = await this.#kit();
    return !!(await results.get((await this.#design()).key, boundsOf(settings)));
  }

  async #design(): Promise<Design> {
    const { design, settings } = await this.#kit();
    if (!this.#picture) throw new PatternError('image-invalid');
    return design(settings, await this.#picture, this.choices);
  }

  generate(): Promise<PatternResult> {
    if (this.#press) return this.#press.promise;
    const abort = new AbortController();
    const promise = this.#generate(abort.signal).finally(() => this.#end(abort.signal));
    this.#press = { promise, abort };
    return promise;
  }

  /** Whether this press is still the current one, which it then no longer is. */
  #end(signal: AbortSignal): boolean {
    const mine = this.#press?.abort.signal === signal;
    if (mine) this.#press = undefined;
    return mine;
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
          if (signal.aborted) return;
          this.goesOn = until;
          this.#become(until ? 'waiting' : 'working');
        },
        onStep: (step: string) => {
          this.step = step;
          this.#host.changed();
        },
        onKept: () => void this.relist().catch(() => {}),
      };
      const { press, toResult } = await this.#making();
      const outcome = await press(it, watcher, signal);
      signal.throwIfAborted();
      const result = toResult(outcome.entry, it);
      this.#show({ outcome, design: it }, result);
      return result;
    } catch (cause) {
      const error = toPatternError(signal.aborted ? signal.reason : cause);
      if (this.#end(signal)) {
        if (error.code !== 'cancelled') this.#fail(error);
        else if (this.state !== 'done') this.#rest();
      }
      throw error;
    }
  }

  async pdf(): Promise<{ blob: Blob; filename: string }> {
    const made = this.#made;
    this.error = undefined;
    try {
      if (!made) throw new PatternError('misconfigured');
      return await (await this.#making()).fetchPdf(made.outcome.entry, made.design, new AbortController().signal);
    } catch (error) {
      // The pattern stays; what is wrong with its download is said above it.
      throw (this.error = this.#tell(error));
    }
  }

  cancel(): void {
    const press = this.#press;
    // Let go of at once: whoever presses again in the same breath means a new one.
    this.#press = undefined;
    press?.abort.abort(new PatternError('cancelled'));
    if (press && BUSY.has(this.state)) this.#rest();
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
