import { readEntry, sizeOf, type Entry } from './entry.js';

type Slip = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

const NAME = 'pattern-generator-last';
/** Longer ones take their time, and find no room. In characters. */
const LONGEST = 500_000;

/**
 * The last answer, where a browser writes at once, until the database has it. A page that ends in the very turn in which its
 * answer came loses what the database has not taken in yet: Chromium aborts that, committed or not.
 */
export class LastWord {
  readonly #slip: () => Slip;

  /** @param slip throws where there is none, as `localStorage` does in a sandboxed frame */
  constructor(slip: () => Slip = () => localStorage) {
    this.#slip = slip;
  }

  /** Files come later, and can be made again. Call what it returns when the database has it. */
  leave(entry: Entry): () => void {
    let word: string | undefined;
    this.#try((slip) => {
      if (sizeOf(entry.answer)! > LONGEST) return;
      word = JSON.stringify({ ...entry, files: {} });
      if (word.length <= LONGEST) slip.setItem(NAME, word);
    });
    return () => this.#try((slip) => slip.getItem(NAME) === word && slip.removeItem(NAME));
  }

  read(key: string): Entry | undefined {
    let entry: Entry | undefined;
    this.#try((slip) => (entry = readEntry(JSON.parse(slip.getItem(NAME)!))));
    return entry?.key === key ? entry : undefined;
  }

  forget(): void {
    this.#try((slip) => slip.removeItem(NAME));
  }

  /** It is there for one moment only: without it everything works. */
  #try(what: (slip: Slip) => unknown): void {
    try {
      what(this.#slip());
    } catch {
      // Blocked, full, or no words of ours.
    }
  }
}
