import type { Settings } from './options.js';
import { weight, type Kept } from './stores/store.js';

const MOST = 32e6;
/** Then the store is asked again: it tells by that what is in use, and what is let go of there is let go of here. */
const FRESH = 60_000;

/** What the store has just given or taken, in the memory of this process: most of what is asked for was asked for a moment ago. */
export class Hot {
  #settings: Pick<Settings, 'bounds' | 'clock'>;
  #entries = new Map<string, { kept: Kept; since: number }>(); // the last used at the end
  #bytes = 0;

  constructor(settings: Pick<Settings, 'bounds' | 'clock'>) {
    this.#settings = settings;
  }

  get(key: string): Kept | undefined {
    const entry = this.#entries.get(key);
    if (!entry) return;
    const { bounds, clock } = this.#settings;
    const now = clock.now();
    this.#drop(key);
    // A clock set back makes nothing fresh for ever.
    if (Math.abs(now - entry.since) >= FRESH || now - entry.kept.at >= bounds.maxAge) return;
    this.#add(key, entry);
    return entry.kept;
  }

  set(key: string, kept: Kept): void {
    const most = Math.min(MOST, this.#settings.bounds.maxBytes);
    this.#drop(key);
    if (weight(kept) > most / 4) return; // one must not push out all the others
    this.#add(key, { kept, since: this.#settings.clock.now() });
    for (const oldest of this.#entries.keys()) {
      if (this.#bytes <= most) break;
      this.#drop(oldest);
    }
  }

  #add(key: string, entry: { kept: Kept; since: number }): void {
    this.#entries.set(key, entry);
    this.#bytes += weight(entry.kept);
  }

  #drop(key: string): void {
    const entry = this.#entries.get(key);
    if (entry) this.#bytes -= weight(entry.kept);
    this.#entries.delete(key);
  }
}
