import type PDFDocument from 'pdfkit';
import { inkOn, operands, short } from './ink.js';
import { type Chart } from '../../../src/chart/read-chart.js';
import { outline } from '../../../src/chart/outline.js';
import { type ChartSymbol, chooseSymbols, symbolAt } from '../../../src/chart/symbols.js';

// Every colour's symbol is a glyph of two small Type 3 fonts made for this document: in `S` the bare symbol in the ink that
// shows on the colour, for the chart; in `K` the symbol on its colour, for tables and running text. A row of the chart
// is then one string with one byte a cell, centred by construction and copied out as the characters it shows.

const FIRST_CODE = 33;
/** A byte has no room for more. */
export const MOST_SYMBOLS = 256 - FIRST_CODE;

/** One byte: the code of a material's glyph in both fonts. Escape it before it goes into a string. */
export const symbolCode = (material: number): string => String.fromCharCode(FIRST_CODE + material);

/** The symbols of the chart's colours, in their order. */
export function symbolFonts(doc: InstanceType<typeof PDFDocument>, chart: Pick<Chart, 'colors' | 'steps'>) {
  const chosen = chooseSymbols(chart);
  const symbols = chart.colors.map(({ hex = '' }, at) => {
    const symbol = symbolAt(chosen[at]!);
    return { hex, char: symbol.char, marks: marks(symbol, inkOn(hex)) };
  });
  const toUnicode = stream(doc, {}, unicodeMap(symbols.map(({ char }) => char)));
  const font = (lift: number, glyphs: string[]) => {
    const names = glyphs.map((_, at) => `c${at}`);
    const ref = doc.ref({
      Type: 'Font',
      Subtype: 'Type3',
      FontBBox: [0, 0, 100, 100],
      FontMatrix: [0.01, 0, 0, 0.01, 0, lift],
      CharProcs: Object.fromEntries(glyphs.map((glyph, at) => [names[at], stream(doc, {}, glyph)])),
      Encoding: { Type: 'Encoding', Differences: [FIRST_CODE, ...names] },
      FirstChar: FIRST_CODE,
      LastChar: FIRST_CODE + Math.max(0, glyphs.length - 1),
      Widths: glyphs.length ? glyphs.map(() => 100) : [100],
      Resources: {},
      ToUnicode: toUnicode,
    });
    ref.end(undefined);
    return ref;
  };
  const chip = (hex: string) => `${operands(hex)} rg 4 4 92 92 re f 0.55 G 3 w 4 4 92 92 re S`;
  return {
    S: font(0, symbols.map(({ marks }) => `100 0 d0 ${marks}`)),
    K: font(-0.16, symbols.map(({ hex, marks }) => `100 0 d0 ${chip(hex)} ${marks}`)),
  }; // prettier-ignore
}

function marks({ fill, stroke, weight, bar, size, inset }: ChartSymbol, ink: 0 | 1): string {
  const parts = [`${ink} g ${ink} G 1 J 1 j`];
  if (bar) parts.push(`${path(bar)} f q ${size} 0 0 ${size} ${inset} ${inset} cm`);
  if (fill) parts.push(`${path(fill)} f`);
  if (stroke) parts.push(`${weight} w ${path(stroke)} S`);
  if (bar) parts.push('Q');
  return parts.join(' ');
}

const OPERATORS = { M: 'm', L: 'l', C: 'c', Z: 'h' };

const path = (svg: string): string =>
  outline(svg)
    .map(([command, ...numbers]) => [...numbers.map(short), OPERATORS[command]].join(' '))
    .join(' ');

function unicodeMap(chars: string[]): string {
  const hex = (code: number, digits: number) => code.toString(16).padStart(digits, '0');
  const blocks: string[] = [];
  for (let start = 0; start < chars.length; start += 100) {
    const lines = chars.slice(start, start + 100).map((char, at) => {
      const units = Array.from({ length: char.length }, (_, unit) => hex(char.charCodeAt(unit), 4)).join('');
      return `<${hex(FIRST_CODE + start + at, 2)}> <${units}>`;
    });
    blocks.push(`${lines.length} beginbfchar\n${lines.join('\n')}\nendbfchar`); // the format allows 100 a block
  }
  return (
    '/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapType 2 def /CMapName /Symbols def\n' +
    `1 begincodespacerange <00> <ff> endcodespacerange\n${blocks.join('\n')}\nendcmap end end`
  );
}

function stream(doc: InstanceType<typeof PDFDocument>, dictionary: object, content: string) {
  const ref = doc.ref({ ...dictionary });
  ref.end(content);
  return ref;
}
