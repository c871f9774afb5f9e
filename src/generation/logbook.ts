import type { Progress } from '../cache/store/entry.js';
import type { Marking } from '../cache/store/marks.js';
import type { Bounds } from '../cache/store/places.js';
import type { Results } from '../cache/store/results.js';
import type { Tabs } from '../core/tabs.js';

/** How far somebody has come with one design, as whoever shows it reads and writes it. Nothing here rejects. */
export interface Door {
  progress(): Promise<Progress | undefined>;
  saveProgress(change: Marking): Promise<void>;
  /** Calls back when somebody else, on this page or in another tab, has saved. Call what it returns to stop. */
  onProgress(fn: () => void): () => void;
}

/** How far visitors have come with their designs: kept beside each, and told to all who show it. */
export class Logbook {
  readonly #results: Pick<Results, 'progress' | 'saveProgress'>;
  readonly #tabs: Tabs;
  /** Tabs hear of what others post; who is on the same page is told from here. */
  readonly #here = new Map<(message: unknown) => void, Door>();

  constructor(results: Pick<Results, 'progress' | 'saveProgress'>, tabs: Tabs) {
    this.#results = results;
    this.#tabs = tabs;
  }

  open(key: string, bounds: Bounds): Door {
    const door: Door = {
      progress: () => this.#results.progress(key, bounds),
      saveProgress: async (change) => {
        await this.#results.saveProgress(key, change, bounds);
        const message = { progress: key };
        this.#tabs.post(message);
        for (const [hear, other] of this.#here) if (other !== door) hear(message);
      },
      onProgress: (fn) => {
        const hear = (message: unknown) => {
          if ((message as { progress?: unknown } | null)?.progress === key) fn();
        };
        const stop = this.#tabs.listen(hear);
        this.#here.set(hear, door);
        return () => {
          stop();
          this.#here.delete(hear);
        };
      },
    };
    return door;
  }
}
