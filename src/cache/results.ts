import { systemClock, type Clock } from '../core/clock.js';
import { read, type Stores } from './memory.js';
import type { Store } from './store.js';

// Chrome refuses one value over 133 MB (https://github.com/localForage/localForage/issues/907).
const LARGEST = 1e8;

/** Bytes and their MIME type; a Blob kept in IndexedDB can be lost (https://bugs.webkit.org/show_bug.cgi?id=188438). */
export interface Kept {
  bytes: ArrayBuffer;
  type: string;
  filename?: string;
}

/** One design: the API's answer and the files that belong to it. */
export interface Entry {
  key: string;
  /** JSON. */
  answer: unknown;
  label?: string;
  parameters?: unknown;
  /** Address of the picture, where it was given as one. */
  url?: string;
  /** `picture` (the prepared upload), `pdf`, `image` (Picsart's result), `thumb`. */
  files: Record<string, Kept>;
  /** When it was made; now, if not given. */
  at?: number;
}

/** What the index knows of a design without loading it. */
export interface Summary {
  key: string;
  at: number;
  used: number;
  bytes: number;
  label?: string;
  thumb?: Kept;
}

export interface Bounds {
  maxBytes: number;
  /** Milliseconds. */
  maxAge: number;
  clock?: Pick<Clock, 'now'>;
}

const BOTH = ['index', 'results'];

/** Paid results, least recently used out first. Nothing here ever rejects. */
export class Results {
  #store: Store;
  #bounds: Bounds;
  #wanted = 0;

  constructor(store: Store, bounds: Bounds) {
    this.#store = store;
    this.#bounds = bounds;
    // Twice the room that was asked for: a database needs some to give some back.
    store.relieve = () => store.transact(BOTH, 'readwrite', (stores) => this.#makeRoom(stores, '', 0, this.#wanted * 2 + 1));
  }

  async get(key: string): Promise<Entry | undefined> {
    let entry: Entry | undefined;
    const look = (stores: Stores) => read(stores('results').get(key), (found) => (entry = found));
    look(this.#store.memory);
    const held = entry;
    if (!held) await this.#store.transact('results', 'readonly', look);
    if (!entry || !this.#isFresh(entry)) return;
    const used = this.#now();
    // Looked at again, it is worth another attempt to store it.
    if (held) void this.put(held);
    else
      void this.#store.transact('index', 'readwrite', (stores) => {
        const index = stores('index');
        read(index.get(key), (summary) => summary && index.put({ ...summary, used }, key));
      });
    return entry;
  }

  put(entry: Entry): Promise<void> {
    const made = { ...entry, at: entry.at ?? this.#now() };
    return this.#change(entry.key, () => made);
  }

  keep(key: string, name: string, file: Kept): Promise<void> {
    return this.#change(key, (old) => old && { ...old, files: { ...old.files, [name]: file } });
  }

  remove(key: string): Promise<void> {
    return this.#everywhere(BOTH, 'readwrite', (stores) => BOTH.forEach((name) => stores(name).delete(key)));
  }

  clear(): Promise<void> {
    return this.#everywhere(BOTH, 'readwrite', (stores) => BOTH.forEach((name) => stores(name).clear()));
  }

  /** Most recently used first. */
  async list(): Promise<Summary[]> {
    const found = new Map<string, Summary>();
    await this.#everywhere('index', 'readonly', (stores) =>
      read<Summary[]>(stores('index').getAll(), (all) => all.forEach((summary) => found.set(summary.key, summary))),
    );
    return [...found.values()].filter((summary) => this.#isFresh(summary)).sort((a, b) => b.used - a.used);
  }

  async #change(key: string, change: (old?: Entry) => Entry | undefined): Promise<void> {
    const { memory } = this.#store;
    const body = (stores: Stores) => {
      const write = (old?: Entry) => {
        const entry = change(old);
        const summary = entry && this.#summary(entry);
        if (!summary) return;
        this.#makeRoom(stores, key, (this.#wanted = summary.bytes));
        stores('results').put(entry, key);
        stores('index').put(summary, key);
      };
      read<Entry | undefined>(stores('results').get(key), (old) => (old ? write(old) : read(memory('results').get(key), write)));
    };
    if (!(await this.#store.transact(BOTH, 'readwrite', body))) return;
    BOTH.forEach((name) => memory(name).delete(key));
    // Storage works: one by one, what memory holds goes there.
    read<Entry[]>(memory('results').getAll(), ([held]) => held && void this.put(held));
  }

  /** For the index; undefined if it would take more than a quarter of all room. */
  #summary({ key, at = 0, label, answer, parameters, files }: Entry): Summary | undefined {
    const { thumb } = files;
    const text = JSON.stringify([answer, label, parameters]).length;
    // The thumbnail lies in the index as well.
    const bytes = [...Object.values(files), thumb].reduce((sum, file) => sum + (file?.bytes.byteLength ?? 0), text);
    if (bytes <= Math.min(this.#bounds.maxBytes / 4, LARGEST)) return { key, at, used: this.#now(), bytes, label, thumb };
  }

  /** Removes the expired, then the least recently used, until so many bytes more fit. */
  #makeRoom(stores: Stores, key: string, bytes: number, atLeast = 0): void {
    const rank = (summary: Summary) => (this.#isFresh(summary) ? summary.used : 0);
    read<Summary[]>(stores('index').getAll(), (all) => {
      const others = all.filter((summary) => summary.key !== key).sort((a, b) => rank(a) - rank(b));
      let excess = others.reduce((sum, summary) => sum + summary.bytes, bytes - this.#bounds.maxBytes);
      excess = Math.max(excess, atLeast);
      for (const other of others) {
        if (!(excess > 0) && rank(other)) break;
        BOTH.forEach((name) => stores(name).delete(other.key));
        excess -= other.bytes;
      }
    });
  }

  /** In the store and in what memory holds besides. */
  async #everywhere(names: string | string[], mode: IDBTransactionMode, body: (stores: Stores) => void): Promise<void> {
    await this.#store.transact(names, mode, body);
    body(this.#store.memory);
  }

  #isFresh({ at = 0 }: { at?: number }): boolean {
    return this.#now() - at < this.#bounds.maxAge;
  }

  #now(): number {
    return (this.#bounds.clock ?? systemClock).now();
  }
}
