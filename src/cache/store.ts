import { systemClock, type Clock } from '../core/clock.js';
import type { Facts } from '../core/facts.js';
import { connect } from './connection.js';
import { memory, read, type Stores } from './memory.js';

// IndexedDB may hang for ever (https://bugs.webkit.org/show_bug.cgi?id=226547): what takes longer is done in memory.
const BOUND = 4000;
const RETRIES = 2;
// How long storage that failed is left alone, so that a visitor waits for it once and not at every step.
const REST = 60_000;

let told = false;

/** IndexedDB that heals itself, and memory where it cannot. */
export class Store implements Facts {
  memory = memory();
  /** Makes room on a full disk; set by the one who keeps what can be spared. */
  relieve?: () => Promise<unknown>;
  #name: string;
  #factory: () => IDBFactory;
  #clock: Clock;
  #opening?: Promise<IDBDatabase>;
  #spare = '';
  #restUntil = 0;
  #fullUntil = 0;
  // Facts that could last be written to memory only.
  #held = new Set<string>();

  constructor(deps: { name?: string; indexedDB?: () => IDBFactory; clock?: Clock } = {}) {
    this.#name = deps.name ?? 'pattern-generator-1';
    // Read at each call: in a sandboxed frame the access itself throws.
    this.#factory = deps.indexedDB ?? (() => indexedDB);
    this.#clock = deps.clock ?? systemClock;
  }

  async get<T>(key: string): Promise<T | undefined> {
    let value: T | undefined;
    await this.transact('facts', 'readonly', (stores) => this.#read<T>(stores, key, (found) => (value = found)));
    // Should storage fail, memory goes on from here.
    this.memory('facts').put(value, key);
    return value;
  }

  async update<T>(key: string, change: (old: T | undefined) => T | undefined): Promise<T | undefined> {
    let value: T | undefined;
    const body = (stores: Stores) =>
      this.#read<T>(stores, key, (old) => {
        value = change(old);
        if (value === undefined) stores('facts').delete(key);
        else stores('facts').put(value, key);
      });
    if (await this.transact('facts', 'readwrite', body, 'strict')) this.#held.delete(key);
    else this.#held.add(key);
    this.memory('facts').put(value, key);
    return value;
  }

  /** What could not be written is newer than what can be read. */
  #read<T>(stores: Stores, key: string, then: (value: T | undefined) => void): void {
    read((this.#held.has(key) ? this.memory : stores)('facts').get(key), then);
  }

  /**
   * Runs one transaction, on a new connection if need be, and resolves with true. Where that cannot be done within four
   * seconds, runs it in memory and resolves with false.
   */
  async transact(
    names: string | string[],
    mode: IDBTransactionMode,
    body: (stores: Stores) => void,
    durability: IDBTransactionDurability = 'relaxed',
  ): Promise<boolean> {
    const now = () => this.#clock.now();
    let opening: Promise<IDBDatabase> | undefined;
    let tx: IDBTransaction | undefined;
    let expired = false;
    const rest = () => {
      this.#restUntil = now() + REST;
      this.#spare = '';
    };

    const attempt = async (retries: number): Promise<void> => {
      let db: IDBDatabase | undefined;
      try {
        db = await (opening = this.#opening ??= this.#open());
        if (expired) return;
        const started = (tx = db.transaction(names, mode, { durability }));
        body((name) => started.objectStore(name));
        // Not by promisifyRequest: at the error event of a request, the transaction does not name its error yet.
        await new Promise<void>((resolve, reject) => {
          started.oncomplete = () => resolve();
          started.onabort = () => reject(started.error);
        });
      } catch (error) {
        abort(tx);
        tx = undefined;
        // Only the name is evidence: an abort without one says nothing about room.
        const full = isNamed(error, 'QuotaExceededError');
        if (!full) this.#drop(opening);
        if (full ? now() < this.#fullUntil : expired || !retries) {
          if (!db) rest();
          throw error;
        }
        if (full) {
          this.#fullUntil = now() + REST;
          await this.relieve?.();
          await attempt(0);
          this.#fullUntil = 0;
        } else {
          // What cannot be opened at all is left as it is, and a fresh database put beside it.
          if (!db && retries === 1 && isNamed(error, 'UnknownError')) this.#spare = '~';
          await attempt(retries - 1);
        }
      }
    };

    try {
      await new Promise<void>((resolve, reject) => {
        if (now() < this.#restUntil) return reject();
        const bound = this.#clock.setTimeout(() => {
          expired = true;
          abort(tx);
          this.#drop(opening);
          rest();
          reject();
        }, BOUND);
        void attempt(RETRIES)
          .then(resolve, reject)
          .finally(() => this.#clock.clearTimeout(bound));
      });
      return true;
    } catch {
      if (!told) console.info('<pattern-generator>: no lasting storage, results are kept in memory');
      told = true;
      body(this.memory);
      return false;
    }
  }

  /** Lets go of the connection, which could cost the page the back/forward cache; the next call opens a new one. */
  close = (): void => {
    globalThis.removeEventListener?.('pagehide', this.close);
    this.#drop(this.#opening);
  };

  #open(): Promise<IDBDatabase> {
    const opening = (async () => connect(this.#factory(), this.#name + this.#spare))();
    opening.then(
      // Another tab that wants to upgrade or delete is never kept waiting; a lost connection is not used again.
      (db) => (db.onversionchange = db.onclose = () => this.#drop(opening)),
      () => {},
    );
    globalThis.addEventListener?.('pagehide', this.close);
    return opening;
  }

  /** Forgets a connection and closes it, even one that arrives late. */
  #drop(opening: Promise<IDBDatabase> | undefined): void {
    if (this.#opening === opening) this.#opening = undefined;
    opening?.then(
      (db) => db.close(),
      () => {},
    );
  }
}

const isNamed = (error: unknown, name: string) => (error as Error | undefined)?.name === name;

function abort(tx: IDBTransaction | undefined): void {
  try {
    tx?.abort();
  } catch {
    // Over already.
  }
}
