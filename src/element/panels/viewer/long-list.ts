// @csspart piece - a few rows of a long list
// @csspart unseen - rows that are written when they come into view
import type { Lit } from '../../files.js';

const PIECE = 50;
const MOST_PIECES = 1000;

/** A list of any length in pieces, each rendered when it comes near to what is looked at. The first is always there. */
export class LongList {
  readonly #seen = new Set([0]);
  readonly #observer: IntersectionObserver;
  #size = PIECE;
  #whole = false;

  constructor(changed: () => void) {
    const look = (entries: IntersectionObserverEntry[]) => {
      const before = this.#seen.size;
      for (const { isIntersecting, target } of entries)
        if (isIntersecting) this.#seen.add(+(target as HTMLElement).dataset.piece!);
      if (this.#seen.size > before) changed();
    };
    this.#observer = new IntersectionObserver(look, { rootMargin: '600px' });
  }

  /** For another list in the same place. */
  reset(): void {
    this.#seen.clear();
    this.#seen.add(0);
  }

  /** Renders the piece with this entry as well. */
  include(at: number): void {
    this.#seen.add(Math.floor(at / this.#size));
  }

  /** All of it, as far as it is no more than paper has room for. */
  wholeIfFew(count: number): void {
    this.#whole = count <= 1000;
  }

  view({ html, nothing }: Lit, count: number, entry: (at: number) => unknown): unknown {
    this.#size = Math.max(PIECE, Math.ceil(count / MOST_PIECES));
    const pieces = Array.from({ length: Math.ceil(count / this.#size) }, (_, piece) => piece);
    return pieces.map((piece) => {
      const from = piece * this.#size;
      const entries = () => Array.from({ length: Math.min(this.#size, count - from) }, (_, at) => entry(from + at));
      const seen = this.#whole || this.#seen.has(piece);
      return html`<div part=${seen ? 'piece' : 'piece unseen'} data-piece=${piece} .style=${`--_entries:${this.#size}`}>
        ${seen ? entries() : nothing}
      </div>`;
    });
  }

  /** Watches the pieces of the list that was rendered; once is enough for each. */
  watch(list: Element | null): void {
    for (const piece of list?.querySelectorAll('[part~=unseen]') ?? []) this.#observer.observe(piece);
  }

  end(): void {
    this.#observer.disconnect();
  }
}
