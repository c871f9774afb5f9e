import type { Settings } from './options.js';
import type { Counts } from './stores/store.js';

const SOON = 1000;

/** What the owner is shown: how often which thing happened today. Written together, for each alone would cost as much as a hit. */
export class Tally {
  #settings: Pick<Settings, 'store' | 'clock'>;
  #site: string;
  #counts: Counts = {};
  #writing?: { written: Promise<void>; now(): void };

  constructor(settings: Pick<Settings, 'store' | 'clock'>, site: string) {
    this.#settings = settings;
    this.#site = site;
  }

  /** @returns when it is written, for hosts that would stop before */
  add(name: string): Promise<void> {
    this.#counts[name] = (this.#counts[name] ?? 0) + 1;
    this.#writing ??= this.#soon();
    return this.#writing.written;
  }

  /** What is not written yet is written now. */
  async write(): Promise<void> {
    this.#writing?.now();
    await this.#writing?.written;
  }

  #soon() {
    const { clock, store } = this.#settings;
    let now!: () => void;
    const due = new Promise<void>((resolve) => (now = resolve));
    const timer = clock.setTimeout(now, SOON);
    const written = due.then(async () => {
      clock.clearTimeout(timer);
      const counts = this.#counts;
      this.#counts = {};
      this.#writing = undefined;
      await store.count(this.#day(0), counts).catch(() => {}); // only a statistic
    });
    return { written, now };
  }

  /** The days of this month up to now, with their counts. */
  async month(): Promise<{ day: string; counts: Counts }[]> {
    await this.write();
    const today = new Date(this.#settings.clock.now()).getUTCDate();
    const days = Array.from({ length: today }, (_, i) => this.#day(today - 1 - i));
    const counts = await this.#settings.store.counts(days);
    return days.map((day, i) => ({ day: day.slice(0, 10), counts: counts[i]! }));
  }

  #day = (ago: number) => `${new Date(this.#settings.clock.now() - ago * 86_400_000).toISOString().slice(0, 10)}:${this.#site}`;
}
