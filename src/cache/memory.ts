/** As much of an IDBRequest as is used here: answered at once. */
const answer = (result: unknown) => ({
  result,
  set onsuccess(run: () => void) {
    run();
  },
});

/** As much of an object store as is used here, for when there is no IndexedDB. */
function shelf() {
  const values = new Map<string, unknown>();
  return {
    get: (key: string) => answer(values.get(key)),
    getAll: () => answer([...values.values()]),
    put: (value: unknown, key: string) => values.set(key, value),
    delete: (key: string) => values.delete(key),
    clear: () => values.clear(),
  };
}

/** Gives an object store by name: of a transaction, or of the memory that stands in for it. */
export type Stores = (name: string) => IDBObjectStore;

export function memory(): Stores {
  const shelves: Record<string, unknown> = {};
  return (name) => (shelves[name] ??= shelf()) as IDBObjectStore;
}

/** Within the transaction, and at once in memory: with promises two changes in memory could slip between each other. */
export function read<T>(request: IDBRequest<T>, then: (result: T) => void): void {
  request.onsuccess = () => {
    try {
      then(request.result);
    } catch (error) {
      // Such as a value that is too large; left alone it would become an uncaught error of the page.
      if (!request.transaction) throw error;
      request.transaction.abort();
    }
  };
}
