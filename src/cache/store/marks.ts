import type { Progress } from './entry.js';
import type { Bounds, Places } from './places.js';
import { mark } from './record.js';
import type { Stores } from './shelf.js';
import type { Store } from './store.js';
import { settle } from './tally.js';

/** May run more than once, as a change of facts may: it must be pure. */
export type Marking = (old?: Progress) => Progress;

/** How far a visitor has come with a design: a record beside the result, so that a mark costs the same however large that is. */
export class Marks {
  readonly #store: Store;
  readonly #places: Places;
  /** What could not be written yet, to be done to what lies in the database. */
  readonly #unsaved = new Map<string, Marking>();
  #last: Promise<unknown> = Promise.resolve();

  constructor(store: Store, places: Places) {
    this.#store = store;
    this.#places = places;
  }

  async read(key: string, bounds: Bounds): Promise<Progress | undefined> {
    let progress = this.#places.held(key, bounds)?.entry.progress;
    const names = ['progress'] as const;
    if (!progress && bounds !== 'memory')
      await this.#store.transact({
        names,
        mode: 'readonly',
        body: (stores) => stores('progress').get(key, (found) => (progress = found)),
      });
    return this.pending(key, progress);
  }

  /** With what is not written yet. */
  pending(key: string, progress?: Progress): Progress | undefined {
    return this.#unsaved.get(key)?.(progress) ?? progress;
  }

  /**
   * One after the other, for only when one has failed does the next one have to do its work too. False when it lies in this page
   * only, because the storage did not take it or keeps the design no more.
   */
  save(key: string, marking: Marking, bounds: Bounds): Promise<boolean> {
    const saving = this.#last.then(() => this.#save(key, marking, bounds));
    this.#last = saving;
    return saving;
  }

  async #save(key: string, marking: Marking, bounds: Bounds): Promise<boolean> {
    const held = this.#places.held(key, bounds);
    if (held) await this.#places.put({ ...held.entry, progress: marking(held.entry.progress) }, bounds, held.used);
    // Where the page wants nothing stored, nothing is amiss.
    if (held || bounds === 'memory') return bounds === 'memory' || !this.#places.held(key, bounds);
    const before = this.#unsaved.get(key);
    const all: Marking = (old) => marking(before ? before(old) : old);
    let found = false;
    const write = async (behind?: boolean) => {
      const room = this.#places.room(bounds);
      const marked = (stores: Stores) => {
        found = true;
        settle(stores, room);
      };
      const written = await this.#places.change((stores) => mark(stores, key, all, () => marked(stores)), { behind });
      if (written && this.#unsaved.get(key) === all) this.#unsaved.delete(key);
      return written;
    };
    this.#unsaved.set(key, all);
    const written = await write();
    if (written) this.#store.debts.settle(debt(key));
    else this.#store.debts.owe(debt(key), () => write(true));
    return written && found;
  }

  /** What was not written is not wanted any more. */
  forget(key?: string): void {
    for (const one of key ? [key] : [...this.#unsaved.keys()]) {
      this.#unsaved.delete(one);
      this.#store.debts.settle(debt(one));
    }
  }
}

const debt = (key: string) => 'progress ' + key;
