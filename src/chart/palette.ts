import { readHex } from './hex.js';
import type { Work } from './slices.js';

export interface ChartColor {
  name: string;
  id?: string;
  /** `#rrggbb`; absent where the answer has no readable colour. */
  hex?: string;
}

/** How an answer names a colour in its guide. */
export interface ColorWords {
  color: string;
  hex: string;
  id?: string;
}

/**
 * Finds the material of a run: APIs repeat its name or its id, and two materials may share a name or a colour.
 * What only the guide knows is added behind the materials; `close()` ends that.
 */
export class Palette {
  readonly #colors: ChartColor[] = [];
  readonly #index = new Map<string, number>();
  /** By the very words of the answer: a guide of 300,000 runs says the same few again and again. */
  readonly #said = new Map<unknown, Map<unknown, number>>();

  /** Of two that share a word the first has it, and the surest words are given out first. */
  *read(materials: readonly { id?: string; name: string; hex: string }[]): Work<this> {
    for (const { id, name, hex } of materials) {
      this.#colors.push({ name: clip(name), id: clip(id), hex: readHex(hex) });
      if (!(this.#colors.length % PAUSE)) yield;
    }
    for (const wordsOf of WORDS)
      for (const [at, material] of materials.entries()) {
        this.#learn(at, wordsOf(material));
        if (!(at % PAUSE)) yield;
      }
    return this;
  }

  find({ color, hex, id }: ColorWords): number {
    // An id is the surest word where there is one.
    const word = id ?? color;
    let known = this.#said.get(word);
    if (!known) this.#said.set(word, (known = new Map<unknown, number>()));
    let at = known.get(hex);
    if (at === undefined) known.set(hex, (at = this.#search(color, hex, id)));
    return at;
  }

  close(): readonly ChartColor[] {
    return Object.freeze(this.#colors);
  }

  #search(color: string, hex: string, id?: string): number {
    const words = [...(id ? [key('', id)] : []), key(color, hex), key(color), key(hex)];
    for (const word of words) {
      const at = this.#index.get(word);
      if (at !== undefined) return at;
    }
    this.#learn(this.#colors.length, [key(color, hex)]);
    return this.#colors.push({ name: clip(color), hex: readHex(hex) }) - 1;
  }

  #learn(at: number, words: string[]): void {
    for (const word of words) if (!this.#index.has(word)) this.#index.set(word, at);
  }
}

const PAUSE = 50;

/** As much of a name as anybody reads: a million letters in one line keep a page from everything else. */
export const clip = <Text extends string | undefined>(text: Text): Text => text && (String(text).slice(0, 500) as Text);

const WORDS: ((material: { id?: string; name: string; hex: string }) => string[])[] = [
  ({ id }) => (id ? [key('', id)] : []),
  ({ name, hex }) => [key(name, hex)],
  ({ id, name, hex }) => [key(name), key(id ?? name), key(hex)],
];

const key = (...words: unknown[]): string => words.map((word) => readHex(word) ?? String(word).toLowerCase()).join('\n');
