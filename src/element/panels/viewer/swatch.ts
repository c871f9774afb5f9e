// @csspart symbol - the sign of a colour in the chart
// @csspart symbol-bar - its strokes
// @csspart symbol-fill - its surfaces
// @csspart symbol-line - its lines
import { inkOn, readHex } from '../../../chart/hex.js';
import { NO_SYMBOL, symbolAt } from '../../../chart/symbols.js';
import type { Lit } from '../../files.js';

/** A symbol, where there is one, as a picture in the colour of the text around it. */
export function symbolView({ html, nothing }: Lit, number: number) {
  if (number === NO_SYMBOL) return nothing;
  const { fill, stroke, weight, bar, size, inset } = symbolAt(number);
  const shape = `matrix(${size} 0 0 ${-size} ${inset} ${100 - inset})`;
  return html`<svg part="symbol" viewBox="0 0 100 100" aria-hidden="true">
    <path part="symbol-bar" transform="matrix(1 0 0 -1 0 100)" d=${bar} />
    <path part="symbol-fill" transform=${shape} d=${fill} />
    <path part="symbol-line" transform=${shape} d=${stroke} stroke-width=${weight} />
  </svg>`;
}

/** A colour as `background` and the ink that shows on it; for `.style`, which a content security policy lets scripts set. */
export const colorStyle = (hex: unknown): string => {
  const color = readHex(hex);
  return color ? `background:${color};color:${inkOn(color)}` : '';
};

/** A colour chip with its symbol; a colour that cannot be read stays an empty one. */
export const swatch = (lit: Lit, hex: unknown, symbol = NO_SYMBOL) =>
  lit.html`<span part="swatch" .style=${colorStyle(hex)}>${symbolView(lit, symbol)}</span>`;
