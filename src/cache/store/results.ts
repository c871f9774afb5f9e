import { systemClock, type Clock } from '../../core/clock.js';
import { LAST, merge, readEntry, readSummary } from './entry.js';
import type { Arrival, Entry, FileName, Stored, Summary } from './entry.js';
import { debt, Places, type Bounds } from './places.js';
import { remove, take, use, type Taken } from './record.js';
import type { Stores } from './shelf.js';
import type { Store } from './store.js';
import { BOOKS } from './tally.js';

/** Paid results, least recently used out first; one of these for a page. Nothing here ever rejects. */
export class Results {
  readonly #store: Store;
  readonly #clock: Pick<Clock, 'now'>;
  readonly #places: Places;

  constructor({ store, clock = systemClock }: { store: Store; clock?: Pick<Clock, 'now'> }) {
    this.#store = store;
    this.#clock = clock;
    this.#places = new Places(store, clock);
  }

  /** To be called while something is being paid for: opens the database, so that the answer is written in the turn it arrives. */
  async ready(): Promise<void> {
    await this.#places.settle({ maxBytes: Infinity, maxAge: Infinity });
  }

  async get(key: string, bounds: Bounds): Promise<Entry | undefined> {
    const held = this.#places.held(key, bounds);
    let found: unknown = held?.entry;
    const body = (stores: Stores) => stores('results').get(key, (one) => (found = one));
    if (!held && bounds !== 'memory') await this.#store.transact({ names: ['results'], mode: 'readonly', body });
    const entry = readEntry(found);
    if (!entry || !this.#isFresh(entry, bounds)) return;
    // Looked at again, it is worth another attempt to store it; and one of an earlier form is written in that of today.
    if (held || entry !== found) void this.#places.put(entry, bounds, LAST);
    else void this.#places.change((stores) => use(stores, key, this.#clock.now()), { names: ['index', 'tally'] });
    return entry;
  }

  /** On an open database the result is written when this returns, even if the page ends then. */
  put(entry: Entry, bounds: Bounds): Promise<void> {
    return this.#places.put(entry, bounds, LAST);
  }

  /** Adds a file to what is kept. */
  keep(key: string, name: FileName, file: Stored, bounds: Bounds): Promise<void> {
    return this.#places.edit(key, bounds, (old) => ({ ...old, files: { ...old.files, [name]: file } }));
  }

  rename(key: string, name: string, bounds: Bounds): Promise<void> {
    return this.#places.edit(key, bounds, (old) => ({ ...old, title: { ...old.title, name: name || undefined } }));
  }

  /** Resolves with what `restore` puts back. */
  async remove(key: string): Promise<Taken | undefined> {
    let taken: Taken | undefined;
    const body = (stores: Stores) => {
      take(stores, key, (found) => (taken ??= found));
      remove(stores, key);
    };
    const { debts, memory } = this.#store;
    for (const place of [this.#places.page, memory]) body(place);
    if (await this.#places.change(body)) debts.settle(debt(key));
    else debts.owe(debt(key), () => this.#places.change(body, { behind: true }));
    return taken;
  }

  restore({ entry, used }: Taken, bounds: Bounds): Promise<void> {
    return this.#places.put(entry, bounds, used);
  }

  async clear(): Promise<void> {
    const body = (stores: Stores) => BOOKS.forEach((name) => stores(name).clear());
    for (const place of [this.#places.page, this.#store.memory]) body(place);
    await this.#places.change(body);
  }

  /** Most recently used first; with `account`, only those of this account. */
  async list(bounds: Bounds, account?: string): Promise<Summary[]> {
    const found = new Map<string, Summary>();
    const add = (one?: Arrival) => one && found.set(one.key, merge(one, found.get(one.key)));
    const body = (stores: Stores) => {
      stores('index').all((all) => all.forEach((one) => add(readSummary(one, this.#clock.now()))));
      stores('arrivals').all((all) => all.forEach(add));
    };
    if (bounds !== 'memory') {
      await this.#store.transact({ names: ['index', 'arrivals'], mode: 'readonly', body });
      body(this.#store.memory);
    }
    body(this.#places.page);
    return [...found.values()]
      .filter((one) => this.#isFresh(one, bounds) && (account ?? one.account) === one.account)
      .sort((a, b) => b.used - a.used);
  }

  /** By the clock of now; nothing is ever removed because of it. */
  #isFresh({ at }: { at: number }, bounds: Bounds): boolean {
    return bounds === 'memory' || this.#clock.now() - at < bounds.maxAge;
  }
}
