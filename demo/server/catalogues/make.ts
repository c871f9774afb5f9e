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
  anchors: Record<string, string>;
}

const RECIPES: Record<string, Recipe> = {
  threads: {
    prefix: 'T',
    count: 454,
    reach: { darkest: 7, lightest: 98, chroma: 1 },
    anchors: {
      White: '#fbfbf9',
      Black: '#131314',
      Ecru: '#f3eddf',
      Grey: '#7f7f7e',
      Red: '#b9191f',
      Blue: '#173f8a',
      Yellow: '#f7cf1d',
      Green: '#1c7a3c',
    },
  },
  bricks: {
    prefix: 'B',
    count: 60,
    reach: { darkest: 9, lightest: 97, chroma: 1.08 },
    anchors: {
      White: '#f6f6f3',
      Black: '#17181a',
      'Light grey': '#a3a7aa',
      'Dark grey': '#63676b',
      Red: '#c4171d',
      Blue: '#0f58a6',
      Yellow: '#f5c90f',
      Green: '#1e8a3e',
      Orange: '#ee7a14',
      Brown: '#5b331d',
      Beige: '#dcc596',
      Skin: '#d9a077',
    },
  },
  beads: {
    prefix: 'P',
    count: 80,
    reach: { darkest: 6, lightest: 97.5, chroma: 1.1 },
    anchors: {
      White: '#f9f9f7',
      Black: '#111113',
      'Light grey': '#9a9c9e',
      'Dark grey': '#55585b',
      Red: '#c11a24',
      Blue: '#1b4fa0',
      Yellow: '#f6d21a',
      Green: '#1c8443',
      Orange: '#ec7a18',
      Skin: '#e3b08c',
    },
  },
  yarns: {
    prefix: 'Y',
    count: 40,
    reach: { darkest: 12, lightest: 94, chroma: 0.82 },
    anchors: {
      'Natural white': '#f1ece0',
      Black: '#232224',
      Grey: '#85827c',
      Red: '#a3272b',
      Blue: '#25447a',
      Yellow: '#dcae34',
      Green: '#2f6b40',
      Camel: '#cbb594',
    },
  },
  tiles: {
    prefix: 'M',
    count: 60,
    reach: { darkest: 9, lightest: 97, chroma: 0.9 },
    anchors: {
      White: '#f6f5f1',
      Black: '#19191b',
      'Light grey': '#98999a',
      'Dark grey': '#5d5f61',
      Red: '#ab2a26',
      Blue: '#1e4c8c',
      Yellow: '#e6bb2f',
      Green: '#26774a',
      Terracotta: '#c0683f',
      Travertine: '#e0d3b8',
    },
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
  const hexes = chartOrder(spread(sampleGamut(reach, STEP), Object.values(anchors), count));
  const names = nameColors(hexes, new Map(Object.entries(anchors).map(([name, hex]) => [hex, name])));
  const lines = hexes.map((hex, i) => {
    const id = `${prefix}-${String(i + 1).padStart(3, '0')}`;
    return `{ "id": "${id}", "name": "${names[i]}", "hex": "${hex}" }`;
  });
  writeFileSync(new URL(`${file}.json`, import.meta.url), `[\n  ${lines.join(',\n  ')}\n]\n`);
  if (new Set(hexes).size !== count) throw new Error(`${file}: two colours fell together`);
  console.log(file, lines.length, 'colours,', new Set(names).size, 'names');
}
