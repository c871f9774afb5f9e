import { make } from '../make.js';

const NAMES = ['before-generate', 'state', 'result', 'pdf', 'quota', 'error', 'draft', 'variant'];
const MOST = 50;

const LONGEST = 160;

const shorten = (text: string) => (text.length > LONGEST ? text.slice(0, LONGEST) + ' …' : text);
/** With blanks where a line may end. */
const say = (value: unknown) =>
  typeof value === 'object' ? shorten((JSON.stringify(value) ?? '').replaceAll(',"', ', "')) : String(value);

/** Lists the widget's events with their facts, newest first. */
export function listEvents(stage: HTMLElement, list: HTMLElement): void {
  const show = (event: Event) => {
    const facts = Object.entries(event).filter(([name]) => name !== 'isTrusted');
    const text = facts.map(([name, value]) => `${name}: ${say(value)}`).join(', ');
    if (list.firstElementChild?.classList.contains('muted')) list.replaceChildren();
    list.prepend(make('li', {}, make('strong', {}, event.type), make('span', { className: 'what' }, text)));
    while (list.children.length > MOST) list.lastElementChild!.remove();
  };
  for (const name of NAMES) stage.addEventListener('pattern-' + name, show);
}
