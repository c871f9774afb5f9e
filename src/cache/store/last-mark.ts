import type { Progress } from './entry.js';
import { Slip, type Paper } from './slip.js';

/** What was changed of a design's progress. It says no more than that, so that others' marks beside it stay. */
interface Change {
  key: string;
  /** In bytes. */
  size: number;
  /** Three numbers for each byte that changed: where it is, which of its bits changed, and what it is now. */
  bytes: number[];
  /** What is no marks. */
  rest: Progress;
}

/** The last marks that were made, until the database has them. */
export class LastMark {
  readonly #slip: Slip;

  constructor(paper?: () => Paper) {
    this.#slip = new Slip('pattern-generator-mark', paper);
  }

  /** Call what it returns when the database has it. */
  leave(key: string, before: Progress | undefined, now: Progress): () => void {
    const base = bytesOf(before);
    const mine = bytesOf(now);
    const bytes: number[] = [];
    mine.forEach((byte, at) => byte !== (base[at] ?? 0) && bytes.push(at, byte ^ base[at]!, byte));
    const isNew = ([name, value]: [string, unknown]) => JSON.stringify(value) !== JSON.stringify(before?.[name]);
    const rest = Object.fromEntries(Object.entries({ ...now, marks: undefined }).filter(isNew));
    return this.#slip.leave({ key, size: mine.length, bytes, rest });
  }

  /** Makes of what is kept what it was to be. */
  read(key: string): ((old?: Progress) => Progress) | undefined {
    const { key: whose, size = 0, bytes, rest } = (this.#slip.read() ?? {}) as Partial<Change>;
    if (whose !== key || !Array.isArray(bytes) || size > 1e6) return;
    return (old) => {
      const marks = bytesOf(old, size).slice();
      // Marks of another size belong to another chart.
      if (marks.length === size)
        for (let i = 0; i < bytes.length; i += 3) {
          const [at, changed, now] = bytes.slice(i, i + 3) as [number, number, number];
          marks[at] = (marks[at]! & ~changed) | (now & changed);
        }
      return { share: 0, ...old, ...rest, ...(size && { marks: marks.buffer }) };
    };
  }

  forget(): void {
    this.#slip.forget();
  }
}

const bytesOf = (progress?: Progress, size = 0) =>
  progress?.marks instanceof ArrayBuffer ? new Uint8Array(progress.marks) : new Uint8Array(size);
