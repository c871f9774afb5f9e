import type { Summary } from '../cache/store/entry.js';
import type { Outcome } from '../flight/flight.js';
import type { Entry } from '../cache/store/entry.js';
import { boundsOf, keptDesign, markOf, type Design } from './design.js';
import type { Door } from './logbook.js';
import type { Page } from './page.js';
import type { Settings } from './settings.js';

/** As many as a strip can show without weighing on every change of state. */
const STRIP = 24;

type Taken = NonNullable<Awaited<ReturnType<Page['results']['remove']>>>;

/** The designs of one account that are kept, and what a visitor does with them. Costs nothing and never rejects. */
export class Kept {
  #page: Page;
  #settings: Settings;
  #taken = new Map<string, Taken>();

  constructor(page: Page, settings: Settings) {
    this.#page = page;
    this.#settings = settings;
  }

  /** The last used first. */
  async list(): Promise<Summary[]> {
    const { results } = this.#page;
    return (await results.list(boundsOf(this.#settings), markOf(this.#settings))).slice(0, STRIP);
  }

  async has(key: string): Promise<boolean> {
    return !!(await this.#page.results.get(key, boundsOf(this.#settings)));
  }

  /** A kept design as it was made. */
  async recall(key: string): Promise<{ outcome: Outcome<Entry>; design: Design; door: Door } | undefined> {
    const entry = await this.#page.results.get(key, boundsOf(this.#settings));
    const door = this.#page.logbook.open(key, boundsOf(this.#settings));
    return entry && { outcome: { entry, fromCache: true }, design: keptDesign(entry, this.#settings), door };
  }

  async remove(key: string): Promise<void> {
    const taken = await this.#page.results.remove(key);
    if (taken) this.#taken.set(key, taken);
  }

  /** Undoes a removal of this page's. */
  async restore(key: string): Promise<void> {
    const taken = this.#taken.get(key);
    if (taken) await this.#page.results.restore(taken, boundsOf(this.#settings));
    this.#taken.delete(key);
  }

  rename(key: string, name: string): Promise<void> {
    return this.#page.results.rename(key, name, boundsOf(this.#settings));
  }

  clear(): Promise<void> {
    return this.#page.results.clear();
  }
}
