/** Red, green, blue from 0 to 1; whatever is no colour is mid grey, since a chart with a grey cell beats no chart. */
export function rgb(hex: string): [number, number, number] {
  const short = /^#?([\da-f])([\da-f])([\da-f])$/i.exec(hex.trim());
  const digits = short ? short.slice(1).map((d) => d + d).join('') : /^#?([\da-f]{6})/i.exec(hex.trim())?.[1]; // prettier-ignore
  const value = digits === undefined ? 0x808080 : parseInt(digits, 16);
  return [(value >> 16) / 255, ((value >> 8) & 255) / 255, (value & 255) / 255];
}

/** The three operands of `rg` or `RG`. */
export const operands = (hex: string): string => rgb(hex).map(short).join(' ');

export const short = (value: number): string => String(Math.round(value * 1000) / 1000);

/** Grey level of a symbol on this colour: black or white, whichever has the better WCAG contrast. */
export function inkOn(hex: string): 0 | 1 {
  const [r, g, b] = rgb(hex).map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)) as [number, number, number];
  const luminance = 0.2126 * r + 0.7152 * g + 0.0722 * b;
  return 1.05 / (luminance + 0.05) > (luminance + 0.05) / 0.05 ? 1 : 0;
}
