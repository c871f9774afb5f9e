import type { Progress } from '../cache/store/entry.js';
import type { Marking } from '../cache/store/marks.js';
import type { Bounds } from '../cache/store/places.js';
import type { Results } from '../cache/store/results.js';
import type { Tabs } from '../core/tabs.js';

/** How far somebody has come with one design, as whoever shows it reads and writes it. Nothing here rejects. */
export interface Door {
  progress(): Promise<Progress | undefined>;
  /** False when it lies in this page only. */
  saveProgress(change: Marking): Promise<boolean>;
  /** Calls back when somebody else, on this page or in another tab, has saved. Call what it returns to stop. */
  onProgress(fn: () => void): () => void;
}

/** Which design there is news of; undefined: of those that are kept. */
interface News {
  progress?: string;
  designs?: true;
}

/** What visitors do with their designs: how far they have come is kept beside each, and all who show it are told. */
export class Logbook {
  readonly #results: Pick<Results, 'progress' | 'saveProgress'>;
  readonly #tabs: Tabs;
  /** Tabs hear of what others post; who is on the same page is told from here. */
  readonly #here = new Map<(message: unknown) => void, unknown>();

  constructor(results: Pick<Results, 'progress' | 'saveProgress'>, tabs: Tabs) {
    this.#results = results;
    this.#tabs = tabs;
  }

  open(key: string, bounds: Bounds): Door {
    const door: Door = {
      progress: () => this.#results.progress(key, bounds),
      saveProgress: async (change) => {
        const kept = await this.#results.saveProgress(key, change, bounds);
        this.#tell({ progress: key }, door);
        return kept;
      },
      onProgress: (fn) => this.#listen(({ progress }) => progress === key && fn(), door),
    };
    return door;
  }

  /** Somebody named, removed or put back a design. */
  changed(by: unknown): void {
    this.#tell({ designs: true }, by);
  }

  /** Calls back when somebody else has, or has come further with one. Call what it returns to stop. */
  onChange(fn: () => void, who: unknown): () => void {
    return this.#listen(({ progress, designs }) => (progress ?? designs) && fn(), who);
  }

  #tell(news: News, by: unknown): void {
    this.#tabs.post(news);
    for (const [hear, who] of this.#here) if (who !== by) hear(news);
  }

  #listen(fn: (news: News) => unknown, who: unknown): () => void {
    const hear = (message: unknown) => void fn((message ?? {}) as News);
    const stop = this.#tabs.listen(hear);
    this.#here.set(hear, who);
    return () => {
      stop();
      this.#here.delete(hear);
    };
  }
}
