import type { Summary } from '../../../cache/store/entry.js';
import type { Removed } from '../../../generation/kept.js';

/** For so many milliseconds a removal can be undone: long enough to read it and to get there with a keyboard. */
const UNDO = 10_000;

/** A design that was removed, as long as that can be undone. */
export interface Removal {
  item: Summary;
  /** What the storage said to it. */
  said?: Removed;
  removing: Promise<Removed>;
}

/** What was removed from the strip a moment ago. */
export class Removals {
  readonly #all = new Map<string, Removal>();
  readonly #changed: () => void;

  constructor(changed: () => void) {
    this.#changed = changed;
  }

  /** The last one. */
  get last(): Removal | undefined {
    return [...this.#all.values()].pop();
  }

  /** The designs without those that are gone, however long the storage takes; but what was made once more is there again. */
  rest(items: Summary[]): Summary[] {
    return items.filter(({ key, at }) => {
      const gone = this.#all.get(key);
      if (gone && gone.item.at < at) this.#all.delete(key);
      return !this.#all.has(key);
    });
  }

  add(item: Summary, removing: Promise<Removed>): void {
    const { key } = item;
    const change = (to?: Removal) => {
      if (this.#all.get(key)?.removing !== removing) return;
      if (to) this.#all.set(key, to);
      else this.#all.delete(key);
      this.#changed();
    };
    this.#all.set(key, { item, removing });
    this.#changed();
    setTimeout(change, UNDO);
    removing.then(
      (said) => change({ item, said, removing }),
      () => change(),
    );
  }

  /** Takes one back. */
  take({ item }: Removal): void {
    this.#all.delete(item.key);
    this.#changed();
  }

  end(): void {
    this.#all.clear();
  }
}
