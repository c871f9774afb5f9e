import type { Entry, Progress, Summary, Arrival } from './entry.js';
import type { Tally } from './tally.js';

/**
 * One object store as far as it is used here. Answers come by call, not by promise: within the transaction, and at once in
 * memory, where with promises two changes could slip between each other. They come in the order of the questions.
 */
export interface Shelf<T> {
  get(key: string, then: (value: T | undefined) => void): void;
  all(then: (values: T[]) => void): void;
  /** So many of the least recently used; on the index only. */
  oldest(count: number, then: (values: T[]) => void): void;
  put(value: T, key: string): void;
  delete(key: string): void;
  clear(): void;
}

interface Contents {
  facts: unknown;
  index: Summary;
  results: Entry;
  progress: Progress;
  /** What was stored, but is not counted and indexed yet. */
  arrivals: Arrival;
  tally: Tally;
}

/** Gives a shelf by name: of a transaction, or of the memory that stands in for it. */
export type Stores = <Name extends keyof Contents>(name: Name) => Shelf<Contents[Name]>;

export function stored(tx: IDBTransaction): Stores {
  const ask = <R>(request: IDBRequest<R>, then: (value: R) => void) => {
    request.onsuccess = () => {
      try {
        then(request.result);
      } catch {
        // Such as a value that is too large; left alone it would become an uncaught error of the page.
        tx.abort();
      }
    };
  };
  return <T>(name: string): Shelf<T> => {
    const store = tx.objectStore(name);
    return {
      get: (key, then) => ask<T | undefined>(store.get(key), then),
      all: (then) => ask<T[]>(store.getAll(), then),
      oldest: (count, then) => ask<T[]>(store.index('used').getAll(null, count), then),
      put: (value, key) => void store.put(value, key),
      delete: (key) => void store.delete(key),
      clear: () => void store.clear(),
    };
  };
}

function shelf<T>(): Shelf<T> {
  const values = new Map<string, T>();
  const used = (value: T) => (value as { used?: number }).used ?? 0;
  return {
    get: (key, then) => then(values.get(key)),
    all: (then) => then([...values.values()]),
    oldest: (count, then) => then([...values.values()].sort((a, b) => used(a) - used(b)).slice(0, count)),
    put: (value, key) => void values.set(key, value),
    delete: (key) => void values.delete(key),
    clear: () => values.clear(),
  };
}

export function memory(): Stores {
  const shelves: Record<string, Shelf<never>> = {};
  return (name) => (shelves[name] ??= shelf<never>()) as never;
}
