/** `#rrggbb` when the text is a colour, with or without `#`, in three or six digits; anything else an API may say is none. */
export function readHex(text: unknown): string | undefined {
  const digits = /^#?([\da-f]{6}|[\da-f]{3})$/i.exec(String(text).trim())?.[1]?.toLowerCase();
  return digits && '#' + (digits.length < 6 ? digits.replace(/./g, '$&$&') : digits);
}

/** Red, green and blue, 0 to 255; without a colour mid grey, since a grey cell beats none. */
export const channels = (hex = '#808080'): [red: number, green: number, blue: number] => {
  const value = parseInt(hex.slice(1), 16);
  return [value >> 16, (value >> 8) & 255, value & 255];
};

/** WCAG's relative luminance, https://www.w3.org/TR/WCAG22/#dfn-relative-luminance */
export function luminance(hex?: string): number {
  const [r, g, b] = channels(hex).map((c) => (c <= 10 ? c / 3294.6 : ((c / 255 + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
}

/** Black or white, whichever shows better; one of them always has a contrast of at least 4.58. */
export const inkOn = (hex?: string): '#000000' | '#ffffff' => (luminance(hex) < 0.1791 ? '#ffffff' : '#000000');

/** Squared, weighted by how red the two are: near enough to the eye's own, https://www.compuphase.com/cmetric.htm */
export function distance(one: readonly number[], other: readonly number[]): number {
  const red = (one[0]! + other[0]!) / 512;
  const [r, g, b] = [one[0]! - other[0]!, one[1]! - other[1]!, one[2]! - other[2]!];
  return (2 + red) * r * r + 4 * g * g + (3 - red) * b * b;
}
