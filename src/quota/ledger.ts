import { systemClock, type Clock } from '../core/clock.js';
import type { Facts } from '../core/facts.js';
import type { Tabs } from '../core/tabs.js';
import { current, exhaustionEnds, merge, opens, UNKNOWN, type Known } from './known.js';

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

export interface Closed {
  /**
   * The month's uses (or those of another long quota) are gone, the credits are gone, a limit is more than ten minutes away, or
   * the visitor's own budget for the day is used up.
   */
  why: 'quota' | 'credits' | 'limit' | 'day';
  /** When it works again, by the world's clock. */
  until?: Date;
}

const date = (time?: number, skew = 0) => (time === undefined ? time : new Date(time - skew));
/** Clocks are compared by answers that count whole seconds and arrive late: the first of a month must not become the last. */
const near = (time?: number, skew = 0) => (time === undefined ? time : new Date(Math.round((time - skew) / 300_000) * 300_000));

type Listener = (quota: Quota, closed?: Closed) => void;

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
  #listeners = new Set<Listener>();
  constructor(id: string, deps: Deps) {
    this.#key = 'quota:' + id;
    this.#deps = deps;
    deps.tabs?.listen((message) => void (message === this.#key && this.load()));
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
    const { kind, used, limit, remaining, exhausted, plan, asOf } = known;
    return {
      kind,
      used,
      limit,
      remaining,
      resetAt: near(exhaustionEnds(known), known.skew),
      blockedUntil: date(opens(known) || undefined, known.skew),
      exhausted: !!exhausted,
      plan,
      asOf: new Date(asOf),
    };
  }

  /** Why nothing can be made for longer than anybody sits out; undefined: it can. */
  get closed(): Closed | undefined {
    const { known } = this;
    const { kind, exhausted, closedUntil, policy, skew } = known;
    const ends = exhaustionEnds(known);
    if (exhausted) return { why: kind === 'credits' && ends === undefined ? 'credits' : 'quota', until: near(ends, skew) };
    if (closedUntil === undefined) return;
    if (policy) return { why: policy === 'visitor-day' ? 'day' : 'quota', until: near(closedUntil, skew) };
    return { why: 'limit', until: date(closedUntil, skew) };
  }

  /** Takes news in, keeps them, and tells them to the page and to the other tabs. */
  learn(news: Partial<Known>): Promise<void> {
    // Here and now, so that whoever asks in the turn of an answer knows it; then for all tabs.
    this.#see(merge(this.known, news, this.#now()));
    return this.publish((old, now) => merge(current(old, now), news, now));
  }

  /** Calls back when what is known of the quota has changed, here or in another tab. */
  subscribe(fn: Listener, signal?: AbortSignal): void {
    if (signal?.aborted) return;
    this.#listeners.add(fn);
    signal?.addEventListener('abort', () => this.#listeners.delete(fn), { once: true });
  }

  /** Somebody has asked the free counter on purpose and it answered: a limit that is far away is over until it is met again. */
  lift(): Promise<void> {
    return this.publish((old) => ({ ...old, closedUntil: undefined, policy: undefined }));
  }

  /** Claims the free look at the counter: once in five minutes over all tabs, and once more when the reset time has passed. */
  async mayCheck(): Promise<boolean> {
    let granted = false;
    await this.edit((old, now) => {
      const { checkedAt = -Infinity } = old;
      const renewed = exhaustionEnds(old) ?? Infinity;
      // A clock put back must not lock the check out: any distance of five minutes counts.
      granted = Math.abs(now - checkedAt) >= 300_000 || (checkedAt < renewed && renewed <= now);
      return granted ? { ...old, checkedAt: now } : old;
    });
    return granted;
  }

  /** Changes what is kept, and has the other tabs read it. */
  async publish(change: (old: Known, now: number) => Known): Promise<void> {
    await this.edit(change);
    this.#deps.tabs?.post(this.#key);
  }

  /** Reads, changes and writes in one step over all tabs, which are not told. */
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
    for (const tell of this.#listeners) tell(quota, this.closed);
  }
}
