import type { Clock } from '../../core/clock.js';
import { connect } from './connection.js';
import { patience } from './patience.js';
import { stored, type Stores } from './shelf.js';

const RETRIES = 2;
// How long storage that failed is left alone, so that a visitor waits for it once and not at every step.
const REST = 60_000;

export interface Work {
  names: readonly string[];
  mode: IDBTransactionMode;
  body: (stores: Stores) => void;
  durability?: IDBTransactionDurability;
  /** All requests are made in this turn: they are committed in it too, so that they outlive a page that ends now. */
  commit?: boolean;
  /** Whether it has said that it has what is asked for: that is waited for longer. */
  alive?: () => boolean;
  /** Makes room on a full disk, after which the work is tried once more. */
  relieve?: () => Promise<unknown>;
}

/** IndexedDB that heals itself. */
export class Database {
  readonly #name: string;
  readonly #factory: () => IDBFactory;
  readonly #clock: Clock;
  #opening?: Promise<IDBDatabase>;
  #db?: IDBDatabase;
  readonly #running = new Set<() => void>();
  #spare = '';
  #failed = -Infinity;
  #full = -Infinity;

  constructor(name: string, factory: () => IDBFactory, clock: Clock) {
    this.#name = name;
    this.#factory = factory;
    this.#clock = clock;
  }

  /** Whether it failed lately. */
  get rests(): boolean {
    return this.#isRecent(this.#failed);
  }

  /**
   * Runs one transaction, on a new connection if need be; rejects when that cannot be done within four seconds, or half a minute where
   * it is `alive`. On an open connection the body runs before this returns.
   */
  async run({ names, mode, body, durability = 'relaxed', commit, alive, relieve }: Work): Promise<void> {
    let opening: Promise<IDBDatabase> | undefined;
    let tx: IDBTransaction | undefined;
    let expired = false;

    const attempt = async (retries: number): Promise<void> => {
      let db: IDBDatabase | undefined;
      try {
        opening = this.#opening ??= this.#open();
        db = this.#db ?? (await opening);
        if (expired) return;
        const started = (tx = db.transaction(names as string[], mode, { durability }));
        body(stored(started));
        if (commit) started.commit?.();
        await this.#finished(started);
      } catch (error) {
        abort(tx);
        tx = undefined;
        // Only the name is evidence: an abort without one says nothing about room.
        const full = isNamed(error, 'QuotaExceededError');
        if (!full) this.#drop(opening);
        if (full ? this.#isRecent(this.#full) : expired || !retries) {
          if (!db) this.#rest();
          throw error;
        }
        if (full) {
          this.#full = this.#clock.now();
          await relieve?.();
          await attempt(0);
          this.#full = -Infinity;
        } else {
          // What cannot be opened at all is left as it is, and a fresh database put beside it.
          if (!db && retries === 1 && isNamed(error, 'UnknownError')) this.#spare = '~';
          await attempt(retries - 1);
        }
      }
    };

    const giveUp = () => {
      expired = true;
      abort(tx);
      this.#drop(opening);
      this.#rest();
    };
    await patience(this.#clock, attempt(RETRIES), giveUp, alive);
    this.#failed = -Infinity;
  }

  /** Not by promisifyRequest: at the error event of a request, the transaction does not name its error yet. */
  #finished(tx: IDBTransaction): Promise<void> {
    let lose!: () => void;
    return new Promise<void>((resolve, reject) => {
      tx.oncomplete = () => resolve();
      tx.onabort = () => reject(tx.error);
      // When site data is cleared, Chromium may close a connection without a word to the transactions on it.
      this.#running.add((lose = reject));
    }).finally(() => this.#running.delete(lose));
  }

  /** By the distance, so that a clock set back does not make it last. */
  #isRecent(time: number): boolean {
    return Math.abs(this.#clock.now() - time) < REST;
  }

  #rest(): void {
    this.#failed = this.#clock.now();
    this.#spare = '';
  }

  /** Lets go of the connection, which could cost the page the back/forward cache; the next call opens a new one. */
  close = (): void => {
    globalThis.removeEventListener?.('pagehide', this.close);
    this.#drop(this.#opening);
  };

  #open(): Promise<IDBDatabase> {
    const opening = (async () => connect(this.#factory(), this.#name + this.#spare))();
    opening.then(
      (db) => {
        // Another tab that wants to upgrade or delete is never kept waiting; a lost connection is not used again.
        db.onversionchange = () => this.#drop(opening);
        db.onclose = () => {
          this.#drop(opening);
          this.#running.forEach((lose) => lose());
        };
        if (this.#opening === opening) this.#db = db;
      },
      () => {},
    );
    globalThis.addEventListener?.('pagehide', this.close);
    return opening;
  }

  /** Forgets a connection and closes it, even one that arrives late. */
  #drop(opening: Promise<IDBDatabase> | undefined): void {
    if (this.#opening === opening) this.#opening = this.#db = undefined;
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
