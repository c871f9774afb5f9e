// @csspart places - where each colour goes
// @csspart place - one colour
// @csspart where - one of its rows
import { placesOf } from '../../../chart/places.js';
import type { LongList } from '../viewer/long-list.js';
import type { Stage } from '../viewer/stage.js';

/** For those who work one colour at a time: where each goes, row by row. */
export function placesView(stage: Stage, list: LongList) {
  const { lit, drawn, voice } = stage;
  const { html, nothing } = lit;
  if (!drawn) return nothing;
  const { number, say } = voice;
  const entry = (color: number) => {
    const { name, hex } = drawn.colors[color]!;
    const places = placesOf(drawn, color).map(({ row, stretches }) => {
      const columns = stretches.map(([first, last]) => (first === last ? number(first) : `${number(first)}–${number(last)}`));
      return html`<span part="where"><b>${say('viewerRow', { n: row })}</b> <bdi dir="ltr">${columns.join(', ')}</bdi></span> `;
    });
    return html`<div part="place">
      ${stage.swatch(hex, stage.symbols[color])} <b part="name" dir="auto">${name}</b> ${places}
    </div>`;
  };
  return html`<div part="places">${list.view(lit, drawn.colors.length, entry)}</div>`;
}
