import type { PrintablePattern } from './pattern.js';

/** Finds the material a guide or summary speaks of: by id where it says one, else by name and colour. */
export function colorIndex({ materials }: PrintablePattern): (color: string, hex: string, id?: string) => number | undefined {
  const names = new Map<string, number>();
  const ids = new Map<string, number>();
  const hexes = new Map<string, number>();
  const keep = (map: Map<string, number>, key: string, at: number) => map.has(key) || map.set(key, at);
  materials.forEach(({ name }, at) => keep(names, name, at));
  materials.forEach(({ id }, at) => keep(ids, id, at));
  materials.forEach(({ hex }, at) => keep(hexes, hex.toLowerCase(), at));
  return (color, hex, id) => {
    const exact = id === undefined ? undefined : ids.get(id);
    if (exact !== undefined) return exact;
    const named = names.get(color) ?? ids.get(color);
    // Two materials may share a name; then the colour tells which one is meant.
    if (named !== undefined && materials[named]?.hex.toLowerCase() === hex.toLowerCase()) return named;
    return hexes.get(hex.toLowerCase()) ?? named;
  };
}
