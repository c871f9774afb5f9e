import type { Host } from './host.js';
import type { Picture, PictureSource } from './picture.js';
import { openKit } from './workshop.js';

/** The picture that a visitor has chosen: one at a time, opened as soon as it is chosen. */
export class ChosenPicture {
  source?: PictureSource;
  /** It is being opened, or open. */
  opening?: Promise<Picture>;
  readonly #host: Host;

  constructor(host: Host) {
    this.#host = host;
  }

  /** Takes another one, or none. */
  take(source?: PictureSource | null): void {
    // A photograph takes 50 MB; whatever is still made from the old one ends.
    this.opening?.then(({ opened }) => opened?.close()).catch(() => {});
    this.source = source ?? undefined;
    this.opening = source
      ? openKit(this.#host).then(({ keeping }) => keeping.openPicture(source, this.#host.picture))
      : undefined;
  }

  /** What could not be opened is not chosen. */
  drop(): void {
    this.source = this.opening = undefined;
  }
}
