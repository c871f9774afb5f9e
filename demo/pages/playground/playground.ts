import { find, make } from '../make.js';
import { ACCESS, COLOURS, GROUPS, type Attribute } from './attributes.js';
import { snippet } from './snippet.js';

const form = find<HTMLFormElement>('form');
const stage = find('#stage');
function control({ name, kind, initial = '', hint = '', provider }: Attribute): Node {
  const label = (...content: (Node | string)[]) => {
    const made = make('label', { className: kind === 'flag' ? 'line' : '' }, ...content);
    if (provider) made.dataset.provider = provider;
    return made;
  };
  if (kind === 'flag') return label(make('input', { type: 'checkbox', name }), name);
  if (typeof kind === 'object')
    return label(
      name,
      make(
        'select',
        { name },
        ...kind.map((value) => make('option', { value, selected: value === initial }, value || '(default)')),
      ),
    );
  return label(name, make('input', { type: kind, name, value: initial, placeholder: hint, step: 'any' }));
}

const groups = Object.entries(GROUPS).map(([title, attributes]) =>
  make('fieldset', {}, make('legend', {}, title), make('div', { className: 'pairs' }, ...attributes.map(control))),
);
const colours = make(
  'fieldset',
  {},
  make('legend', {}, 'Theme'),
  make(
    'div',
    { className: 'pairs' },
    ...Object.entries(COLOURS).map(([name, value]) =>
      make('label', {}, name, make('input', { type: 'color', name: 'colour-' + name, value })),
    ),
  ),
);
find('#groups').append(...groups, colours);

const touched = new Set<string>();
const all = Object.values(GROUPS).flat();

/** What differs from the defaults. */
function chosen(): Record<string, string | true> {
  const data = new FormData(form);
  const provider = data.get('provider') as keyof typeof ACCESS;
  const attributes: Record<string, string | true> = { ...ACCESS[provider] };
  for (const { name, kind, initial = '', provider: only } of all) {
    if (only && only !== provider) continue;
    const value = String(data.get(name) ?? '');
    if (kind === 'flag' ? value : value !== initial) attributes[name] = kind === 'flag' || value;
  }
  return attributes;
}

let widget: HTMLElement | undefined;
let shown: Record<string, string | true> = {};

function apply(): void {
  const attributes = chosen();
  const provider = attributes.provider ?? 'pixcraft';
  for (const label of form.querySelectorAll<HTMLElement>('[data-provider]')) label.hidden = label.dataset.provider !== provider;
  // Another provider is another widget; everything else is changed on the one that stands, as a page would do it.
  if (!widget || shown.provider !== attributes.provider) {
    widget = document.createElement('pattern-generator');
    stage.replaceChildren(widget);
    shown = {};
  }
  for (const name of Object.keys(shown)) if (!(name in attributes)) widget.removeAttribute(name);
  for (const [name, value] of Object.entries(attributes))
    if (shown[name] !== value) widget.setAttribute(name, value === true ? '' : value);
  shown = attributes;

  const data = new FormData(form);
  const theme = Object.fromEntries(
    Object.keys(COLOURS)
      .filter((name) => touched.has('colour-' + name))
      .map((name) => [name, String(data.get('colour-' + name))]),
  );
  for (const name of Object.keys(COLOURS))
    if (theme[name]) widget.style.setProperty('--pattern-' + name, theme[name]);
    else widget.style.removeProperty('--pattern-' + name);
  stage.style.colorScheme = String(data.get('scheme'));
  stage.lang = String(data.get('lang'));
  stage.dir = stage.lang === 'ar' ? 'rtl' : 'ltr';
  find('#snippet').textContent = snippet(attributes, theme);
}

form.addEventListener('input', ({ target }) => {
  touched.add((target as HTMLInputElement).name);
  apply();
});
form.addEventListener('submit', (event) => event.preventDefault());
apply();

find('#copy').addEventListener('click', async ({ currentTarget }) => {
  const button = currentTarget as HTMLButtonElement;
  try {
    await navigator.clipboard.writeText(find('#snippet').textContent!);
    button.textContent = 'Copied';
  } catch {
    button.textContent = 'Please select and copy it';
  }
  setTimeout(() => (button.textContent = 'Copy'), 2000);
});

const log = find('#events');
for (const name of ['before-generate', 'state', 'result', 'pdf', 'quota', 'error'])
  stage.addEventListener('pattern-' + name, (event) => {
    const facts = Object.entries(event).filter(([key]) => key !== 'isTrusted');
    const text = facts
      .map(([key, value]) => `${key}: ${typeof value === 'object' ? JSON.stringify(value)?.slice(0, 120) : String(value)}`)
      .join(', ');
    if (log.firstElementChild?.classList.contains('muted')) log.replaceChildren();
    log.prepend(make('li', {}, make('strong', {}, event.type), make('span', { className: 'what' }, text)));
    while (log.children.length > 50) log.lastElementChild!.remove();
  });
