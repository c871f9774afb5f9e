import { emptyColorList, putColor, type ColorList } from './color-spaces.js';
import { LINEAR_LIGHT } from './srgb.js';

const HEX = /^#[0-9a-f]{6}$/i;

export function isHex(text: unknown): text is string {
  return typeof text === 'string' && HEX.test(text);
}

/** The colours of `#rrggbb` texts, converted on the same way as the picture's, so that equal colours are equal numbers. */
export function listColors(hexes: readonly string[]): ColorList {
  const list = emptyColorList(hexes.length);
  hexes.forEach((hex, i) => {
    const value = Number.parseInt(hex.slice(1), 16);
    putColor(list, i, LINEAR_LIGHT[value >> 16]!, LINEAR_LIGHT[(value >> 8) & 255]!, LINEAR_LIGHT[value & 255]!);
  });
  return list;
}
