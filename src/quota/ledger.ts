import { systemClock, type Clock } from '../core/clock.js';
import type { Facts } from '../core/facts.js';
import type { Tabs } from '../core/tabs.js';
export type { Known } from './known.js';
import { current, exhaustionEnds, merge, UNKNOWN, type Known } from './known.js';

/** What the page is told (SPEC 1.7). */
export interface Quota {
  kind: Known['kind'];
  used?: number;
  limit?: number | 'unlimited';
  remaining?: number | 'unlimited';
  resetAt?: Date;
  blockedUntil?: Date;
  exhausted: boolean;
  plan?: string;
  asOf: Date;
}

const date = (time?: number, skew = 0) => (time === undefined ? time : new Date(time - skew));
/** Clocks are compared by answers that count whole seconds and arrive late: the first of a month must not become the last. */
const near = (time?: number, skew = 0) => (time === undefined ? time : new Date(Math.round((time - skew) / 300_000) * 300_000));

interface Deps {
  facts: Facts;
  tabs?: Tabs;
  clock?: Clock;
}

/** What is known of one account's quota (SPEC 4); one per provider + endpoint + key and page. */
export class Ledger {
  #key: string;
  #deps: Deps;
  #known: Known = UNKNOWN;
  #told?: string;
  #listeners = new Set<(quota: Quota) => void>();
  /** Stops listening to the other tabs. */
  close: () => void;

  constructor(id: string, deps: Deps) {
    this.#key = 'quota:' + id;
    this.#deps = deps;
    this.close = deps.tabs?.listen((message) => void (message === this.#key && this.load())) ?? (() => {});
  }

  /** Reads what other tabs and earlier pages left. */
  async load(): Promise<void> {
    this.#see(await this.#deps.facts.get(this.#key));
  }

  /** The last known state; what has passed its time is already over in it. */
  get known(): Known {
    return current(this.#known, this.#now());
  }

  get quota(): Quota {
    const { known } = this;
    const { kind, used, limit, remaining, exhausted, blockedUntil, plan, asOf } = known;
    return {
      kind,
      used,
      limit,
      remaining,
      resetAt: near(exhaustionEnds(known), known.skew),
      blockedUntil: date(blockedUntil, known.skew),
      exhausted: !!exhausted,
      plan,
      asOf: new Date(asOf),
    };
  }

  /** Takes news in, keeps them, and tells them to the page and to the other tabs. */
  async learn(news: Partial<Known>): Promise<void> {
    // Here and now, so that whoever asks in the turn of an answer knows it; then for all tabs.
    this.#see(merge(this.known, news, this.#now()));
    await this.edit((old, now) => merge(current(old, now), news, now));
    this.#deps.tabs?.post(this.#key);
  }

  /** Calls back when what is known of the quota has changed, here or in another tab. */
  subscribe(fn: (quota: Quota) => void, signal?: AbortSignal): () => void {
    const end = () => void this.#listeners.delete(fn);
    if (!signal?.aborted) this.#listeners.add(fn);
    signal?.addEventListener('abort', end);
    return end;
  }

  /** Claims the free look at the counter: once in five minutes over all tabs, and once more when the reset time has passed. */
  async mayCheck(force?: boolean): Promise<boolean> {
    let granted = false;
    await this.edit((old, now) => {
      const { checkedAt = -Infinity } = old;
      const renewed = exhaustionEnds(old)!;
      // A clock put back must not lock the check out: any distance of five minutes counts.
      granted = force || Math.abs(now - checkedAt) >= 300_000 || (checkedAt < renewed && renewed <= now);
      return granted ? { ...old, checkedAt: now } : old;
    });
    return granted;
  }

  /** Reads, changes and writes in one step over all tabs. */
  async edit(change: (old: Known, now: number) => Known): Promise<void> {
    this.#see(await this.#deps.facts.update<Known>(this.#key, (old = UNKNOWN) => change(old, this.#now())));
  }

  #now = () => (this.#deps.clock ?? systemClock).now();

  #see(known = this.#known) {
    this.#known = known;
    const quota = this.quota;
    const gist = JSON.stringify({ ...quota, asOf: 0 });
    if (gist === this.#told) return;
    this.#told = gist;
    for (const tell of this.#listeners) tell(quota);
  }
}
