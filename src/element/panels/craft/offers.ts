import { channels, distance } from '../../../chart/hex.js';
import { ordering } from '../../../chart/order.js';
import type { ChartColor } from '../../../chart/palette.js';
import type { Work } from '../../../chart/slices.js';
import { same } from '../../../chart/variant.js';

/** What can come in the place of a colour: one of the pattern's own, by its number, or one that can be bought. */
export interface Offer {
  color: ChartColor;
  at?: number;
}

/** Those that are looked for, the nearest first. */
export function* offering(
  alone: number,
  own: readonly ChartColor[],
  shop: readonly ChartColor[],
  lang: string,
  search: string,
): Work<Record<'own' | 'all', Offer[]>> {
  const here = channels(own[alone]!.hex);
  function* nearest(offers: Offer[]): Work<Offer[]> {
    const listed = offers.map(({ color }) => ({ ...color, quantity: distance(here, channels(color.hex)) }));
    yield;
    const order = yield* ordering(listed, lang, search, (a, b) => a.quantity - b.quantity);
    return order.map((at) => offers[at]!);
  }
  const taken = new Set(own.map(same));
  yield;
  const others = shop.filter((color) => !taken.has(same(color)));
  return {
    own: yield* nearest(own.map((color, at) => ({ color, at })).filter(({ at }) => at !== alone)),
    all: yield* nearest(others.map((color) => ({ color }))),
  };
}
