// @csspart work - the step at hand
// @csspart pager - its label between the two buttons
// @csspart previous - one step back
// @csspart next - one step on
// @csspart current - label and place of the step
// @csspart current-label - its label
// @csspart current-place - which of how many it is
// @csspart runs - its runs of one colour each
// @csspart run - one of them
// @csspart done-run - one that is done
// @csspart current-run - the one at hand
// @csspart run-button - marks it as the one at hand
// @csspart run-name - its colour in words
// @csspart count - how many
// @csspart arrow - the way in which to work
// @csspart slider - any step
import type { LongList } from './long-list.js';
import type { Stage } from './stage.js';
import { colorStyle, symbolView } from './swatch.js';

/** The work: the current line large, its runs as coloured numbered blocks, and a press to the next one. */
export function guideView(stage: Stage, runs: LongList) {
  const { lit, chart, voice, step, run } = stage;
  const { html, nothing } = lit;
  const { say, number } = voice;
  const { steps, colors, direction } = chart!;
  const last = steps.length - 1;
  const current = steps[step]!.runs;
  const go = (by: number) => () => stage.goTo(step + by);
  runs.of(steps[step]).include(run);
  const block = (at: number) => {
    const { color, count } = current[at]!;
    const { name, hex } = colors[color]!;
    const symbol = stage.symbols[color]!;
    const done = stage.work?.isRunDone(step, at);
    return html`<div
      part=${`run${at === run ? ' current-run' : ''}${done ? ' done-run' : ''}`}
      role="listitem"
      aria-current=${at === run ? 'true' : nothing}
    >
      <button part="run-button" type="button" .style=${colorStyle(hex)} @click=${() => stage.goTo(step, at)}>
        <b part="count">${number(count)}</b> ${symbolView(lit, symbol)}
      </button>
      <span part="run-name" dir="auto">${done ? `✓ ${name}` : name}</span>
    </div>`;
  };
  return html`<div part="work" role="group" aria-label=${say('viewerGuide')}>
    <div part="pager">
      <button part="previous" type="button" aria-disabled=${step === 0} @click=${go(-1)}>${say('viewerPrevious')}</button>
      <div part="current" aria-live="polite">
        <b part="current-label">${stage.labelOf(step)}</b>
        <span part="current-place">${say('viewerOf', { step: step + 1, count: steps.length })}</span>
      </div>
      <button part="next" type="button" aria-disabled=${step === last} @click=${go(1)}>${say('viewerNext')}</button>
    </div>
    <div part="runs" role="list" tabindex="0" aria-label=${stage.labelOf(step)} dir="ltr">
      <span part="arrow" aria-hidden="true">${direction === 'columns' ? '↓' : '→'}</span>
      ${runs.view(lit, current.length, block)}
    </div>
    <input
      part="slider"
      type="range"
      min="1"
      max=${last + 1}
      aria-label=${say('viewerGuide')}
      aria-valuetext=${stage.labelOf(step)}
      .value=${String(step + 1)}
      @input=${({ target }: Event) => stage.goTo(+(target as HTMLInputElement).value - 1)}
    />
  </div>`;
}
