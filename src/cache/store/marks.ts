import type { Progress } from './entry.js';
import { LastMark } from './last-mark.js';
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
  readonly #lastMark: LastMark;
  /** As it was read or written last. */
  readonly #known = new Map<string, Progress | undefined>();
  /** What could not be written yet, to be done to what lies in the database. */
  readonly #unsaved = new Map<string, Marking>();
  #last: Promise<unknown> = Promise.resolve();

  constructor(store: Store, places: Places, lastMark = new LastMark()) {
    this.#lastMark = lastMark;
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
    this.#known.set(key, progress);
    const left = bounds === 'memory' || this.#unsaved.has(key) ? undefined : this.#lastMark.read(key);
    if (!left) return this.pending(key, progress);
    void this.save(key, left, bounds);
    return left(progress);
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
    const known = this.#known.get(key);
    const left = bounds === 'memory' ? undefined : this.#lastMark.leave(key, known, marking(this.pending(key, known)));
    const saving = this.#last.then(() => this.#save(key, marking, bounds, left));
    this.#last = saving;
    return saving;
  }

  /** `done` is called when the storage has it. */
  async #save(key: string, marking: Marking, bounds: Bounds, done?: () => void): Promise<boolean> {
    const held = this.#places.held(key, bounds);
    if (held) await this.#places.put({ ...held.entry, progress: marking(held.entry.progress) }, bounds, held.used);
    // Where the page wants nothing stored, nothing is amiss.
    if (held || bounds === 'memory') return bounds === 'memory' || !this.#places.held(key, bounds);
    const before = this.#unsaved.get(key);
    let now: Progress | undefined;
    const all: Marking = (old) => (now = marking(before ? before(old) : old));
    let found = false;
    const write = async (behind?: boolean) => {
      const room = this.#places.room(bounds);
      const marked = (stores: Stores) => {
        found = true;
        settle(stores, room);
      };
      const written = await this.#places.change((stores) => mark(stores, key, all, () => marked(stores)), { behind });
      if (written && this.#unsaved.get(key) === all) this.#unsaved.delete(key);
      if (written) this.#known.set(key, now);
      if (written) done?.();
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
    if (!key || this.#lastMark.read(key)) this.#lastMark.forget();
    for (const one of key ? [key] : [...this.#unsaved.keys()]) {
      this.#unsaved.delete(one);
      this.#store.debts.settle(debt(one));
    }
  }
}

const debt = (key: string) => 'progress ' + key;
