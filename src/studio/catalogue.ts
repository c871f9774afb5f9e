import type { CatalogueColor } from '../engine/pattern.js';
import { colorsOf as offered, type Catalogue, type Color } from '../providers/lookups.js';

/** More colours than this are no help in a choice, and make it slow. */
const MOST = 1000;

/** The colours that an API works with for a craft, as the engine takes them: each with a name of its own. */
export function colorsFor(
  told: Catalogue | undefined,
  { niche, colorCatalog }: { niche?: unknown; colorCatalog?: unknown },
): CatalogueColor[] {
  const taken = new Set<string>();
  return offered(told, niche, colorCatalog)
    .slice(0, MOST)
    .map(({ id, name, hex }: Color) => {
      let own = id ?? hex;
      while (taken.has(own)) own += ' ';
      taken.add(own);
      return { id: own, name, hex };
    });
}

/** Steps of each light, so fine that a draft from the picture's own colours looks like the picture. */
const STEP = 16;

/** Where no colours are told: the picture's own, the most frequent first. */
export function colorsOf(data: Uint8ClampedArray, most = 200): CatalogueColor[] {
  const found = new Map<number, { count: number; sums: [number, number, number] }>();
  for (let at = 0; at < data.length; at += 4) {
    const [red, green, blue] = [data[at]!, data[at + 1]!, data[at + 2]!];
    const box = ((red / STEP) << 8) | ((green / STEP) << 4) | (blue / STEP);
    let mean = found.get(box);
    if (!mean) found.set(box, (mean = { count: 0, sums: [0, 0, 0] }));
    mean.count++;
    mean.sums[0] += red;
    mean.sums[1] += green;
    mean.sums[2] += blue;
  }
  const hexes = [...found.values()]
    .sort((one, other) => other.count - one.count)
    .slice(0, most)
    .map(
      ({ count, sums }) =>
        '#' +
        sums
          .map((sum) =>
            Math.round(sum / count)
              .toString(16)
              .padStart(2, '0'),
          )
          .join(''),
    );
  return [...new Set(hexes)].map((hex) => ({ id: hex, name: hex, hex }));
}
