import type { PatternResult } from '../../providers/provider.js';
import { swatch } from './materials.js';
import { button, part } from './part.js';
import type { palette } from './replay.js';
import type { Voice } from './viewer-strings.js';

/** The work step by step: the current step large, all of them as lines to read, search and press. */
export function guide(
  { guide, direction = 'rows' }: PatternResult,
  { colors, find }: ReturnType<typeof palette>,
  { say, number }: Voice,
  signal: AbortSignal,
  rightToLeft: boolean,
  chosen: (step: number) => void,
): Node[] {
  const columns = direction == 'columns';
  const label = (at: number) => guide[at]!.label || say(columns ? 'viewerColumn' : 'viewerRow', { n: at + 1 });
  const run = (entry: (typeof guide)[number]['runs'][number]) => ({
    hex: entry.hex,
    count: number(entry.count),
    name: colors[find(entry)]!.name,
  });
  // Names of threads are often in another script than the page: isolated, they cannot turn the order of the line around.
  const isolate = (text: string) => (rightToLeft ? `\u2068${text}\u2069` : text);
  const steps = guide.map(({ runs }, at) => {
    const words = runs.map((entry) => isolate(`${run(entry).count} ${run(entry).name}`)).join(', ');
    return part('li', 'step', [`${label(at)} ${columns ? '↓' : '→'}: ${words}`]);
  });
  const list = part('ol', 'guide', steps, { role: 'list', tabindex: 0, 'aria-label': say('viewerGuide') });

  const title = part('strong', 'current-label');
  const place = part('span', 'current-place');
  const chips = part('ul', 'runs', [], { role: 'list' });
  const slider = part('input', 'slider', [], { type: 'range', min: 1, max: steps.length, 'aria-label': say('viewerGuide') });
  const previous = button('viewer-button previous', [say('viewerPrevious')]);
  const next = button('viewer-button next', [say('viewerNext')]);

  let current = 0;
  const show = (at: number) => {
    steps[current]!.removeAttribute('aria-current');
    current = Math.min(Math.max(at, 0), steps.length - 1);
    const step = steps[current]!;
    step.ariaCurrent = 'step';
    title.textContent = label(current);
    place.textContent = say('viewerOf', { step: current + 1, count: steps.length });
    chips.replaceChildren(
      ...guide[current]!.runs.map((entry) => {
        const { hex, count, name } = run(entry);
        return part('li', 'run', [swatch(hex), part('b', 'count', [count]), part('span', 'run-name', [name], { dir: 'auto' })]);
      }),
    );
    slider.value = String(current + 1);
    slider.setAttribute('aria-valuetext', title.textContent);
    previous.ariaDisabled = String(!current);
    next.ariaDisabled = String(current == steps.length - 1);
    // Only the list scrolls: scrollIntoView would move the page away from the picture.
    const { offsetTop, offsetHeight } = step;
    if (offsetTop < list.scrollTop || offsetTop + offsetHeight > list.scrollTop + list.clientHeight)
      list.scrollTop = offsetTop - list.clientHeight / 3;
    chosen(current);
  };
  const on = (node: HTMLElement, type: string, listener: (event: Event) => void) =>
    node.addEventListener(type, listener, { signal });
  on(previous, 'click', () => show(current - 1));
  on(next, 'click', () => show(current + 1));
  on(slider, 'input', () => show(+slider.value - 1));
  on(list, 'click', ({ target }) => {
    const at = steps.indexOf(target as HTMLLIElement);
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
