import { systemClock, type Clock } from '../../core/clock.js';
import { LAST, merge, readEntry, readSummary } from './entry.js';
import type { Arrival, Entry, FileName, Progress, Stored, Summary } from './entry.js';
import type { LastMark } from './last-mark.js';
import { LastWord } from './last-word.js';
import { Marks, type Marking } from './marks.js';
import { debt, Places, type Bounds } from './places.js';
import { remove, take, use, type Taken } from './record.js';
import type { Stores } from './shelf.js';
import type { Store } from './store.js';
import { believed, BOOKS } from './tally.js';

const STORED = { maxBytes: Infinity, maxAge: Infinity };

/** Paid results, least recently used out first; one of these for a page. Nothing here ever rejects. */
export class Results {
  readonly #store: Store;
  readonly #clock: Pick<Clock, 'now'>;
  readonly #places: Places;
  readonly #marks: Marks;
  readonly #lastWord: LastWord;
  #renamed: Promise<unknown> = Promise.resolve();

  constructor({
    store,
    clock = systemClock,
    lastWord = new LastWord(),
    lastMark,
  }: {
    store: Store;
    clock?: Pick<Clock, 'now'>;
    lastWord?: LastWord;
    lastMark?: LastMark;
  }) {
    this.#lastWord = lastWord;
    this.#store = store;
    this.#clock = clock;
    this.#places = new Places(store, clock);
    this.#marks = new Marks(store, this.#places, lastMark);
  }

  /** To be called while something is being paid for: opens the database, so that the answer is written in the turn it arrives. */
  async ready(): Promise<void> {
    await this.#places.settle(STORED);
  }

  /** `used`: false where it is only looked at, which keeps its place in the order. */
  async get(key: string, bounds: Bounds, used = true): Promise<Entry | undefined> {
    const held = this.#places.held(key, bounds);
    const now = this.#clock.now();
    let time = now;
    let found: unknown = held?.entry;
    // The index answers at once. What it knows was paid for: it is not sent again because it is large.
    let alive = false;
    const body = (stores: Stores) => {
      believed(stores, now, (told) => (time = told));
      stores('index').get(key, (one) => (alive = !!one));
      stores('results').get(key, (one) => (found = one));
    };
    const names = ['results', 'index', 'tally'];
    if (!held && bounds !== 'memory') await this.#store.transact({ names, mode: 'readonly', body, alive: () => alive });
    const entry = readEntry(found) ?? (bounds === 'memory' ? undefined : this.#lastWord.read(key));
    if (!entry || !isFresh(entry, bounds, time)) return;
    if (!used) return entry;
    // Looked at again, it is worth another attempt to store it; and one of an earlier form is written in that of today.
    if (!found) void this.put(entry, bounds);
    else if (held || entry !== found) void this.#places.put(entry, bounds, LAST);
    else void this.#places.change((stores) => use(stores, key, now), { names: ['index', 'tally'] });
    return entry;
  }

  /** On an open database the result is written when this returns, even if the page ends then. */
  async put(entry: Entry, bounds: Bounds): Promise<void> {
    const forget = bounds === 'memory' ? undefined : this.#lastWord.leave(entry);
    await this.#places.put(entry, bounds, LAST);
    if (!this.#places.held(entry.key, bounds)) forget?.();
  }

  /** Adds a file to what is kept. */
  async keep(key: string, name: FileName, file: Stored, bounds: Bounds): Promise<boolean> {
    return !!(await this.#places.edit(key, bounds, (old) => ({ ...old, files: { ...old.files, [name]: file } })));
  }

  /** One after the other. False when the name is not stored yet: it will be as soon as the storage works again. */
  rename(key: string, name: string, bounds: Bounds): Promise<boolean> {
    const { debts } = this.#store;
    const write = (behind?: boolean) =>
      this.#places.edit(key, bounds, (old) => ({ ...old, title: { ...old.title, name: name || undefined } }), behind);
    const renaming = this.#renamed.then(async () => {
      const kept = await write();
      if (kept === false) debts.owe('name ' + key, async () => (await write(true)) !== false);
      else debts.settle('name ' + key);
      return !!kept;
    });
    this.#renamed = renaming;
    return renaming;
  }

  progress(key: string, bounds: Bounds): Promise<Progress | undefined> {
    return this.#marks.read(key, bounds);
  }

  /** Kept with the design and gone with it. Two tabs that hand in a function lose nothing of each other's. False: in this page only. */
  saveProgress(key: string, value: Progress | Marking, bounds: Bounds): Promise<boolean> {
    return this.#marks.save(key, typeof value === 'function' ? value : () => value, bounds);
  }

  /** Resolves with what `restore` puts back. */
  async remove(key: string): Promise<Taken | undefined> {
    let taken: Taken | undefined;
    if (this.#lastWord.read(key)) this.#lastWord.forget();
    const body = (stores: Stores) => {
      take(stores, key, (found) => (taken ??= found));
      remove(stores, key);
    };
    const { debts, memory } = this.#store;
    for (const place of [this.#places.page, memory]) body(place);
    const held = !!taken;
    if (await this.#places.change(body)) debts.settle(debt(key));
    else debts.owe(debt(key), () => this.#places.change(body, { behind: true }));
    const progress = this.#marks.pending(key, taken?.entry.progress);
    this.#marks.forget(key);
    return taken && { ...taken, held, entry: progress ? { ...taken.entry, progress } : taken.entry };
  }

  /** Whether a removal is owed to the storage, which did not take it: after a reload the design may be there again. */
  owesRemoval(key: string): boolean {
    return this.#store.debts.has(debt(key)) && !this.#places.held(key, STORED);
  }

  restore({ entry, used }: Taken, bounds: Bounds): Promise<void> {
    return this.#places.put(entry, bounds, used);
  }

  /** What the storage never let go stays. */
  spare(key: string): void {
    this.#store.debts.settle(debt(key));
  }

  async clear(): Promise<void> {
    const body = (stores: Stores) => BOOKS.forEach((name) => stores(name).clear());
    for (const place of [this.#places.page, this.#store.memory]) body(place);
    this.#marks.forget();
    this.#lastWord.forget();
    await this.#places.change(body);
  }

  /** Most recently used first; with `account`, only those of this account. */
  async list(bounds: Bounds, account?: string): Promise<Summary[]> {
    const now = this.#clock.now();
    let time = now;
    const found = new Map<string, Summary>();
    const add = (one?: Arrival) => one && found.set(one.key, merge(one, found.get(one.key)));
    const look = (stores: Stores) => {
      stores('index').all((all) => all.forEach((one) => add(readSummary(one, now))));
      stores('arrivals').all((all) => all.forEach(add));
    };
    const body = (stores: Stores) => {
      believed(stores, now, (told) => (time = told));
      look(stores);
    };
    if (bounds !== 'memory') {
      await this.#store.transact({ names: ['index', 'arrivals', 'tally'], mode: 'readonly', body });
      look(this.#store.memory);
    }
    look(this.#places.page);
    return [...found.values()]
      .filter((one) => isFresh(one, bounds, time) && (account ?? one.account) === one.account && !this.owesRemoval(one.key))
      .sort((a, b) => b.used - a.used);
  }
}

const isFresh = ({ at }: { at: number }, bounds: Bounds, time: number) => bounds === 'memory' || time - at < bounds.maxAge;
