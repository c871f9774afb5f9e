import type { Pattern, PatternOptions, Pixels } from '../../../src/engine/index.js';

/**
 * A picture from whole-number arithmetic only (no `Math`, no chance), so that every engine draws the same: a sky, a hill, a sun
 * with a soft edge, flowers of a pixel or two, noise, and a transparent corner. For Node and browser tests alike.
 */
export function makePicture(width = 120, height = 90, seed = 1): Pixels {
  const data = new Uint8ClampedArray(width * height * 4);
  let noise = seed >>> 0;
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      noise = (noise * 1664525 + 1013904223) % 4294967296;
      const grain = (noise >>> 24) % 17;
      const hill = 4 * y * width > 3 * height * width - 2 * x * height + (((x * x) % 97) * width) / 8;
      const [dx, dy] = [x * 10 - width * 7, y * 10 - height * 3];
      const sun = 255 - Math.floor(((dx * dx + dy * dy) * 255) / (width * width * 4));
      const flower = hill && (noise >>> 8) % 23 === 0;
      const color = flower
        ? [200 + grain, 30 + ((noise >>> 16) % 90), 90 + grain]
        : hill
          ? [70 + grain + Math.floor((x * 60) / width), 110 + grain + Math.floor((y * 40) / height), 40 + grain]
          : sun > 0
            ? [150 + Math.floor((sun * 100) / 255), 180 + Math.floor((sun * 40) / 255), 220 - Math.floor((sun * 160) / 255)]
            : [90 + Math.floor((y * 110) / height) + grain, 140 + Math.floor((y * 80) / height), 210 + grain];
      const at = (y * width + x) * 4;
      data.set(color, at);
      data[at + 3] = x * height + y * width < (width * height) / 4 ? Math.floor((x * 255 * 4) / width) : 255;
    }
  }
  return { data, width, height };
}

/** A small fixed catalogue: six steps a channel, 216 colours. */
export const goldenCatalogue = Array.from({ length: 216 }, (_, i) => {
  const hex = [Math.floor(i / 36), Math.floor(i / 6) % 6, i % 6]
    .map((step) => (step * 51).toString(16).padStart(2, '0'))
    .join('');
  return { id: `G-${i}`, name: `Golden ${i}`, hex: `#${hex}` };
});

export const goldenOptions: PatternOptions = {
  columns: 57,
  rows: 43,
  maxColors: 14,
  catalogue: goldenCatalogue,
  direction: 'rows',
};

/** FNV-1a, 32 bits, over the ids of the cells' materials: independent of how materials are ordered. */
export function hashPattern({ cells, materials }: Pattern): string {
  let hash = 0x811c9dc5;
  for (const cell of cells) {
    for (const char of materials[cell]!.id) hash = Math.imul(hash ^ char.charCodeAt(0), 0x01000193) >>> 0;
  }
  return hash.toString(16).padStart(8, '0');
}

/** What `hashPattern(createPattern(makePicture(), goldenOptions))` is in Node and in every browser. */
export const goldenHash = '08c4dd45';
