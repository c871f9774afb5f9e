import type { PatternResult, Run } from '../../providers/provider.js';
import type { Listen } from './gestures.js';
import { swatch } from './materials.js';
import { button, part } from './part.js';
import type { palette } from './replay.js';
import type { Voice } from '../texts/voice.js';

/** The work step by step: the current step large, all of them as lines to read, search and press. */
export function guide(
  { guide, direction = 'rows' }: PatternResult,
  { colors, find }: ReturnType<typeof palette>,
  { say, number, list: join }: Voice,
  on: Listen,
  rightToLeft: boolean,
  chosen?: (step: number) => void,
): Node[] {
  const columns = direction == 'columns';
  const label = (at: number) => guide[at]!.label || say(columns ? 'viewerColumn' : 'viewerRow', { n: at + 1 });
  const nameOf = (run: Run) => colors[find(run)]!.name;
  // Names of threads are often in another script than the page: isolated, they cannot turn the order of the line around.
  const isolate = (text: string) => (rightToLeft ? `\u2068${text}\u2069` : text);
  const steps = guide.map(({ runs }, at) => {
    const words = runs.map((run) => isolate(`${number(run.count)} ${nameOf(run)}`));
    return part('li', 'step', [part('b', 'step-label', [label(at)]), ` ${columns ? '↓' : '→'} ${join(words)}`]);
  });
  const name = { 'aria-label': say('viewerGuide') };
  const list = part('ol', 'guide', steps, { role: 'list', tabindex: 0, ...name });

  const title = part('b', 'current-label');
  const place = part('span', 'current-place');
  const chips = part('ul', 'runs', [], { role: 'list' });
  const slider = part('input', 'slider', [], { type: 'range', min: 1, max: steps.length, ...name });
  const previous = button('previous', [say('viewerPrevious')]);
  const next = button('next', [say('viewerNext')]);

  let current = 0;
  const show = (at: number) => {
    steps[current]!.ariaCurrent = null;
    current = Math.min(Math.max(at, 0), steps.length - 1);
    const step = steps[current]!;
    step.ariaCurrent = 'step';
    title.textContent = slider.ariaValueText = label(current);
    place.textContent = say('viewerOf', { step: current + 1, count: steps.length });
    chips.replaceChildren(
      ...guide[current]!.runs.map((run) =>
        part('li', 'run', [
          swatch(run.hex),
          part('b', 'count', [number(run.count)]),
          part('span', 'run-name', [nameOf(run)], { dir: 'auto' }),
        ]),
      ),
    );
    slider.value = `${current + 1}`;
    previous.ariaDisabled = `${!current}`;
    next.ariaDisabled = `${current == steps.length - 1}`;
    // Only the list scrolls: scrollIntoView would move the page away from the picture.
    const { offsetTop, offsetHeight } = step;
    if (offsetTop < list.scrollTop || offsetTop + offsetHeight > list.scrollTop + list.clientHeight) list.scrollTop = offsetTop;
    chosen?.(current);
  };
  on(previous, 'click', () => show(current - 1));
  on(next, 'click', () => show(current + 1));
  on(slider, 'input', () => show(+slider.value - 1));
  on(list, 'click', ({ target }) => {
    const at = steps.findIndex((step) => step.contains(target as Node));
    // Whoever selects text to copy it does not mean to change the step.
    if (at >= 0 && document.getSelection()?.type != 'Range') show(at);
  });
  show(0);
  return [
    part('p', 'note', [say('viewer-' + direction)]),
    part('div', 'pager', [previous, slider, next]),
    part('div', 'current', [part('div', 'current-head', [title, place], { 'aria-live': 'polite' }), chips]),
    list,
  ];
}
