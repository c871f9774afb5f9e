import type { Clock } from '../core/clock.js';
import { PatternError } from '../core/pattern-error.js';
import { pause } from '../core/pause.js';
import type { Tabs } from '../core/tabs.js';
import { MOMENT } from './intent.js';
import { Standby } from './standby.js';
import type { Lease, Leases } from './lease.js';
import { Unsettled, type Plan, type Step, type Watcher } from './plan.js';
import { Words } from './words.js';

export interface Outcome<Entry> {
  entry: Entry;
  fromCache: boolean;
}

interface Deps {
  tabs: Tabs;
  clock: Clock;
  leases: Leases;
  forget(): void;
}

/** How often somebody who waits for another one's word looks into the store. */
const LOOK = 1000;
const TURN = 50;

/** Thrown through `make` when somebody else has taken over, or has landed already. */
class Overtaken extends Error {}

/** One design under way on this page, for everybody here who waits for it. */
export class Flight<Entry> implements Watcher {
  outcome!: Promise<Outcome<Entry>>;
  /** Since it landed: when all of it is kept. */
  landed?: Promise<void>;
  #key: string;
  #plan: Plan<Entry>;
  #deps: Deps;
  #watchers = new Set<Watcher>();
  #abort = new AbortController();
  #words: Words<Entry>;
  /** Something of ours that may be counted is in the air: it is worth money, and flies on unwatched. */
  #inTheAir = false;
  #insists = false;
  // What the watchers were told last, for those who come later.
  #until?: number;
  #step?: Step;

  constructor(key: string, plan: Plan<Entry>, deps: Deps) {
    this.#key = key;
    this.#plan = plan;
    this.#deps = deps;
    this.#words = new Words(deps.tabs, key);
  }

  depart(): void {
    this.outcome = this.#travel().finally(() => this.#words.close());
    this.outcome.catch(this.#deps.forget);
  }

  join(watcher: Watcher): void {
    this.#watchers.add(watcher);
    if (this.#step) watcher.onStep(this.#step);
    if (this.#until) watcher.onWait(this.#until);
  }

  leave(watcher: Watcher): void {
    this.#watchers.delete(watcher);
    this.#ground();
  }

  insist(): void {
    this.#insists = true;
    this.#words.wake();
  }

  onWait = (until?: number): void => {
    this.#until = until;
    for (const watcher of this.#watchers) watcher.onWait(until);
  };
  onStep = (step: Step): void => {
    if (step === this.#step) return;
    this.#step = step;
    for (const watcher of this.#watchers) watcher.onStep(step);
  };
  onKept = (): void => {
    for (const watcher of this.#watchers) watcher.onKept();
  };

  /** Ends what nobody waits for. */
  #ground(): void {
    if (this.#watchers.size || this.#inTheAir || this.landed) return;
    this.#deps.forget();
    this.#abort.abort(new PatternError('cancelled'));
  }

  async #travel(): Promise<Outcome<Entry>> {
    const { look, repeatsAreFree } = this.#plan;
    const { signal } = this.#abort;
    const { clock, leases } = this.#deps;
    const standby = new Standby(this.#plan, clock, leases);
    let settled: string | undefined;
    for (;;) {
      const found = await look();
      if (found) {
        this.#deps.forget();
        return { entry: found, fromCache: true };
      }
      signal.throwIfAborted();
      const claimed = await leases.claim(this.#key, settled);
      settled = undefined;
      if ('release' in claimed) {
        try {
          return { entry: await this.#make(claimed), fromCache: false };
        } catch (error) {
          if (error instanceof Unsettled) standby.lost(claimed.owner, error.why);
          else if (!(error instanceof Overtaken)) throw error;
          // A store that contradicts itself must not be asked without end in one turn.
          await pause(TURN, clock, signal);
        }
        continue;
      }
      if (claimed.sent && (this.#insists || repeatsAreFree?.())) {
        this.#insists = false;
        settled = claimed.owner;
        continue;
      }
      this.onStep(standby.isUnsettled(claimed) ? 'unsettled' : 'generating');
      settled = await standby.settle(claimed);
      if (settled) continue;
      const word = await this.#words.next(LOOK, clock, signal);
      if (word?.entry) return { entry: word.entry, fromCache: true };
      if (word?.error) throw new PatternError(word.error.code, word.error);
    }
  }

  async #make(lease: Lease): Promise<Entry> {
    const { clock } = this.#deps;
    const { signal } = this.#abort;
    this.#insists = false;
    try {
      const entry = await this.#plan.make({
        signal,
        onWait: this.onWait,
        onStep: this.onStep,
        sending: async (state) => {
          for (;;) {
            const [now, elapsed] = [clock.now(), clock.elapsed()];
            // Once more, for the wait before this may have been long: who sends nothing pays nothing.
            if ((await this.#plan.look()) || this.#words.take()?.entry) throw new Overtaken();
            if (!(await lease.sending(state()))) throw new Overtaken();
            signal.throwIfAborted();
            // A thread that stood still here sends later than it wrote: others would count from the wrong time.
            if (Math.max(clock.elapsed() - elapsed, Math.abs(clock.now() - now)) < MOMENT) break;
          }
          this.#inTheAir = true;
        },
        answered: async (ended) => {
          this.#inTheAir = false;
          await lease.answered(ended);
          this.#ground();
          signal.throwIfAborted();
        },
        unsettled: (why) => new Unsettled(why),
        late: (entry) => this.#land(entry, lease),
      });
      this.#land(entry, lease);
      return entry;
    } catch (error) {
      this.#inTheAir = false;
      // What was sent and not answered stays written down; everything else leaves nothing.
      await lease.leave();
      if (error instanceof PatternError && error.code !== 'cancelled') this.#words.say({ error: { ...error, code: error.code } });
      if (!(error instanceof Overtaken)) this.#ground();
      throw error;
    }
  }

  /** The store first, begun in this very turn; then the visitor; then, in a turn of its own, the other tabs. */
  #land(entry: Entry, lease: Lease): void {
    const kept = this.#plan.keep(entry);
    const over = async () => {
      await lease.release();
      this.#deps.forget();
      this.onKept();
    };
    this.landed = kept.then(over, over);
    // Copying a large answer takes as long as showing it.
    this.#deps.clock.setTimeout(() => this.#words.say({ entry }), 0);
  }
}
