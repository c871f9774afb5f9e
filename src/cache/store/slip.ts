export type Paper = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** Longer words take their time, and find no room. In characters. */
export const LONGEST = 500_000;

/**
 * A last word, where a browser writes at once, until the database has it. A page that ends in the very turn in which it wrote
 * loses what the database has not taken in yet: Chromium aborts that, committed or not. Without it everything works.
 */
export class Slip {
  readonly #name: string;
  readonly #paper: () => Paper;

  /** @param paper throws where there is none, as `localStorage` does in a sandboxed frame */
  constructor(name: string, paper: () => Paper = () => localStorage) {
    this.#name = name;
    this.#paper = paper;
  }

  /** JSON. Call what it returns when the database has it. */
  leave(word: unknown): () => void {
    let text: string | undefined;
    this.#try((paper) => {
      text = JSON.stringify(word);
      if (text.length <= LONGEST) paper.setItem(this.#name, text);
    });
    return () => this.#try((paper) => paper.getItem(this.#name) === text && paper.removeItem(this.#name));
  }

  read(): unknown {
    let word: unknown;
    this.#try((paper) => (word = JSON.parse(paper.getItem(this.#name)!)));
    return word;
  }

  forget(): void {
    this.#try((paper) => paper.removeItem(this.#name));
  }

  #try(what: (paper: Paper) => unknown): void {
    try {
      what(this.#paper());
    } catch {
      // Blocked, full, or no words of ours.
    }
  }
}
