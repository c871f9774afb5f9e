import type { Entry, Progress, Summary } from '../cache/store/entry.js';
import type { Outcome } from '../flight/flight.js';
import type { PatternResult } from '../providers/provider.js';
import { boundsOf, keptDesign, markOf, readKept, toResult, type Design } from './design.js';
import type { Door } from './logbook.js';
import type { Page } from './page.js';
import type { Settings } from './settings.js';

/** As many as a strip can show without weighing on every change of state. */
const STRIP = 24;

/** What is needed to put a removed design back. */
export interface Removed {
  taken?: NonNullable<Awaited<ReturnType<Page['results']['remove']>>>;
  /** The storage did not let it go yet. */
  owed: boolean;
}

/** A design, and what its visitor has done with it. */
export interface Looked {
  result: PatternResult;
  progress?: Progress;
}

/** The designs of one account that are kept, and what a visitor does with them. Costs nothing and never rejects. */
export class Kept {
  #page: Page;
  #settings: Settings;

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
    const entry = await readKept(this.#page, key, { settings: this.#settings });
    const door = this.#page.logbook.open(key, boundsOf(this.#settings));
    return entry && { outcome: { entry, fromCache: true }, design: keptDesign(entry, this.#settings), door };
  }

  async remove(key: string): Promise<Removed> {
    const { results } = this.#page;
    const taken = await results.remove(key);
    return { taken, owed: !taken?.held && results.owesRemoval(key) };
  }

  /** Undoes a removal. */
  async restore(key: string, { taken }: Removed): Promise<void> {
    const { results } = this.#page;
    if (taken) await results.restore(taken, boundsOf(this.#settings));
    else results.spare(key);
  }

  /** A kept design as it was made, to be looked at beside another: that is no use of it, and changes nothing. */
  async look(key: string): Promise<Looked | undefined> {
    const entry = await readKept(this.#page, key, { settings: this.#settings }, false);
    const progress = await this.#page.results.progress(key, boundsOf(this.#settings));
    return entry && { result: toResult(entry, keptDesign(entry, this.#settings)), progress };
  }

  /** False when the name is not stored. */
  rename(key: string, name: string): Promise<boolean> {
    return this.#page.results.rename(key, name, boundsOf(this.#settings));
  }

  clear(): Promise<void> {
    return this.#page.results.clear();
  }
}
