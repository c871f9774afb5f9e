import type { Settings } from './options.js';
import { Hot } from './hot.js';
import type { Kept } from './stores/store.js';

/** Bytes that may wait in memory for a store that is down. */
const MOST_HELD = 100e6;

/** What was paid for. What the store does not take is held here and written when it works again. */
export class Results {
  #settings: Pick<Settings, 'store' | 'bounds' | 'clock'>;
  #hot: Hot;
  #held = new Map<string, Kept>();
  #heldBytes = 0;

  constructor(settings: Pick<Settings, 'store' | 'bounds' | 'clock'>) {
    this.#settings = settings;
    this.#hot = new Hot(settings);
  }

  /** What was found a moment ago, without a look into the store. */
  recent(key: string): Kept | undefined {
    return this.#hot.get(key);
  }

  /** Rejects when the store does not answer: then nobody knows whether this was paid for already. */
  async get(key: string): Promise<Kept | undefined> {
    const { store, bounds, clock } = this.#settings;
    const held = this.#held.get(key);
    if (held) {
      void this.keep(key, held); // worth another attempt
      return held;
    }
    const recent = this.#hot.get(key);
    if (recent) return recent;
    const kept = await store.kept(key);
    if (!kept || clock.now() - kept.at >= bounds.maxAge) return;
    this.#hot.set(key, kept);
    return kept;
  }

  async keep(key: string, kept: Kept): Promise<void> {
    const { store, bounds } = this.#settings;
    try {
      await store.keep(key, kept, bounds);
      this.#drop(key);
      this.#hot.set(key, kept);
    } catch {
      this.#drop(key);
      this.#held.set(key, kept);
      this.#heldBytes += kept.bytes.length;
      for (const oldest of this.#held.keys()) {
        if (this.#heldBytes <= MOST_HELD || oldest === key) break;
        this.#drop(oldest);
      }
      return;
    }
    // The store works: one by one, what is held goes there.
    const [next] = this.#held;
    if (next) void this.keep(...next);
  }

  #drop(key: string): void {
    this.#heldBytes -= this.#held.get(key)?.bytes.length ?? 0;
    this.#held.delete(key);
  }
}
