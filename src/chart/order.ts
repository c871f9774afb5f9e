import { channels } from './hex.js';
import { clip } from './palette.js';
import type { Work } from './slices.js';

/** What a list of colours can be put in order by. */
export const ORDERS = ['amount', 'code', 'hue'] as const;
export type Order = (typeof ORDERS)[number];

export interface Listed {
  id?: string;
  name: string;
  hex?: string;
  quantity: number;
}

type Compare = (a: Listed, b: Listed) => number;

/** Places in the list of those that are looked for, in this order; without one as they come. */
export function* ordering(all: readonly Listed[], lang?: string, search = '', by?: Order | Compare): Work<number[]> {
  // Nobody writes an accent to find something; and the letters are those of the language before they lose theirs.
  const plain = (text: string) => text.toLocaleLowerCase(lang).normalize('NFKD').replace(/\p{M}/gu, '');
  const wanted = [...new Set(plain(search).split(/\s+/))];
  const found: number[] = [];
  for (const [at, { id = '', name }] of all.entries()) {
    const words = plain(`${clip(name)} ${clip(id)}`);
    if (wanted.every((word) => words.includes(word))) found.push(at);
    if (!(at % PIECE)) yield;
  }
  if (!by) return found;
  const { compare } = new Intl.Collator(lang || undefined, { numeric: true });
  const orders: Record<Order, Compare> = {
    amount: (a, b) => b.quantity - a.quantity,
    // T-9 comes before T-10.
    code: (a, b) => compare(a.id ?? a.name, b.id ?? b.name),
    hue: (a, b) => hue(a.hex) - hue(b.hex),
  };
  const order = typeof by === 'string' ? orders[by] : by;
  return yield* sorting(found, (a, b) => order(all[a]!, all[b]!));
}

const PIECE = 100;

/** Pieces that are each in order are put together two by two; what is equal keeps its order. */
function* sorting(all: number[], compare: (a: number, b: number) => number): Work<number[]> {
  for (let from = 0; from < all.length; from += PIECE) {
    all.splice(from, PIECE, ...all.slice(from, from + PIECE).sort(compare));
    yield;
  }
  for (let size = PIECE; size < all.length; size *= 2) {
    const merged: number[] = [];
    for (let from = 0; from < all.length; from += 2 * size) {
      const middle = Math.min(from + size, all.length);
      const end = Math.min(middle + size, all.length);
      for (let [left, right] = [from, middle]; left < middle || right < end;) {
        const isRight = left === middle || (right < end && compare(all[left]!, all[right]!) > 0);
        merged.push(all[isRight ? right++ : left++]!);
        if (!(merged.length % PIECE)) yield;
      }
    }
    all = merged;
  }
  return all;
}

/** Round the circle of colours from red, and by lightness within a sector of it; greys, which have none, come last. */
function hue(hex?: string): number {
  const [r, g, b] = channels(hex);
  const [high, low] = [Math.max(r, g, b), Math.min(r, g, b)];
  const light = (high + low) / 512;
  if (high - low < 16) return 100 + light;
  const turn = high === r ? (g - b) / (high - low) : high === g ? 2 + (b - r) / (high - low) : 4 + (r - g) / (high - low);
  return Math.floor(((turn + 6.5) % 6) * 4) + light;
}
