import type { Entry, FileName, Progress, Stored, Summary } from '../../../../src/cache/store/entry.js';
import { SCHEMA } from '../../../../src/cache/store/entry.js';
import type { Bounds } from '../../../../src/cache/store/places.js';
import type { Marking } from '../../../../src/cache/store/marks.js';
import type { Taken } from '../../../../src/cache/store/record.js';
import { Results } from '../../../../src/cache/store/results.js';
import { Store } from '../../../../src/cache/store/store.js';
import type { Tally } from '../../../../src/cache/store/tally.js';
import type { FakeClock } from './fake-clock.js';

export const NAME = 'pattern-generator-1';
export const DAY = 86_400_000;

// What an entry takes besides its files: the JSON of answer, title and parameters.
export const TEXT = JSON.stringify([1, {}, {}]).length;

export const entry = (key: string, size: number, more: Partial<Entry> = {}): Entry => ({
  key,
  schema: SCHEMA,
  account: 'shop',
  title: {},
  parameters: {},
  answer: 1,
  files: { picture: { bytes: new ArrayBuffer(size - TEXT), type: 'image/jpeg' } },
  // When the clocks of the tests begin.
  at: Date.UTC(2026, 10, 21),
  ...more,
});

/** A page's one `Results`, as widgets with these bounds use it. */
export function within(results: Results, bounds: Bounds) {
  return {
    get: (key: string) => results.get(key, bounds),
    look: (key: string) => results.get(key, bounds, false),
    put: (entry: Entry) => results.put(entry, bounds),
    keep: (key: string, name: FileName, file: Stored) => results.keep(key, name, file, bounds),
    rename: (key: string, name: string) => results.rename(key, name, bounds),
    progress: (key: string) => results.progress(key, bounds),
    saveProgress: (key: string, value: Progress | Marking) => results.saveProgress(key, value, bounds),
    restore: (taken: Taken) => results.restore(taken, bounds),
    list: (account?: string) => results.list(bounds, account),
    remove: (key: string) => results.remove(key),
    clear: () => results.clear(),
    ready: () => results.ready(),
  };
}

export interface TabOptions {
  clock: FakeClock;
  indexedDB: () => IDBFactory;
  maxBytes?: number;
  maxAge?: number;
}

export function openTab({ clock, indexedDB, maxBytes = 1000, maxAge = 30 * DAY }: TabOptions) {
  const store = new Store({ indexedDB, clock });
  const page = new Results({ store, clock });
  return { store, page, results: within(page, { maxBytes, maxAge }) };
}

/** What lies on the disk. */
export async function lying(disk: IDBFactory) {
  const open = disk.open(NAME);
  const db = await new Promise<IDBDatabase>((resolve) => (open.onsuccess = () => resolve(open.result)));
  const tx = db.transaction(['index', 'results', 'progress', 'arrivals', 'tally']);
  const index: IDBRequest<Summary[]> = tx.objectStore('index').getAll();
  const results = tx.objectStore('results').getAllKeys();
  const progress = tx.objectStore('progress').getAllKeys();
  const arrivals = tx.objectStore('arrivals').getAllKeys();
  const tally: IDBRequest<Tally | undefined> = tx.objectStore('tally').get('all');
  await new Promise((resolve) => (tx.oncomplete = resolve));
  db.close();
  return {
    index: index.result,
    results: results.result,
    progress: progress.result,
    arrivals: arrivals.result,
    tally: tally.result,
  };
}

/** Writes as anything might have written. */
export async function lay(disk: IDBFactory, name: string, records: Record<string, unknown>): Promise<void> {
  const open = disk.open(NAME);
  const db = await new Promise<IDBDatabase>((resolve) => (open.onsuccess = () => resolve(open.result)));
  const tx = db.transaction(name, 'readwrite');
  for (const [key, value] of Object.entries(records)) tx.objectStore(name).put(value, key);
  await new Promise((resolve) => (tx.oncomplete = resolve));
  db.close();
}

/** Lets everything that was begun come to its end, in turns of the database (and of the faults, which are late), not in time. */
export async function idle(rounds = 10): Promise<void> {
  for (let round = 0; round < rounds; round++) {
    await new Promise((resolve) => setTimeout(resolve));
    for (let turn = 0; turn < 30; turn++) await new Promise(setImmediate);
  }
}
