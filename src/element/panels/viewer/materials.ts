// @csspart needs - the area of the materials
// @csspart title - heading of an area
// @csspart material-button - a material that can be shown in the chart
// @csspart name - name of a material
// @csspart id - its number
// @csspart quantity - how many of it
// @csspart percentage - its share
// @csspart find - place of what finds and orders them
// @csspart left - how much of it is still to be made
import { clip } from '../../../chart/palette.js';
import type { LongList } from './long-list.js';
import type { Stage } from './stage.js';
import { swatch } from './swatch.js';
import { toolView } from './tool.js';

/** What is needed. Where there is a chart, a press shows one colour alone on it. */
export function materialsView(stage: Stage, list: LongList) {
  const { lit, result, voice, drawn, alone, symbols, work, order } = stage;
  const { html, nothing } = lit;
  const { number, percent, say } = voice;
  const { materials } = result;
  const entry = (at: number) => {
    const { id, name, hex, quantity, percentage } = materials[at]!;
    const content = html`${swatch(lit, hex, symbols[at])}
      <span part="name" dir="auto">${clip(name)} ${id && id !== name ? html`<span part="id">${clip(id)}</span>` : nothing}</span>
      <span part="quantity">${number(quantity)}</span>
      <span part="percentage">${percent(percentage)}</span>
      ${work?.share ? html`<span part="left">${work.left(at, quantity)}</span>` : nothing}`;
    return html`<div part="material" role="listitem">
      ${
        drawn
          ? html`<button
              part="material-button"
              type="button"
              aria-pressed=${alone === at}
              @click=${() => stage.lookAlone(alone === at ? undefined : at)}
            >
              ${content}
            </button>`
          : html`<div part="material-button">${content}</div>`
      }
    </div>`;
  };
  // A list that scrolls must be reachable by keyboard; with buttons in it it is.
  return html`<div part="needs">
    <h3 part="title">${say('viewerMaterials')}</h3>
    ${drawn ? [toolView(stage, 'find', 'viewerFind'), toolView(stage, 'recolor', 'viewerRecolor')] : nothing}
    <div part="find"></div>
    <div part="materials" role="list" tabindex=${drawn ? nothing : 0}>
      ${list.of(order ?? result).view(lit, order?.length ?? materials.length, order ? (at) => entry(order[at]!) : entry)}
    </div>
  </div>`;
}
