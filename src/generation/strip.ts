import type { Host } from './host.js';
import type { Kept, Removed, Summary } from './making.js';
import { openKit } from './workshop.js';

/** For so many milliseconds a removal can be undone: long enough to read it and to get there with a keyboard. */
const UNDO = 10_000;

/** A design that was removed, as long as that can be undone. */
export interface Removal {
  item: Summary;
  /** The storage would not let it go: after a reload it may be there again. */
  owed: boolean;
}

/** The kept designs of a widget's account, as its visitor sees them. */
export class Strip {
  /** The last used first. */
  history: Summary[] = [];
  /** The current design is kept, so showing it costs nothing. */
  kept = false;
  readonly #host: Host;
  readonly #listed: () => Promise<void>;
  readonly #removed = new Map<string, Removal & { what: Promise<Removed> }>();
  #looks = 0;

  /** @param listed what is looked up anew whenever the kept designs are */
  constructor(host: Host, listed: () => Promise<void>) {
    this.#host = host;
    this.#listed = listed;
  }

  /** The last removal of those that can be undone. */
  get removal(): Removal | undefined {
    return [...this.#removed.values()].pop();
  }

  /** Looks up which designs are kept. */
  async relist(): Promise<void> {
    const found = await (await this.#designs()).list();
    // The storage may still be at it; but what was made once more is there again.
    this.history = found.filter(({ key, at }) => {
      const gone = this.#removed.get(key);
      if (gone && gone.item.at < at) this.#removed.delete(key);
      return !this.#removed.has(key);
    });
    this.#host.changed();
    await this.#listed();
  }

  remove = async (key: string): Promise<void> => {
    const item = this.history.find((one) => one.key === key);
    const what = (await this.#designs()).remove(key);
    if (item) this.#tell(item, what);
    await what;
    await this.relist();
  };

  /** Gone at once, however long the storage takes. */
  #tell(item: Summary, what: Promise<Removed>): void {
    const { key } = item;
    const ours = () => this.#removed.get(key)?.what === what;
    this.history = this.history.filter((one) => one !== item);
    this.#removed.set(key, { item, owed: false, what });
    this.#host.changed();
    setTimeout(() => {
      if (ours()) this.#removed.delete(key);
      this.#host.changed();
    }, UNDO);
    void what.then(({ owed }) => {
      if (ours()) this.#removed.set(key, { item, owed, what });
    });
  }

  /** Undoes a removal. */
  restore = async (key: string): Promise<void> => {
    const removal = this.#removed.get(key);
    this.#removed.delete(key);
    if (!removal) return;
    await (await this.#designs()).restore(key, await removal.what);
    await this.relist();
  };

  clear = async (): Promise<void> => {
    this.#removed.clear();
    await (await this.#designs()).clear();
    await this.relist();
  };

  /** Whether this design is kept; `key` is undefined or rejects where there is none to ask about. */
  async look(key: Promise<string> | undefined): Promise<void> {
    const look = ++this.#looks;
    this.kept = false;
    try {
      const found = key && (await (await this.#designs()).has(await key));
      // Only the last question counts: an earlier one may be answered later.
      if (look === this.#looks) this.kept = !!found;
    } catch {
      // Not a valid design yet: the press will say so.
    }
    this.#host.changed();
  }

  async #designs(): Promise<Kept> {
    return (await openKit(this.#host)).designs;
  }
}
