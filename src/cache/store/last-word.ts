import { readEntry, sizeOf, type Entry } from './entry.js';
import { LONGEST, Slip, type Paper } from './slip.js';

/** The last answer that came, until the database has it. */
export class LastWord {
  readonly #slip: Slip;

  constructor(paper?: () => Paper) {
    this.#slip = new Slip('pattern-generator-last', paper);
  }

  /** Files come later, and can be made again. Call what it returns when the database has it. */
  leave(entry: Entry): () => void {
    // What would be too long is not even written down.
    return sizeOf(entry.answer)! > LONGEST ? () => {} : this.#slip.leave({ ...entry, files: {} });
  }

  read(key: string): Entry | undefined {
    const entry = readEntry(this.#slip.read());
    return entry?.key === key ? entry : undefined;
  }

  forget(): void {
    this.#slip.forget();
  }
}
