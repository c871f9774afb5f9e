// @csspart piece - a few rows of a long list
// @csspart unseen - rows that are written when they come into view
import type { Lit } from '../../files.js';

const PIECE = 50;
const MOST_PIECES = 1000;

/** A list of any length in pieces, each rendered when it comes near to what is looked at. The first is always there. */
export class LongList {
  /** First entries of pieces, with their sizes: those of a very long list are in pieces themselves. */
  readonly #seen = new Set<string>();
  readonly #observer: IntersectionObserver;
  #included?: number;
  #whole = false;
  #what?: unknown;

  constructor(changed: () => void) {
    const look = (entries: IntersectionObserverEntry[]) => {
      const before = this.#seen.size;
      for (const { isIntersecting, target } of entries)
        if (isIntersecting) this.#seen.add((target as HTMLElement).dataset.piece!);
      if (this.#seen.size > before) changed();
    };
    this.#observer = new IntersectionObserver(look, { rootMargin: '600px' });
  }

  /** What it is a list of: of another one nothing was seen yet. */
  of(what: unknown): this {
    if (what !== this.#what) this.#seen.clear();
    this.#what = what;
    return this;
  }

  /** Renders the piece with this entry as well. */
  include(at: number): void {
    this.#included = at;
  }

  /** All of it, as far as it is no more than paper has room for. */
  wholeIfFew(count: number): void {
    this.#whole = count <= 1000;
  }

  view({ html, nothing }: Lit, count: number, entry: (at: number) => unknown): unknown {
    const pieces = (from: number, end: number): unknown => {
      const size = Math.max(PIECE, Math.ceil((end - from) / MOST_PIECES));
      return Array.from({ length: Math.ceil((end - from) / size) }, (_, piece) => {
        const first = from + piece * size;
        const last = Math.min(end, first + size);
        const name = `${first} ${size}`;
        if (!first || this.#whole || (this.#included! >= first && this.#included! < last)) this.#seen.add(name);
        const seen = this.#seen.has(name);
        const content = () =>
          size > PIECE ? pieces(first, last) : Array.from({ length: last - first }, (_, at) => entry(first + at));
        return html`<div part=${seen ? 'piece' : 'piece unseen'} data-piece=${name} .style=${`--_entries:${last - first}`}>
          ${seen ? content() : nothing}
        </div>`;
      });
    };
    return pieces(0, count);
  }

  /** Watches the pieces of the list that was rendered; once is enough for each. */
  watch(list: Element | null): void {
    for (const piece of list?.querySelectorAll('[part~=unseen]') ?? []) this.#observer.observe(piece);
  }

  end(): void {
    this.#observer.disconnect();
  }
}
