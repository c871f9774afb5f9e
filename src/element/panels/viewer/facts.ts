// @csspart facts - size, pieces, colours and difficulty together
// @csspart fact - one of them
// @csspart fact-name - what it is
// @csspart fact-value - how much it is
// @csspart size - columns × rows
// @csspart estimates - time, what to buy and what to cut, as near as can be told
import { estimate } from '../../../chart/estimates.js';
import { estimatesOf } from '../estimates.js';
import type { Stage } from './stage.js';

export function factsView({ lit: { html, nothing }, result, voice: { say, number }, cell, units }: Stage) {
  const { niche, columns, rows, totalUnits, materials, difficulty } = result;
  // Columns come before rows in every script.
  const size = columns && rows && html`<bdi part="size" dir="ltr">${number(columns)} × ${number(rows)}</bdi>`;
  const told = columns && rows && cell && estimate({ niche, columns, rows, unit: cell, materials });
  const facts = {
    viewerSize: size,
    viewerUnits: totalUnits && number(totalUnits),
    viewerColors: materials.length && number(materials.length),
    viewerDifficulty: difficulty && (say('viewer-' + difficulty) || difficulty),
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
    ${told ? html`<p part="estimates">${estimatesOf(told, say, units).join(' · ')}</p>` : nothing}`;
}
