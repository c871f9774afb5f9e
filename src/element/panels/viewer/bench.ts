import type { Mounted } from '../../files.js';
import type { CraftInput } from '../craft/craft.js';
import type { Stage, Tool } from './stage.js';
import type { CraftFile } from './viewer.js';

/** The tool in use, from the file that is fetched for the first one. */
export class Bench {
  file?: CraftFile;
  #mounted?: Mounted<CraftInput>;
  #wanted?: Tool;

  constructor(
    readonly stage: Stage,
    /** Where tools lie. */
    readonly place: () => HTMLElement | null,
  ) {}

  /** Lays out the tool that the stage asks for, or puts the last one away. */
  update(): void {
    const { stage } = this;
    if (stage.tool && stage.tool === this.#wanted) return this.#mounted?.update({ stage, tool: stage.tool });
    this.#wanted = stage.tool;
    if (!stage.tool) this.end();
    else if (this.#mounted) this.#mounted.update({ stage, tool: stage.tool });
    else void this.#fetch();
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
      if (!stage.tool || this.#mounted || !place) return;
      this.#mounted = mount(place, { stage, tool: stage.tool }, stage.lit);
    } catch {
      // The next press asks again.
      this.#wanted = undefined;
      stage.use(undefined);
    }
  }
}
