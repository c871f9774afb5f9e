import type { CatalogueColor, Material } from './pattern.js';

/** Shares in hundredths of a percent that add up to 10,000: what rounding down loses goes to the largest remainders. */
function hundredths(quantities: readonly number[], total: number): number[] {
  const shares = quantities.map((quantity) => Math.floor((quantity * 10_000) / total));
  const missing = 10_000 - shares.reduce((sum, share) => sum + share, 0);
  const remainder = (i: number) => (quantities[i]! * 10_000) % total;
  const byRemainder = [...shares.keys()].sort((i, j) => remainder(j) - remainder(i) || i - j);
  for (const i of byRemainder.slice(0, missing)) shares[i]!++;
  return shares;
}

/** What to buy, most used first (then in the catalogue's order), and the cells renumbered to that list. */
export function listMaterials(
  assigned: Uint16Array,
  catalogue: readonly CatalogueColor[],
): { materials: Material[]; cells: Uint16Array } {
  const quantities = new Float64Array(catalogue.length);
  for (const color of assigned) quantities[color]!++;
  const used = [...catalogue.keys()]
    .filter((color) => quantities[color]! > 0)
    .sort((i, j) => quantities[j]! - quantities[i]! || i - j);
  const shares = hundredths(
    used.map((color) => quantities[color]!),
    assigned.length,
  );
  const numbers = new Uint16Array(catalogue.length);
  used.forEach((color, number) => (numbers[color] = number));
  const materials = used.map((color, number): Material => {
    const { id, name, hex } = catalogue[color]!;
    return { id, name, hex: hex.toLowerCase(), quantity: quantities[color]!, percentage: shares[number]! / 100 };
  });
  return { materials, cells: assigned.map((color) => numbers[color]!) };
}
