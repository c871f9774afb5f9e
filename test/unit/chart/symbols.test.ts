import fc from 'fast-check';
import sharp from 'sharp';
import { catalogueFor } from '../../../demo/server/catalogues/index.js';
import { channels, inkOn, luminance, readHex } from '../../../src/chart/hex.js';
import { readChart } from '../../../src/chart/read-chart.js';
import { chooseSymbols, MOST_SYMBOLS, NO_SYMBOL, symbolAt } from '../../../src/chart/symbols.js';
import { createPattern } from '../../../src/engine/index.js';
import { makePicture } from '../engine/golden.js';

/** The symbol as a chart of 16 pixels a cell shows it, 0 to 1. */
async function seen(number: number): Promise<number[]> {
  const { fill, stroke, weight, bar, size, inset } = symbolAt(number);
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" width="16" height="16" viewBox="0 0 100 100"><g transform="matrix(1 0 0 -1 0 100)">` +
    `<path d="${bar}"/><g transform="translate(${inset} ${inset}) scale(${size})" stroke-linecap="round" stroke-linejoin="round">` +
    `<path d="${fill}"/><path d="${stroke}" fill="none" stroke="#000" stroke-width="${weight}"/></g></g></svg>`;
  const pixels = await sharp(Buffer.from(svg)).flatten({ background: '#fff' }).greyscale().raw().toBuffer();
  return [...pixels].map((value) => 1 - value / 255);
}
/** Ink that both have, of all ink that either has. */
const likeness = (one: number[], other: number[]) =>
  one.reduce((sum, value, at) => sum + Math.min(value, other[at]!), 0) /
  one.reduce((sum, value, at) => sum + Math.max(value, other[at]!), 0);

const chart = (maxColors: number) => {
  const pattern = createPattern(makePicture(), {
    columns: 60,
    rows: 40,
    maxColors,
    catalogue: catalogueFor('crossstitch'),
    direction: 'rows',
  });
  return readChart({ ...pattern, direction: 'rows' });
};

it('every symbol looks like no other', async () => {
  expect(MOST_SYMBOLS).toBeGreaterThanOrEqual(500);
  const all = await Promise.all(Array.from({ length: MOST_SYMBOLS }, (_, number) => seen(number)));
  for (const [number, one] of all.entries()) {
    expect(Math.max(...one), symbolAt(number).char).toBeGreaterThan(0.5);
    for (let other = 0; other < number; other++)
      if (likeness(one, all[other]!) > 0.93) expect.fail(`${symbolAt(other).char} looks like ${symbolAt(number).char}`);
  }
});

it('no two colours share a symbol, and the same answer always has the same symbols', () => {
  for (const colors of [2, 8, 20, 40, 120]) {
    const chosen = chooseSymbols(chart(colors));
    expect(new Set(chosen).size).toBe(chosen.length);
    expect(chooseSymbols(chart(colors))).toEqual(chosen);
  }
});

it('twenty colours have plain shapes, and a few have those that are told apart best', () => {
  expect(Math.max(...chooseSymbols(chart(20)))).toBeLessThan(24);
});

it('colours that are like each other or lie side by side have symbols that are not', async () => {
  const it = chart(20);
  const chosen = chooseSymbols(it);
  const shapes = await Promise.all([...chosen].map(seen));
  const neighbours = it.colors.flatMap((one, at) => {
    const far = (other: number) =>
      channels(one.hex).reduce((sum, value, c) => sum + (value - channels(it.colors[other]!.hex)[c]!) ** 2, 0);
    const [, ...others] = it.colors.map((_, other) => other).sort((a, b) => far(a) - far(b));
    return others.slice(0, 2).map((other) => likeness(shapes[at]!, shapes[other]!));
  });
  expect(Math.max(...neighbours)).toBeLessThan(0.65);
});

it('with more colours than symbols the last have none', () => {
  const colors = Array.from({ length: MOST_SYMBOLS + 20 }, (_, at) => ({
    name: `${at}`,
    hex: readHex(at.toString(16).padStart(6, '0')),
  }));
  const chosen = chooseSymbols({ colors, steps: [] });
  expect(new Set(chosen.slice(0, MOST_SYMBOLS)).size).toBe(MOST_SYMBOLS);
  expect([...chosen.slice(MOST_SYMBOLS)].every((number) => number === NO_SYMBOL)).toBe(true);
});

const contrast = (hex: string) => {
  const [light, dark] = [luminance(hex), luminance(inkOn(hex))].sort((a, b) => b - a) as [number, number];
  return (light + 0.05) / (dark + 0.05);
};

it('a symbol has a contrast of 4.5 to 1 on any colour', () =>
  fc.assert(
    fc.property(fc.nat(0xffffff), (color) => {
      expect(contrast('#' + color.toString(16).padStart(6, '0'))).toBeGreaterThanOrEqual(4.5);
    }),
    { numRuns: 5000 },
  ));

it('and on each of a fine grid of all colours', () => {
  for (let red = 0; red < 256; red += 5)
    for (let green = 0; green < 256; green += 5)
      for (let blue = 0; blue < 256; blue += 15) {
        const hex = '#' + ((red << 16) | (green << 8) | blue).toString(16).padStart(6, '0');
        if (contrast(hex) < 4.5) expect.fail(hex);
      }
});
