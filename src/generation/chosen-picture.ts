import type { Host } from './host.js';
import type { Adjustable, PictureSource } from './picture.js';
import { openKit } from './workshop.js';

/** The picture that a visitor has chosen: one at a time, opened as soon as it is chosen. */
export class ChosenPicture {
  source?: PictureSource;
  /** It is being opened, or open. */
  opening?: Promise<Adjustable>;
  open?: Adjustable;
  /** There is (almost) nothing to see on it, and nobody was asked about that yet: it is not to be paid for without a word. */
  blank = false;
  readonly #host: Host;
  readonly #answered = new Set<string>();

  constructor(host: Host) {
    this.#host = host;
  }

  /** Takes another one, or none. */
  take(source?: PictureSource | null): void {
    // A photograph takes 50 MB; whatever is still made from the old one ends.
    this.opening?.then(({ opened }) => opened?.close()).catch(() => {});
    this.blank = false;
    this.open = undefined;
    this.source = source ?? undefined;
    this.opening = source
      ? openKit(this.#host).then(({ keeping }) => keeping.openPicture(source, this.#host.picture))
      : undefined;
  }

  /** Resolves when it is open and has been looked at, or is another one; what cannot be opened is not chosen. */
  async look(): Promise<void> {
    const { opening } = this;
    try {
      const picture = await opening;
      if (opening === this.opening) this.open = picture;
      // Whatever cannot be looked at is not doubted.
      const blank = !!(await picture?.opened?.looksBlank().catch(() => false)) && !this.#answered.has(await picture!.id());
      if (opening === this.opening) this.blank = blank;
    } catch (error) {
      if (opening !== this.opening) return;
      this.source = this.opening = this.open = undefined;
      throw error;
    }
  }

  /** A press is an answer, and holds for this picture whenever it comes back. */
  answer(): void {
    if (this.blank) void this.opening?.then(async (picture) => this.#answered.add(await picture.id())).catch(() => {});
    this.blank = false;
  }
}
