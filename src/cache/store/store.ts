import { systemClock, type Clock } from '../../core/clock.js';
import type { Facts } from '../../core/facts.js';
import { Database, type Work } from './database.js';
import { Debts } from './debts.js';
import { memory, type Stores } from './shelf.js';

export interface Errand extends Work {
  /** Nobody waits for it: done although storage rests, and not done in memory when it fails. */
  behind?: boolean;
}

/** What a page keeps: in the database, and in memory where that cannot be, until it can. */
export class Store implements Facts {
  readonly memory = memory();
  readonly debts: Debts;
  readonly #database: Database;
  #told = false;

  constructor({
    name = 'pattern-generator-1',
    // Read at each call: in a sandboxed frame the access itself throws.
    indexedDB = () => globalThis.indexedDB,
    clock = systemClock,
  }: { name?: string; indexedDB?: () => IDBFactory; clock?: Clock } = {}) {
    this.debts = new Debts(clock);
    this.#database = new Database(name, indexedDB, clock);
  }

  async get<T>(key: string): Promise<T | undefined> {
    let value: T | undefined;
    await this.transact({ ...FACTS, mode: 'readonly', body: (stores) => this.#read<T>(stores, key, (found) => (value = found)) });
    // Should storage fail, memory goes on from here.
    this.memory('facts').put(value, key);
    return value;
  }

  async update<T>(key: string, change: (old: T | undefined) => T | undefined): Promise<T | undefined> {
    let value: T | undefined;
    const body = (stores: Stores) =>
      this.#read<T>(stores, key, (old) => {
        value = change(old);
        write(stores, key, value);
      });
    const written = await this.transact({ ...FACTS, body });
    this.memory('facts').put(value, key);
    if (written) this.debts.settle(debt(key));
    else this.debts.owe(debt(key), () => this.#pay(key));
    return value;
  }

  /** What could not be written is newer than what can be read. */
  #read<T>(stores: Stores, key: string, then: (value: T | undefined) => void): void {
    (this.debts.has(debt(key)) ? this.memory : stores)('facts').get(key, then as (value: unknown) => void);
  }

  async #pay(key: string): Promise<boolean> {
    let value: unknown;
    this.memory('facts').get(key, (held) => (value = held));
    return this.transact({ ...FACTS, body: (stores) => write(stores, key, value), behind: true });
  }

  /** Does it in the database and resolves with true, or in memory and resolves with false. Never rejects, never hangs. */
  async transact({ behind, ...work }: Errand): Promise<boolean> {
    if (behind || !this.#database.rests)
      try {
        await this.#database.run(work);
        this.debts.remind();
        return true;
      } catch {
        // Memory takes over.
      }
    if (behind) return false;
    if (!this.#told) console.info('<pattern-generator>: no lasting storage, results are kept in memory');
    this.#told = true;
    work.body(this.memory);
    return false;
  }

  /** Lets go of connection and timers. */
  close = (): void => {
    this.#database.close();
    this.debts.close();
  };
}

const FACTS = { names: ['facts'], mode: 'readwrite', durability: 'strict' } as const;

const debt = (key: string) => 'fact ' + key;

function write(stores: Stores, key: string, value: unknown): void {
  if (value === undefined) stores('facts').delete(key);
  else stores('facts').put(value, key);
}
