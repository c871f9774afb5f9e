// @csspart guide-text - all steps as text
// @csspart guide-title - opens them
// @csspart step-label - label of a step
// @csspart step-runs - what it consists of
import type { ChartStep } from '../../../chart/read-chart.js';
import type { Voice } from '../../texts/voice.js';
import type { LongList } from './long-list.js';
import type { Stage } from './stage.js';

/** More words than that in one line are no help to anybody. */
const MOST_RUNS = 400;

/** What a line says; written once, for the list is drawn with every move of a pointer over the chart. */
const said = new WeakMap<ChartStep, { voice: Voice; text: string }>();

function wordsOf(step: ChartStep, { voice, chart, rightToLeft }: Stage): string {
  const known = said.get(step);
  if (known?.voice === voice) return known.text;
  const { number, list: join } = voice;
  // Names of threads are often in another script than the page: isolated, they cannot turn the order of the line around.
  const isolate = (text: string) => (rightToLeft ? `\u2068${text}\u2069` : text);
  const { runs } = step;
  const words = runs.slice(0, MOST_RUNS).map(({ color, count }) => isolate(`${number(count)} ${chart!.colors[color]!.name}`));
  if (runs.length > MOST_RUNS) words.push(`… ${number(runs.length - MOST_RUNS)}`);
  const text = join(words);
  said.set(step, { voice, text });
  return text;
}

/** All lines of work as text, to search and to read; folded away, as the current one is told above. */
export function stepsView(stage: Stage, list: LongList) {
  const { lit, chart, voice, step } = stage;
  const { html, nothing } = lit;
  const { say } = voice;
  const { steps, direction } = chart!;
  const entry = (at: number) => {
    const go = () => {
      // Whoever selects text to copy it does not mean to change the step.
      if (document.getSelection()?.type !== 'Range') stage.goTo(at);
    };
    return html`<div part="step" role="listitem" aria-current=${at === step ? 'step' : nothing} @click=${go}>
      <b part="step-label">${stage.labelOf(at)}</b>
      <span part="step-runs">${direction === 'columns' ? '↓' : '→'} ${wordsOf(steps[at]!, stage)}</span>
    </div>`;
  };
  return html`<details part="guide-text">
    <summary part="guide-title">${say('viewerAllSteps')}</summary>
    <p part="note">${say('viewer-' + direction)}</p>
    <div part="guide" role="list" tabindex="0" aria-label=${say('viewerGuide')}>
      ${list.of(chart).view(lit, steps.length, entry)}
    </div>
  </details>`;
}
