/** So far from the picture's own colour, in any of the three lights, a pixel counts as something to see. */
const DIFFERENT = 12;
/** So many pixels with something to see make a picture: a short signature has more. */
const SHARE = 0.001;

/**
 * Whether there is (almost) nothing on a picture: a white sheet, a lens cap, a screenshot of nothing. Its pattern would be one colour,
 * so the visitor is asked before it is paid for. Give it a small copy on white, averaged so that thin lines still count.
 * @param data RGBA
 */
export function isBlank({ data }: { data: Uint8ClampedArray }): boolean {
  const own = [0, 1, 2].map((channel) => {
    const values: number[] = [];
    const step = 4 * Math.ceil(data.length / 4 / 1000);
    for (let at = channel; at < data.length; at += step) values.push(data[at]!);
    return values.sort((a, b) => a - b)[values.length >> 1] ?? 0;
  });
  let left = (data.length / 4) * SHARE;
  for (let at = 0; at < data.length; at += 4) {
    const far = Math.max(...own.map((value, channel) => Math.abs(data[at + channel]! - value)));
    if (far > DIFFERENT && --left < 0) return false;
  }
  return true;
}
