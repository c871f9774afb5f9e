import type { Host } from './host.js';
import type { Kept, Looked, Removed, Summary } from './making.js';
import { openKit } from './workshop.js';

/** What others do with the kept designs is looked up so many milliseconds later, together with what they do meanwhile. */
const SOON = 1000;

/** The kept designs of a widget's account, as its visitor sees them. */
export class Strip {
  /** The last used first. */
  history: Summary[] = [];
  /** The current design is kept, so showing it costs nothing. */
  kept = false;
  readonly #host: Host;
  readonly #listed: () => Promise<void>;
  #looks = 0;
  #watch?: AbortController;

  /** @param listed what is looked up anew whenever the kept designs are */
  constructor(host: Host, listed: () => Promise<void>) {
    this.#host = host;
    this.#listed = listed;
  }

  /** Lists them, and follows what other widgets and tabs do with the designs, until it is told not to. */
  async watch(): Promise<void> {
    this.unwatch();
    const { signal } = (this.#watch = new AbortController());
    const { page } = await openKit(this.#host);
    if (signal.aborted) return;
    let soon: ReturnType<typeof setTimeout> | undefined;
    const look = () => {
      soon = undefined;
      void this.relist().catch(() => {}); // What was listed before stays.
    };
    const stop = page.logbook.onChange(() => (soon ??= setTimeout(look, SOON)), this);
    signal.addEventListener('abort', () => {
      stop();
      clearTimeout(soon);
    });
    await this.relist();
  }

  unwatch(): void {
    this.#watch?.abort();
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
  /** False when the name is not stored. */
  rename = (key: string, name: string): Promise<boolean> => this.#change((designs) => designs.rename(key, name));
  /** One of them, to be looked at beside another. */
  peek = async (key: string): Promise<Looked | undefined> => (await this.#designs()).look(key);

  /** Does something to the kept designs, looks them up again, and lets others know. */
  async #change<Done>(what: (designs: Kept) => Promise<Done>): Promise<Done> {
    const { designs, page } = await openKit(this.#host);
    const done = await what(designs);
    page.logbook.changed(this);
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
