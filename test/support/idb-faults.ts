// What browsers have been seen to do to IndexedDB, as wrappers around any IDBFactory: fake-indexeddb in Node, the real one
// in a page. `inject(fault)` puts one in place of a page's own.

export interface Fault {
  name: string;
  /** What lies on the disk, or is open in another tab, before the page comes; answers how to end it. */
  before?(real: IDBFactory, database: string): Promise<() => void>;
  /** The factory as the page finds it; may throw, as the access does in a sandboxed frame. */
  factory?(real: IDBFactory, database: string): IDBFactory;
  /** What happens to the page between two calls. */
  meanwhile?(real: IDBFactory, database: string): Promise<void>;
  /** Whether what is written under this fault must be there on the next page load. */
  lasting: boolean;
}

const fail = (name: string) => new DOMException('injected', name);

/** The same factory with another `open`. */
function withOpen(real: IDBFactory, open: (name: string, version?: number) => unknown): IDBFactory {
  return {
    open,
    deleteDatabase: (name: string) => real.deleteDatabase(name),
    databases: () => real.databases(),
    cmp: (a: unknown, b: unknown) => real.cmp(a, b),
  } as unknown as IDBFactory;
}

/** The same factory, each of whose connections is tampered with before the page gets it. */
function withConnection(real: IDBFactory, tamper: (db: IDBDatabase) => void): IDBFactory {
  return withOpen(real, (name, version) => {
    const request = real.open(name, version);
    request.addEventListener('success', () => tamper(request.result));
    return request;
  });
}

type Transact = IDBDatabase['transaction'];

/** Each transaction that writes passes through `spoil` while that answers true; `times` counts those spoiled. */
function withTransaction(real: IDBFactory, spoil: (tx: IDBTransaction) => void, { times = Infinity, writesOnly = true } = {}) {
  return withConnection(real, (db) => {
    const transaction: Transact = db.transaction.bind(db);
    db.transaction = (...args: Parameters<Transact>) => {
      const tx = transaction(...args);
      if ((!writesOnly || tx.mode !== 'readonly') && times-- > 0) spoil(tx);
      return tx;
    };
  });
}

/** A request that has failed, or will never answer. */
function request(error?: DOMException): unknown {
  const stub = { error } as { error?: DOMException; onerror?: () => void };
  if (error) setTimeout(() => stub.onerror?.());
  return stub;
}

/** Aborts the way a full disk does: the requests report AbortError, only the transaction names the cause. */
function abortAs(tx: IDBTransaction, error: DOMException | null): void {
  Object.defineProperty(tx, 'error', { configurable: true, get: () => error, set() {} });
  tx.commit = () => {};
  queueMicrotask(() => {
    try {
      tx.abort();
    } catch {
      // The page was faster.
    }
  });
}

/** Aborts when something is put into one of the stores. */
function abortOnPut(
  tx: IDBTransaction,
  store: string,
  error: DOMException | null,
  when: (value: unknown) => boolean = () => true,
): void {
  const objectStore = tx.objectStore.bind(tx);
  tx.objectStore = (name) => {
    const found = objectStore(name);
    if (name !== store) return found;
    const put = found.put.bind(found);
    found.put = (value, key) => {
      const answer = put(value, key);
      if (when(value)) abortAs(tx, error);
      return answer;
    };
    return found;
  };
}

/** Lets a request fail by itself: its error event comes first, and only the abort after it names the cause. */
function failOnPut(tx: IDBTransaction, store: string, error: DOMException): void {
  let over = false;
  tx.addEventListener('abort', () => (over = true));
  Object.defineProperty(tx, 'error', { configurable: true, get: () => (over ? error : null), set() {} });
  const objectStore = tx.objectStore.bind(tx);
  tx.objectStore = (name) => {
    const found = objectStore(name);
    const put = found.put.bind(found);
    if (name === store)
      found.put = (value, key) => {
        put(value, key);
        return found.add(value, key);
      };
    return found;
  };
}

/** Makes a database as some other version of the page left it. */
export function leave(real: IDBFactory, database: string, version: number, stores: string[]): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const opening = real.open(database, version);
    opening.onupgradeneeded = () => {
      for (const store of stores) opening.result.createObjectStore(store);
      if (stores.includes('theirs')) opening.transaction!.objectStore('theirs').put('theirs', 'key');
    };
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => reject(opening.error);
  });
}

const left = (version: number, stores: string[]) => async (real: IDBFactory, database: string) => {
  (await leave(real, database, version, stores)).close();
  return () => {};
};

/** Connections of the faulty page, for faults that strike them later. */
const open = new Set<IDBDatabase>();
const remembered = (real: IDBFactory) => withConnection(real, (db) => open.add(db));

export const faults: Fault[] = [
  { name: 'nothing wrong', lasting: true },
  { name: 'open hangs for ever', factory: (real) => withOpen(real, () => request()), lasting: false },
  {
    name: 'transactions hang for ever',
    factory: (real) =>
      withConnection(real, (db) => {
        db.transaction = () => ({ objectStore: () => new Proxy({}, { get: () => () => ({}) }), abort() {} }) as never;
      }),
    lasting: false,
  },
  {
    name: 'connection lost without an event, once',
    factory: (real) => {
      let times = 1;
      return withConnection(real, (db) => {
        if (times-- > 0) db.close();
      });
    },
    lasting: true,
  },
  { name: 'connection lost each time', factory: (real) => withConnection(real, (db) => db.close()), lasting: false },
  {
    name: 'connection lost with an event',
    factory: remembered,
    async meanwhile() {
      for (const db of open) {
        db.close();
        db.onclose?.(new Event('close'));
      }
      open.clear();
    },
    lasting: true,
  },
  { name: 'object stores missing', before: left(1, []), lasting: true },
  { name: 'one object store missing', before: left(3, ['index']), lasting: true },
  { name: 'database of a newer version', before: left(99, ['theirs']), lasting: true },
  { name: 'database of another make', before: left(2, ['theirs']), lasting: true },
  {
    name: 'upgrade blocked by another tab',
    async before(real, database) {
      const db = await leave(real, database, 1, ['theirs']);
      return () => db.close();
    },
    lasting: false,
  },
  {
    name: 'every write aborted without an error',
    factory: (real) => withTransaction(real, (tx) => abortAs(tx, null)),
    lasting: false,
  },
  {
    name: 'one write aborted without an error',
    factory: (real) => withTransaction(real, (tx) => abortAs(tx, null), { times: 1 }),
    lasting: true,
  },
  {
    name: 'every transaction aborted without an error',
    factory: (real) => withTransaction(real, (tx) => abortAs(tx, null), { writesOnly: false }),
    lasting: false,
  },
  {
    name: 'disk full',
    factory: (real) => withTransaction(real, (tx) => abortAs(tx, fail('QuotaExceededError'))),
    lasting: false,
  },
  {
    name: 'disk full once',
    factory: (real) => withTransaction(real, (tx) => abortOnPut(tx, 'results', fail('QuotaExceededError')), { times: 1 }),
    lasting: true,
  },
  {
    name: 'disk full as the error of a request',
    factory: (real) => withTransaction(real, (tx) => failOnPut(tx, 'results', fail('QuotaExceededError')), { times: 1 }),
    lasting: true,
  },
  {
    name: 'disk full on the index only',
    factory: (real) => withTransaction(real, (tx) => abortOnPut(tx, 'index', fail('QuotaExceededError'))),
    lasting: false,
  },
  {
    name: 'disk full for results only',
    factory: (real) => withTransaction(real, (tx) => abortOnPut(tx, 'results', fail('QuotaExceededError'))),
    lasting: false,
  },
  {
    name: 'value too large',
    factory: (real) =>
      withTransaction(real, (tx) => {
        const objectStore = tx.objectStore.bind(tx);
        tx.objectStore = (name) => {
          const found = objectStore(name);
          if (name === 'results')
            found.put = () => {
              throw fail('UnknownError');
            };
          return found;
        };
      }),
    lasting: false,
  },
  { name: 'private mode', factory: (real) => withOpen(real, () => request(fail('InvalidStateError'))), lasting: false },
  {
    name: 'open throws',
    factory: (real) =>
      withOpen(real, () => {
        throw fail('SecurityError');
      }),
    lasting: false,
  },
  {
    name: 'access throws',
    factory: () => {
      throw fail('SecurityError');
    },
    lasting: false,
  },
  { name: 'no IndexedDB', factory: () => undefined as unknown as IDBFactory, lasting: false },
  {
    name: 'database cannot be read',
    // The database on the disk stays broken: the next page load meets it too.
    factory: (real, database) => withOpen(real, (name) => (name === database ? request(fail('UnknownError')) : real.open(name))),
    lasting: true,
  },
  {
    name: 'no database can be read',
    factory: (real) => withOpen(real, () => request(fail('UnknownError'))),
    lasting: false,
  },
  {
    name: 'site data cleared while open',
    meanwhile: (real, database) =>
      new Promise((resolve, reject) => {
        const deletion = real.deleteDatabase(database);
        deletion.onsuccess = () => resolve();
        deletion.onerror = () => reject(deletion.error);
      }),
    lasting: false,
  },
];

export const fault = (name: string): Fault => {
  const found = faults.find((one) => one.name === name);
  if (!found) throw new Error(`no fault "${name}"`);
  return found;
};

/** Puts a fault in place of a page's IndexedDB; answers how to take it away. */
export function inject({ factory }: Fault, database: string, page: typeof globalThis = globalThis): () => void {
  const real = page.indexedDB;
  const own = Object.getOwnPropertyDescriptor(page, 'indexedDB');
  Object.defineProperty(page, 'indexedDB', { configurable: true, get: () => (factory ? factory(real, database) : real) });
  return () => {
    if (own) Object.defineProperty(page, 'indexedDB', own);
    else delete (page as { indexedDB?: unknown }).indexedDB;
  };
}

/** `inject`, with a factory that keeps its state (such as how often it has failed) from one access to the next. */
export function steady(found: Fault, real: IDBFactory, database: string): () => IDBFactory {
  let factory: IDBFactory | undefined;
  return () => (found.factory ? (factory ??= found.factory(real, database)) : real);
}

/**
 * The IndexedDB of a page that can end: from then on none of its handlers is called and nothing new begins, as when a tab is closed.
 * What had been committed until then is the database's own business.
 */
export function mortal(real: IDBFactory, tell: (call: string, answer?: unknown) => void = () => {}) {
  let alive = true;
  const mute = <T extends EventTarget>(target: T, ...types: string[]): T => {
    for (const type of types)
      Object.defineProperty(target, 'on' + type, {
        set: (handler: (event: Event) => void) => target.addEventListener(type, (event) => alive && handler.call(target, event)),
      });
    return target;
  };
  const spy = (store: IDBObjectStore | IDBIndex, name: string) =>
    new Proxy(store, {
      get(target, verb: string) {
        const member: unknown = Reflect.get(target, verb);
        if (typeof member !== 'function') return member;
        return (...args: unknown[]) => {
          const answer: unknown = member.apply(target, args);
          if (verb === 'index') return spy(answer as IDBIndex, name);
          const request = answer as IDBRequest;
          tell(`${verb} ${name}`);
          request.addEventListener('success', () => tell(`answer to ${verb} ${name}`, request.result));
          return mute(request, 'success', 'error');
        };
      },
    });
  const factory = withConnection(real, (db) => {
    const transaction: Transact = db.transaction.bind(db);
    db.transaction = (names, mode, options) => {
      if (!alive) throw fail('InvalidStateError');
      tell(`transaction ${[names].flat().join(' ')}`);
      const tx = mute(transaction(names, mode, options), 'complete', 'abort');
      const objectStore = tx.objectStore.bind(tx);
      tx.objectStore = (name) => spy(objectStore(name), name) as IDBObjectStore;
      const commit = tx.commit.bind(tx);
      tx.commit = () => (tell('commit'), commit());
      return tx;
    };
  });
  return { factory, die: () => void (alive = false) };
}
