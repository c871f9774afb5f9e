import { isBlank } from '../../../src/image/is-blank.js';

const sheet = (color: number, paint: (data: Uint8ClampedArray) => void = () => {}, side = 256) => {
  const data = new Uint8ClampedArray(side * side * 4).fill(color);
  for (let at = 3; at < data.length; at += 4) data[at] = 255;
  paint(data);
  return { data };
};
const dot = (pixels: number, value: number) => (data: Uint8ClampedArray) => {
  for (let i = 0; i < pixels; i++) data[4 * (i * 97 + 11)] = value;
};

describe('isBlank', () => {
  it.each([
    ['a white sheet', sheet(255)],
    ['a lens cap', sheet(3)],
    ['paper with grain', sheet(240, (data) => data.forEach((_, at) => at % 4 < 3 && (data[at] = 236 + ((at * 7) % 9))))],
    ['a sheet with some dust', sheet(255, dot(30, 0))],
  ])('%s is', (_, pixels) => expect(isBlank(pixels)).toBe(true));

  it.each([
    ['a signature', sheet(255, dot(300, 0))],
    ['a pale drawing', sheet(255, dot(300, 235))],
    ['half and half', sheet(255, (data) => data.fill(0, data.length / 2))],
    ['a slow gradient', sheet(255, (data) => data.forEach((_, at) => at % 4 < 3 && (data[at] = 200 + (55 * at) / data.length)))],
  ])('%s is not', (_, pixels) => expect(isBlank(pixels)).toBe(false));

  it('a single pixel', () => expect(isBlank(sheet(9, undefined, 1))).toBe(true));
});
