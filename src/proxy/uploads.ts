import type { Upload } from '../providers/provider.js';
import type { Design } from './design.js';

/**
 * The pictures of designs that are waited for. The key of a design is over its picture's bytes, so two hundred visitors who wait
 * for the same one need one copy, and what each of them has sent is given back at once.
 */
export class Uploads {
  #held = new Map<string, { upload: Upload; by: number }>();

  /** The same design with the picture that is held already, if there is one; to be let go. */
  hold(design: Design): Design {
    const { upload, by } = this.#held.get(design.key) ?? { upload: design.upload, by: 0 };
    this.#held.set(design.key, { upload, by: by + 1 });
    return { ...design, upload };
  }

  letGo({ key }: Design): void {
    const { upload, by } = this.#held.get(key)!;
    if (by > 1) this.#held.set(key, { upload, by: by - 1 });
    else this.#held.delete(key);
  }
}
