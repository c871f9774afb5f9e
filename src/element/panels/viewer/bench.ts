import type { Mounted } from '../../files.js';
import type { CraftInput } from '../craft/craft.js';
import type { Stage } from './stage.js';
import type { CraftFile } from './viewer.js';

/** The tools, from the file that is fetched for the first one, or because work on the design goes on. */
export class Bench {
  file?: CraftFile;
  #mounted?: Mounted<CraftInput>;
  #coming?: Promise<void>;
  #failed = false;

  constructor(
    readonly stage: Stage,
    /** Where tools lie. */
    readonly place: () => HTMLElement | null,
  ) {}

  /** Lays out the tool that the stage asks for, or puts the last one away. */
  update(): void {
    const { stage } = this;
    if (!this.#mounted && stage.drawn && (stage.tools.size || (stage.resumes && !this.#failed))) this.#coming ??= this.#fetch();
    this.#mounted?.update({ stage });
  }

  end(): void {
    this.#mounted?.unmount();
    this.#mounted = undefined;
  }

  async #fetch(): Promise<void> {
    const { stage } = this;
    try {
      const { mount } = await this.file!();
      const place = this.place();
      if (place && stage.drawn) this.#mounted = mount(place, { stage }, stage.lit);
    } catch {
      // The next press asks again, and nothing but a press.
      this.#failed = true;
      stage.tools.clear();
    }
    this.#coming = undefined;
    stage.changed();
  }
}
