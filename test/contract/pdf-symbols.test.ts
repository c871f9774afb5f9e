import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { readChart } from '../../src/chart/read-chart.js';
import { chooseSymbols, symbolAt } from '../../src/chart/symbols.js';
import { result } from '../../src/providers/pixcraft/result.js';
import { startApi, type Api } from '../support/api.js';
import { base64, noise } from './pictures.js';
import { pixcraft } from './pixcraft-client.js';

// One table of symbols: what is drawn on the page from the answer, and what is printed by the API, are the same.

let api: Api;
const ask = pixcraft(() => api);
beforeAll(async () => void (api = await startApi()));
afterAll(() => api.stop());

/** The words of each page, in the order in which they were printed. */
async function words(data: Uint8Array): Promise<string[][]> {
  const document = await getDocument({ data: new Uint8Array(data), useSystemFonts: true, verbosity: 0 }).promise;
  const pages = Array.from({ length: document.numPages }, async (_, at) => {
    const { items } = await (await document.getPage(at + 1)).getTextContent();
    return items.flatMap((item) => ('str' in item && item.str.trim() ? [item.str.trim()] : []));
  });
  return Promise.all(pages);
}

it.each([
  ['crossstitch', 8],
  ['lego', 20],
  ['crossstitch', 120],
])('each colour of a %s pattern of up to %d colours has the same symbol in chart, materials and PDF', async (niche, colors) => {
  const wish = { image: await base64(await noise(300, 300)), niche, width_cm: 12, height_cm: 10, max_colors: colors };
  const [{ body }, { body: pdf }] = await Promise.all([ask('/generate', wish), ask('/generate/pdf', wish)]);
  const chart = readChart(result(body, { niche }));
  const chars = [...chooseSymbols(chart)].map((number) => symbolAt(number).char);
  expect(chart.cells).toBeDefined();
  expect(new Set(chars).size).toBe(chart.colors.length);

  const pages = await words(pdf);
  // The table: symbol, name, number.
  const table = pages.filter(([title]) => title!.startsWith('Materials')).flat();
  for (const [at, { name, id }] of chart.colors.entries()) {
    const row = table.findIndex((word, place) => word === id && table[place - 1] === name);
    expect([name, table[row - 2]]).toEqual([name, chars[at]]);
  }
  // The grid: on each page, a row is one word of as many symbols as it has cells.
  const { columns, rows, cells } = chart as Required<typeof chart>;
  let compared = 0;
  for (const [title = '', ...printed] of pages) {
    const range = /^Chart, page .*columns (\d+)–(\d+), rows (\d+)–(\d+)/.exec(title)?.slice(1).map(Number);
    if (!range) continue;
    const [left, right, top, bottom] = range as [number, number, number, number];
    const lines = printed.map((word) => word.replaceAll(' ', ''));
    for (let row = top - 1; row < bottom; row++, compared += right - left + 1) {
      const line = cells.subarray(row * columns + left - 1, row * columns + right);
      expect(lines).toContain(Array.from(line, (color) => chars[color]).join(''));
    }
  }
  expect(compared).toBe(columns * rows);
});
