import type { Clock } from '../core/clock.js';
import type { Upload } from '../providers/provider.js';
import type { Design } from './design.js';
import { busy } from './refused.js';

/** Bytes of all pictures that are waited for: a thousand of what the widget sends, and twenty of the largest. */
const MOST = 256e6;

const weight = ({ file, bytes, base64 }: Upload) => file?.size ?? bytes?.length ?? base64?.length ?? 0;

/**
 * The pictures of designs that are waited for. The key of a design is over its picture's bytes, so two hundred visitors who wait
 * for the same one need one copy, and what each of them has sent is given back at once.
 */
export class Uploads {
  #clock: Pick<Clock, 'now'>;
  #held = new Map<string, { upload: Upload; by: number }>();
  #bytes = 0;

  constructor(clock: Pick<Clock, 'now'>) {
    this.#clock = clock;
  }

  /** The same design with the picture that is held already, if there is one; to be let go. */
  hold(design: Design): Design {
    const held = this.#held.get(design.key);
    if (!held && this.#bytes + weight(design.upload) > MOST) throw busy(this.#clock);
    const { upload, by } = held ?? { upload: design.upload, by: 0 };
    if (!held) this.#bytes += weight(upload);
    this.#held.set(design.key, { upload, by: by + 1 });
    return { ...design, upload };
  }

  letGo({ key }: Design): void {
    const { upload, by } = this.#held.get(key)!;
    if (by > 1) return void this.#held.set(key, { upload, by: by - 1 });
    this.#held.delete(key);
    this.#bytes -= weight(upload);
  }
}
