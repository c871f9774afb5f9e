import type { Facts } from '../../core/facts.js';
import type { Store } from './store.js';

/** Most changes that wait for the store to work again. */
const MOST = 200;

type Change = (old: unknown) => unknown;

/**
 * Facts as flights and ledger need them: calls that never reject. While the store is down memory goes on, and what was changed
 * there is changed in the store when it works again; who must be sure compares `failures` before and after.
 */
export class SureFacts implements Facts {
  #store: Store;
  #memory = new Map<string, unknown>();
  #waiting: { key: string; change: Change }[] = [];
  /** Changes that did not reach the store at once. */
  failures = 0;

  constructor(store: Store) {
    this.#store = store;
  }

  async get<T>(key: string): Promise<T | undefined> {
    try {
      return await this.#store.get<T>(key);
    } catch {
      return this.#memory.get(key) as T | undefined;
    }
  }

  async update<T>(key: string, change: (old: T | undefined) => T | undefined): Promise<T | undefined> {
    try {
      const value = await this.#store.update(key, change);
      this.#memory.delete(key);
      void this.#catchUp();
      return value;
    } catch {
      const value = change(this.#memory.get(key) as T | undefined);
      if (value === undefined) this.#memory.delete(key);
      else this.#memory.set(key, value);
      this.failures++;
      this.#waiting.push({ key, change: change as Change });
      if (this.#waiting.length > MOST) this.#memory.delete(this.#waiting.shift()!.key);
      return value;
    }
  }

  async #catchUp(): Promise<void> {
    const waiting = this.#waiting.splice(0);
    for (const { key, change } of waiting) {
      await this.#store.update(key, change).then(
        () => void this.#memory.delete(key),
        () => this.#waiting.push({ key, change }),
      );
    }
  }
}
