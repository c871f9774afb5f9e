// @csspart doing-bar - the bar for one thumb
// @csspart done-button - the run at hand is done
// @csspart line-done-button - the whole line is
// @csspart undo-button - takes the last mark back
// @csspart pen-button - whether a finger on the chart marks cells
// @csspart aloud-button - reads the line aloud
// @csspart full-button - into full screen and out of it
// @csspart share - how far one has come
// @csspart share-bar - as a bar
// @csspart share-text - as a number
import type { Voice } from '../../texts/voice.js';
import type { Stage } from '../viewer/stage.js';
import { Aloud } from './aloud.js';
import type { Work } from './work.js';

export interface Doing {
  stage: Stage;
  say: Voice['say'];
  work: Work;
  aloud: Aloud;
  lang: string;
  full: boolean;
  /** In and out of full screen. */
  turn(): void;
}

/** The bar for one thumb: what is worked is done, and on to the next. */
export function doingView({ stage, say, work, aloud, lang, full, turn }: Doing) {
  const { lit, voice } = stage;
  const { html, nothing } = lit;
  const pen = () => {
    work.pen = !work.pen;
    stage.changed();
  };
  return html`<div part="share">
      <progress part="share-bar" max="1" .value=${work.share} aria-label=${say('craftShare')}></progress>
      <span part="share-text">${voice.percent(work.share * 100)}</span>
    </div>
    ${work.owed ? html`<p part="not-kept" role="status">${say('notKept')}</p>` : nothing}
    <div part="doing-bar">
      <button part="done-button" type="button" @click=${() => work.finish(false)}>${say('craftDone')}</button>
      <button part="line-done-button" type="button" @click=${() => work.finish(true)}>✓ ${stage.labelOf(stage.step)}</button>
      <button part="undo-button" type="button" aria-disabled=${!work.canUndo} @click=${() => work.undo()}>
        ${say('craftUndo')}
      </button>
      <button part="pen-button" type="button" aria-pressed=${work.pen} @click=${pen}>${say('craftPen')}</button>
      ${
        Aloud.possible
          ? html`<button part="aloud-button" type="button" aria-pressed=${aloud.reading} @click=${() => aloud.toggle(lang)}>
              ${say('craftAloud')}
            </button>`
          : nothing
      }
      <button part="full-button" type="button" aria-pressed=${full} @click=${turn}>
        ${say(full ? 'craftLeave' : 'craftFull')}
      </button>
    </div>`;
}
