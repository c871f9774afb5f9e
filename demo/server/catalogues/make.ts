/**
 * Makes the house catalogues beside this file: `npx tsx demo/server/catalogues/make.ts`. The colours are ours, spread evenly
 * over what each material can show. They are no brand's shades, and their ids and names are found on no shop's chart.
 */
import { writeFileSync } from 'node:fs';
import { sampleGamut, type Reach } from './gamut.js';
import { listColors } from '../../../src/engine/srgb-colors.js';
import { nameColors } from './names.js';
import { spread } from './spread.js';

interface Recipe {
  prefix: string;
  count: number;
  reach: Reach;
  /** colours that nobody may miss: black, white, greys, the plain primaries */
  anchors: string[];
}

const RECIPES: Record<string, Recipe> = {
  threads: {
    prefix: 'T',
    count: 454,
    reach: { darkest: 7, lightest: 98, chroma: 1 },
    anchors: ['#fbfbf9', '#131314', '#f3eddf', '#7f7f7e', '#b9191f', '#173f8a', '#f7cf1d', '#1c7a3c'],
  },
  bricks: {
    prefix: 'B',
    count: 60,
    reach: { darkest: 9, lightest: 97, chroma: 1.08 },
    anchors: [
      ...['#f6f6f3', '#17181a', '#a3a7aa', '#63676b', '#c4171d', '#0f58a6', '#f5c90f', '#1e8a3e', '#ee7a14', '#5b331d', '#dcc596', '#d9a077'],
    ],
  },
  beads: {
    prefix: 'P',
    count: 80,
    reach: { darkest: 6, lightest: 97.5, chroma: 1.1 },
    anchors: ['#f9f9f7', '#111113', '#9a9c9e', '#55585b', '#c11a24', '#1b4fa0', '#f6d21a', '#1c8443', '#ec7a18', '#e3b08c'],
  },
  yarns: {
    prefix: 'Y',
    count: 40,
    reach: { darkest: 12, lightest: 94, chroma: 0.82 },
    anchors: ['#f1ece0', '#232224', '#85827c', '#a3272b', '#25447a', '#dcae34', '#2f6b40', '#cbb594'],
  },
  tiles: {
    prefix: 'M',
    count: 60,
    reach: { darkest: 9, lightest: 97, chroma: 0.9 },
    anchors: ['#f6f5f1', '#19191b', '#98999a', '#5d5f61', '#ab2a26', '#1e4c8c', '#e6bb2f', '#26774a', '#c0683f', '#e0d3b8'],
  },
};

const STEP = 8;
const GREY = 6; // chroma under which a colour counts as grey and comes first

/** Greys from light to dark, then by hue in twelve families, each from light to dark: easy to read on a chart. */
function chartOrder(hexes: string[]): string[] {
  const { lab } = listColors(hexes);
  const place = hexes.map((hex, i) => {
    const [lightness, a, b] = [lab[i * 3]!, lab[i * 3 + 1]!, lab[i * 3 + 2]!];
    const hue = ((Math.atan2(b, a) * 180) / Math.PI + 360) % 360;
    return { hex, family: Math.hypot(a, b) < GREY ? -1 : Math.floor(hue / 30), lightness };
  });
  return place.sort((p, q) => p.family - q.family || q.lightness - p.lightness || (p.hex < q.hex ? -1 : 1)).map(({ hex }) => hex);
}

for (const [file, { prefix, count, reach, anchors }] of Object.entries(RECIPES)) {
  const hexes = chartOrder(spread(sampleGamut(reach, STEP), anchors, count));
  const names = nameColors(hexes);
  const lines = hexes.map((hex, i) => JSON.stringify({ id: `${prefix}-${String(i + 1).padStart(3, '0')}`, name: names[i], hex }));
  writeFileSync(new URL(`${file}.json`, import.meta.url), `[\n  ${lines.join(',\n  ')}\n]\n`);
  if (new Set(hexes).size !== count) throw new Error(`${file}: two colours fell together`);
  console.log(file, lines.length, 'colours,', new Set(names).size, 'names');
}
