import type { PrintablePattern } from './pattern.js';

/** Finds the material a guide or summary speaks of: by name, else by id, else by colour. */
export function colorIndex({ materials }: PrintablePattern): (color: string, hex: string) => number | undefined {
  const names = new Map<string, number>();
  const hexes = new Map<string, number>();
  const keep = (map: Map<string, number>, key: string, at: number) => map.has(key) || map.set(key, at);
  materials.forEach(({ name }, at) => keep(names, name, at));
  materials.forEach(({ id }, at) => keep(names, id, at));
  materials.forEach(({ hex }, at) => keep(hexes, hex.toLowerCase(), at));
  return (color, hex) => {
    const named = names.get(color);
    // Two materials may share a name; then the colour tells which one is meant.
    if (named !== undefined && materials[named]?.hex.toLowerCase() === hex.toLowerCase()) return named;
    return hexes.get(hex.toLowerCase()) ?? named;
  };
}
