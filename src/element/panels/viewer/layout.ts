// @csspart viewer - the pattern with all that belongs to it
// @csspart layout - its areas
// @csspart stage - the pattern and the step at hand
// @csspart chart - the chart with what lies on it
// @csspart canvas - the pattern as a picture to look around in
// @csspart doing - place of the bar to work with
// @csspart work-button - begins the work, or goes on with it
// @csspart picture - the picture of an API that makes pictures
// @csspart texts - guide and tools
// @csspart craft - its place
// @csspart note - a remark
import { factsView } from './facts.js';
import { guideView } from './guide.js';
import type { LongList } from './long-list.js';
import { materialsView } from './materials.js';
import type { Stage } from './stage.js';
import { stepsView } from './steps.js';
import { toolView } from './tool.js';
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
    <div part="stage" ?data-coming=${!chart && result.guide.length}>
      ${drawn ? chartView(stage) : src ? pictureView(stage, src) : chart ? html`<p part="note">${say('viewerNoPicture')}</p>` : nothing}
      ${works ? guideView(stage, lists.runs) : nothing} ${works && drawn ? workView(stage) : nothing}
    </div>
    ${result.materials.length ? materialsView(stage, lists.materials) : nothing}
    ${works ? html`<div part="texts">${stepsView(stage, lists.steps)} ${drawn ? toolView(stage, 'take', 'viewerTake') : nothing}</div>` : nothing}
    <div part="craft"></div>
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
        role="application"
        aria-roledescription=${voice.say('viewerChart')}
        tabindex="0"
        aria-label=${label}
        .style=${`--_columns:${columns};--_rows:${(rows * unit.height) / unit.width}`}
      ></canvas>
    </div>
    ${toolsView(stage)}
  </div>`;
}

/** From here on one works: the bar for it comes with the craft file. */
const workView = (stage: Stage) => {
  const { lit, voice, tools, work } = stage;
  const { say, percent } = voice;
  return lit.html`<div part="doing"></div>
    ${
      tools.has('work')
        ? lit.nothing
        : lit.html`<button part="work-button" type="button" @click=${() => stage.use('work')}>
            ${work?.share ? say('viewerGoOn', { share: percent(work.share * 100) }) : say('viewerStart')}
          </button>`
    }`;
};

const pictureView = ({ lit: { html }, voice }: Stage, src: string) =>
  html`<div part="preview"><img part="picture" src=${src} alt=${voice.say('viewerPicture')} /></div>`;
