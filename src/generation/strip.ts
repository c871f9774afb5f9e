import type { Host } from './host.js';
import type { Kept, Removed, Summary } from './making.js';
import { openKit } from './workshop.js';

/** The kept designs of a widget's account, as its visitor sees them. */
export class Strip {
  /** The last used first. */
  history: Summary[] = [];
  /** The current design is kept, so showing it costs nothing. */
  kept = false;
  readonly #host: Host;
  readonly #listed: () => Promise<void>;
  #looks = 0;

  /** @param listed what is looked up anew whenever the kept designs are */
  constructor(host: Host, listed: () => Promise<void>) {
    this.#host = host;
    this.#listed = listed;
  }

  /** Looks up which designs are kept. */
  async relist(): Promise<void> {
    this.history = await (await this.#designs()).list();
    this.#host.changed();
    await this.#listed();
  }

  clear = (): Promise<void> => this.#change((designs) => designs.clear());
  remove = (key: string): Promise<Removed> => this.#change((designs) => designs.remove(key));
  /** Puts a removed design back. */
  restore = (key: string, removed: Removed): Promise<void> => this.#change((designs) => designs.restore(key, removed));

  /** Does something to the kept designs, and looks them up again. */
  async #change<Done>(what: (designs: Kept) => Promise<Done>): Promise<Done> {
    const done = await what(await this.#designs());
    await this.relist();
    return done;
  }

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
