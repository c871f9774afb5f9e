// @csspart viewer - the pattern with all that belongs to it
// @csspart layout - its areas
// @csspart stage - the pattern and the step at hand
// @csspart chart - the chart with its little map
// @csspart canvas - the pattern as a picture to look around in
// @csspart minimap - which part of it is seen
// @csspart picture - the picture of an API that makes pictures
// @csspart texts - guide and tools
// @csspart tool - opens what else can be done
// @csspart craft - its place
// @csspart note - a remark
import { factsView } from './facts.js';
import { guideView } from './guide.js';
import type { LongList } from './long-list.js';
import { materialsView } from './materials.js';
import type { Stage } from './stage.js';
import { stepsView } from './steps.js';
import { toolsView } from './tools.js';

export type Lists = Record<'materials' | 'runs' | 'steps', LongList>;

/** The whole, from top to bottom. `src` is the address of the picture that an API without charts has made. */
export function layoutView(stage: Stage, lists: Lists, src?: string) {
  const { lit, voice, chart, drawn, result } = stage;
  const { html, nothing } = lit;
  const { say } = voice;
  const works = chart && chart.steps.length > 0;
  return html`<div part="layout">
    ${factsView(stage)}
    <div part="stage">
      ${drawn ? chartView(stage) : src ? pictureView(stage, src) : chart ? html`<p part="note">${say('viewerNoPicture')}</p>` : nothing}
      ${works ? guideView(stage, lists.runs) : nothing}
    </div>
    ${result.materials.length ? materialsView(stage, lists.materials) : nothing}
    ${works ? html`<div part="texts">${stepsView(stage, lists.steps)} ${drawn && result.colorSummary ? benchView(stage) : nothing}</div>` : nothing}
  </div>`;
}

function chartView(stage: Stage) {
  const { lit, voice, drawn } = stage;
  const { html } = lit;
  const { columns, rows, colors, unit } = drawn!;
  const label = voice.say('viewerPattern', { columns, rows, colors: colors.length });
  return html`<div part="preview">
    <div part="chart">
      <canvas
        part="canvas"
        role="img"
        tabindex="0"
        aria-label=${label}
        .style=${`--_columns:${columns};--_rows:${(rows * unit.height) / unit.width}`}
      ></canvas>
      <canvas part="minimap" aria-hidden="true" hidden></canvas>
    </div>
    ${toolsView(stage)}
  </div>`;
}

/** What else can be done with the pattern, and the place where it is. */
const benchView = ({ lit: { html }, voice, tool, use }: Stage) =>
  html`<button
      part="tool"
      type="button"
      aria-expanded=${tool === 'places'}
      @click=${() => use(tool === 'places' ? undefined : 'places')}
    >
      ${voice.say('viewerPlaces')}
    </button>
    <div part="craft"></div>`;

const pictureView = ({ lit: { html }, voice }: Stage, src: string) =>
  html`<div part="preview"><img part="picture" src=${src} alt=${voice.say('viewerPicture')} /></div>`;
