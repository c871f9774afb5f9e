import type { Clock } from '../../core/clock.js';
import { readEntry, summarize, weigh, type Arrival, type Entry } from './entry.js';
import { arrive, remove, take, type Taken } from './record.js';
import { memory, type Stores } from './shelf.js';
import type { Errand, Store } from './store.js';
import { BOOKS, giveBack, settle, type Room } from './tally.js';

/** How much is kept, and for how many milliseconds; `memory`: only as long as the page lives. */
export type Bounds = { maxBytes: number; maxAge: number } | 'memory';

// Chrome refuses one value over 133 MB (https://github.com/localForage/localForage/issues/907).
const LARGEST = 1e8;
const PAGE = { maxBytes: 1e8, maxAge: Infinity };

/**
 * Where a result lies, and how it gets there: in the database; in the store's memory while it is owed to the database; or in
 * the page's memory, when it may not go there or is too large.
 */
export class Places {
  readonly page = memory();
  readonly #store: Store;
  readonly #clock: Pick<Clock, 'now'>;

  constructor(store: Store, clock: Pick<Clock, 'now'>) {
    this.#store = store;
    this.#clock = clock;
  }

  async put(entry: Entry, bounds: Bounds, used?: number): Promise<void> {
    const { key } = entry;
    const { memory, debts } = this.#store;
    const arrival = { ...summarize(entry), used };
    // Whatever was owed, such as a removal, is out of date.
    debts.settle(debt(key));
    if (!fits(arrival, bounds)) {
      arrive(this.page, entry, arrival);
      settle(this.page, this.room('memory'));
    } else if (await this.#write(entry, arrival)) {
      for (const place of [this.page, memory]) remove(place, key);
      void this.settle(bounds);
    } else {
      settle(memory, this.room(bounds));
      debts.owe(debt(key), () => this.#pay(key, bounds));
    }
  }

  /** First of all that it is there, all in one turn. That it is counted comes after. */
  #write(entry: Entry, arrival: Arrival, behind?: boolean): Promise<boolean> {
    const relieve = () => this.#relieve(entry.key, weigh(arrival));
    const body = (stores: Stores) => arrive(stores, entry, arrival);
    return this.change(body, { names: ['results', 'progress', 'arrivals'], commit: true, relieve, behind });
  }

  /** Brings what memory holds into the database. */
  async #pay(key: string, bounds: Bounds): Promise<boolean> {
    const held = this.held(key, bounds);
    if (!held) return true;
    const { entry, used } = held;
    if (!(await this.#write(entry, { ...summarize(entry), used }, true))) return false;
    // Unless it was changed meanwhile: that is another debt.
    if (this.held(key, bounds)?.record === held.record) remove(this.#store.memory, key);
    void this.settle(bounds);
    return true;
  }

  /**
   * Changes a result where it lies. False when the change is lost, or lies in this page only though it was to be stored; undefined
   * where there is no such design.
   */
  async edit(key: string, bounds: Bounds, edit: (old: Entry) => Entry, behind?: boolean): Promise<boolean | undefined> {
    const held = this.held(key, bounds);
    if (held) await this.put(edit(held.entry), bounds, held.used);
    if (held || bounds === 'memory') return bounds === 'memory' || !this.held(key, bounds);
    let edited: Entry | undefined;
    let arrival: Arrival | undefined;
    const body = (stores: Stores) =>
      stores('results').get(key, (found) => {
        const old = readEntry(found);
        if (!old) return;
        edited = edit(old);
        arrival = summarize(edited);
        if (!fits(arrival, bounds)) return;
        arrive(stores, edited, arrival);
        settle(stores, this.room(bounds));
      });
    const written = await this.change(body, { relieve: () => this.#relieve(key, weigh(arrival!)), behind });
    // What has become too large is whole in the page, and as it was in the database.
    if (edited && !(written && fits(arrival!, bounds))) await this.put(edited, bounds);
    return edited ? !this.held(key, bounds) : written ? undefined : false;
  }

  /** Counts what has arrived and makes room for it. */
  settle(bounds: Bounds): Promise<boolean> {
    return this.change((stores) => settle(stores, this.room(bounds)));
  }

  change(body: (stores: Stores) => void, how?: Partial<Errand>): Promise<boolean> {
    return this.#store.transact({ names: BOOKS, mode: 'readwrite', body, ...how });
  }

  /** Twice the room that is needed: a database needs some to give some back. */
  #relieve(key: string, bytes: number): Promise<boolean> {
    return this.change((stores) => giveBack(stores, bytes * 2 + 1, key), { behind: true });
  }

  /** What lies in memory. */
  held(key: string, bounds: Bounds): Taken | undefined {
    let held: Taken | undefined;
    for (const place of bounds === 'memory' ? [this.page] : [this.page, this.#store.memory])
      if (!held) take(place, key, (found) => (held = found));
    return held;
  }

  room(bounds: Bounds): Room {
    return { now: this.#clock.now(), ...(bounds === 'memory' ? PAGE : bounds) };
  }
}

export const debt = (key: string) => 'design ' + key;

/** Whether it takes no more than a quarter of all room. */
const fits = (arrival: Arrival, bounds: Bounds) =>
  bounds !== 'memory' && weigh(arrival) <= Math.min(bounds.maxBytes / 4, LARGEST);
