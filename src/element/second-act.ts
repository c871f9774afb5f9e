import type { PatternResult } from '../providers/provider.js';
import { PatternError } from '../core/pattern-error.js';
import { files } from './files.js';
import type { Act } from './outcome/begin.js';

type Begin = Awaited<ReturnType<typeof files.outcome>>['begin'];

/** What comes in later files: there once it is needed, asked for again when that failed. */
export class SecondAct {
  /** Once it has begun. */
  act?: Act;
  #begun: (begin: Begin) => Act;
  #failed: (cause: unknown) => never;
  #asked = false;
  #early?: Promise<PatternResult>;

  /**
   * @param begun told when the files have come
   * @param failed told when they have not
   */
  constructor(begun: (begin: Begin) => Act, failed: (cause: unknown) => never) {
    this.#begun = begun;
    this.#failed = failed;
  }

  get generation() {
    return this.act?.generation;
  }

  async start(): Promise<Act> {
    // On their way already, so that all of them arrive together.
    for (const file of [files.making, files.keeping]) void file().catch(() => {});
    const { begin } = await files.outcome().catch(this.#failed);
    return (this.act ??= this.#begun(begin));
  }

  /** The widget was drawn. Its own failure is no reason to ask again: a change of the page's is, and a press. */
  drawn(anew: boolean): void {
    if (!this.#asked || anew) void this.start().catch(() => {});
    this.#asked = true;
  }

  /** A press before there is anything to press; another one is the same. */
  press(): Promise<PatternResult> {
    const early = (this.#early ??= this.start().then(({ generation }) => {
      if (this.#early !== early) throw new PatternError('cancelled');
      return generation.generate();
    }));
    return early;
  }

  cancel(): void {
    this.#early = undefined;
    this.generation?.cancel();
  }
}
