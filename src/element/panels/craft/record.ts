import { countBits, mergeBits, pack, sizeOf } from '../../../chart/bits.js';
import type { Progress } from '../../../chart/progress.js';
import type { Progress as Kept } from '../../../cache/store/entry.js';
import type { Door } from '../viewer/working.js';

/** Keeps what is done beside the design, and takes in what is done in other tabs meanwhile. */
export class Record {
  readonly #progress: Progress;
  readonly #door?: Door;
  readonly #heard: () => void;
  readonly #life = new AbortController();
  /** As it was written or read last: what differs from it was marked here. */
  #base: Uint8Array<ArrayBuffer>;
  /** Being written; and whether more was marked since that began. */
  #writing = false;
  #more = false;
  /** What was marked last is in this page only. */
  owed = false;

  /** `heard` is called when marks of others have come in. */
  constructor(progress: Progress, door: Door | undefined, heard: () => void) {
    this.#progress = progress;
    this.#door = door;
    this.#heard = heard;
    this.#base = pack(progress.done);
    const { signal } = this.#life;
    const unwatch = door?.onProgress(() => void this.read());
    signal.addEventListener('abort', () => unwatch?.());
    // A page that is left has no time to wait.
    addEventListener('pagehide', () => this.#flush(), { signal });
  }

  /** Something was marked: written at once, or as soon as what came before it is. */
  changed(): void {
    if (this.#writing) this.#more = true;
    else void this.#write();
  }

  /** True when something was found. */
  async read(): Promise<boolean> {
    const kept = await this.#door?.progress();
    return !this.#life.signal.aborted && this.#take(kept);
  }

  async #write(): Promise<void> {
    const { done } = this.#progress;
    const mine = pack(done);
    const base = this.#base;
    let written: Kept | undefined;
    const change = (old?: Kept): Kept => {
      const theirs = bitsOf(old, mine.length);
      const all = theirs ? mergeBits(base, mine, theirs) : mine;
      return (written = { ...old, share: countBits(all) / done.length, marks: all.buffer });
    };
    this.#writing = true;
    this.#more = false;
    const owed = (await this.#door?.saveProgress(change)) === false;
    this.#writing = false;
    if (owed !== this.owed) {
      this.owed = owed;
      this.#heard();
    }
    // What lies in this page only is written once more with what comes next.
    if (written && !owed) this.#take(written, mine);
    this.#flush();
  }

  /** Writes what came too late for the last time. */
  #flush(): void {
    if (this.#more) void this.#write();
  }

  end(): void {
    this.#flush();
    this.#life.abort();
  }

  /** What was kept, together with what was marked here since `base`. */
  #take(kept: Kept | undefined, base = this.#base): boolean {
    const { done } = this.#progress;
    const theirs = bitsOf(kept, sizeOf(done.length));
    if (!theirs) return false;
    const mine = pack(done);
    const all = mergeBits(base, mine, theirs);
    this.#base = theirs;
    if (all.every((byte, at) => byte === mine[at])) return true;
    this.#progress.unpack(all);
    this.#heard();
    return true;
  }
}

/** A record of another size belongs to another chart. */
function bitsOf(kept: Kept | undefined, size: number): Uint8Array<ArrayBuffer> | undefined {
  const { marks } = kept ?? {};
  return marks instanceof ArrayBuffer && marks.byteLength === size ? new Uint8Array(marks) : undefined;
}
