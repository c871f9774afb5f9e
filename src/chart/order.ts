import { channels } from './hex.js';

/** What a list of colours can be put in order by. */
export const ORDERS = ['amount', 'code', 'hue'] as const;
export type Order = (typeof ORDERS)[number];

interface Listed {
  id?: string;
  name: string;
  hex?: string;
  quantity: number;
}

/** Places in the list of those that are looked for, in this order; without one as they come. */
export function orderColors(all: readonly Listed[], lang?: string, search = '', by?: Order): number[] {
  const words = (text: string) => text.toLocaleLowerCase(lang);
  const wanted = words(search.trim());
  const found = [...all.keys()].filter((at) => words(`${all[at]!.name} ${all[at]!.id ?? ''}`).includes(wanted));
  const { compare } = new Intl.Collator(lang || undefined, { numeric: true });
  const orders: Record<Order, (a: Listed, b: Listed) => number> = {
    amount: (a, b) => b.quantity - a.quantity,
    // T-9 comes before T-10.
    code: (a, b) => compare(a.id ?? a.name, b.id ?? b.name),
    hue: (a, b) => hue(a.hex) - hue(b.hex),
  };
  return by ? found.sort((a, b) => orders[by](all[a]!, all[b]!)) : found;
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
