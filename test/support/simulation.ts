import type { Clock } from '../../src/core/clock.js';
import type { Facts } from '../../src/core/facts.js';
import type { Tabs } from '../../src/core/tabs.js';

/** Lets everything that waits for nothing but promises run. */
export const settle = () => new Promise<void>((resolve) => setImmediate(resolve));

interface Timer {
  at: number;
  fn: () => void;
}

/** A clock turned by hand, or by itself while something is waited for. Timers overflow as real ones do. */
export class FakeClock implements Clock {
  timers = new Map<number, Timer>();
  /** All durations ever asked for. */
  durations: number[] = [];
  #next = 1;

  constructor(public time = Date.UTC(2026, 10, 21, 12)) {}

  /** How far the wall clock was set away from the time that really passed. */
  set = 0;

  now = () => this.time + this.set;
  elapsed = () => this.time;
  setTimeout = (fn: () => void, ms: number) => {
    this.durations.push(ms);
    this.timers.set(this.#next, { at: this.time + (ms > 2 ** 31 - 1 ? 1 : Math.max(0, ms)), fn });
    return this.#next++;
  };
  clearTimeout = (id: unknown) => void this.timers.delete(id as number);

  #earliest() {
    return [...this.timers].reduce<[number, Timer] | undefined>(
      (best, one) => (best && best[1].at <= one[1].at ? best : one),
      undefined,
    );
  }

  /** Time goes on to `until`; every timer fires at its time, and what it sets off is awaited. */
  async advanceTo(until: number): Promise<void> {
    await settle();
    for (let next; (next = this.#earliest()) && next[1].at <= until; await settle()) {
      this.time = Math.max(this.time, next[1].at);
      this.timers.delete(next[0]);
      next[1].fn();
    }
    this.time = Math.max(this.time, until);
  }
  advance = (ms: number) => this.advanceTo(this.time + ms);

  /** Time goes on as far as the work needs it. */
  async run<T>(work: Promise<T>): Promise<T> {
    let done = false;
    const end = () => void (done = true);
    work.then(end, end);
    for (await settle(); !done; await settle()) {
      const next = this.#earliest();
      if (!next) throw new Error('Waiting for something that no timer will bring');
      this.time = Math.max(this.time, next[1].at);
      this.timers.delete(next[0]);
      next[1].fn();
    }
    return work;
  }

  sleep = (ms: number) => new Promise<void>((resolve) => void this.setTimeout(resolve, ms));

  /** The computer sleeps: the time passes, the timers do not. */
  asleep(ms: number) {
    this.time += ms;
    for (const timer of this.timers.values()) timer.at += ms;
  }
}

/** Mulberry32: small, seeded, good enough. */
export function seeded(seed: number) {
  return () => {
    let t = (seed += 0x6d2b79f5);
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** One database for all simulated tabs. Values are cloned as IndexedDB does. */
export class MemoryFacts implements Facts {
  #values = new Map<string, unknown>();
  async get<T>(key: string): Promise<T | undefined> {
    await null;
    return structuredClone(this.#values.get(key)) as T | undefined;
  }
  async update<T>(key: string, change: (old: T | undefined) => T | undefined): Promise<T | undefined> {
    await null;
    const value = change(structuredClone(this.#values.get(key)) as T | undefined);
    if (value === undefined) this.#values.delete(key);
    else this.#values.set(key, structuredClone(value));
    return structuredClone(value);
  }
}

/** A channel as a tab sees it: what it posts goes to all the others, a little later, and is not kept. */
export class MemoryTabs {
  #tabs = new Set<Set<(message: unknown) => void>>();
  tab(): Tabs {
    const mine = new Set<(message: unknown) => void>();
    this.#tabs.add(mine);
    return {
      post: (message) => {
        for (const tab of this.#tabs) if (tab !== mine) for (const fn of tab) queueMicrotask(() => fn(structuredClone(message)));
      },
      listen: (fn) => {
        mine.add(fn);
        return () => void mine.delete(fn);
      },
    };
  }
}
