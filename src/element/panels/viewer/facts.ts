// @csspart facts - size, pieces, colours and difficulty together
// @csspart fact - one of them
// @csspart fact-name - what it is
// @csspart fact-value - how much it is
// @csspart size - columns × rows
// @csspart estimates - time, what to buy and what to cut, as near as can be told
import { clip } from '../../../chart/palette.js';
import type { Stage } from './stage.js';

export function factsView({ lit: { html, nothing }, result, voice: { say, number }, estimates }: Stage) {
  const { columns, rows, totalUnits, materials, difficulty } = result;
  // Columns come before rows in every script.
  const size = columns && rows && html`<bdi part="size" dir="ltr">${number(columns)} × ${number(rows)}</bdi>`;
  const facts = {
    viewerSize: size,
    viewerUnits: totalUnits && number(totalUnits),
    viewerColors: materials.length && number(materials.length),
    viewerDifficulty: difficulty && (say('viewer-' + difficulty) || clip(difficulty)),
  };
  return html`<dl part="facts">
      ${Object.entries(facts).map(([key, value]) =>
        value
          ? html`<div part="fact">
              <dt part="fact-name">${say(key)}</dt>
              <dd part="fact-value">${value}</dd>
            </div>`
          : nothing,
      )}
    </dl>
    ${estimates ? html`<p part="estimates">${estimates}</p>` : nothing}`;
}
