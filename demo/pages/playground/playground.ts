import { find, make } from '../make.js';
import { listEvents } from './events.js';
import { snippet } from './snippet.js';

/** The demo shop's proxies. */
const ACCESS: Record<string, Record<string, string>> = {
  pixcraft: { endpoint: '/patterns' },
  picsart: { provider: 'picsart', endpoint: '/textures' },
};

type Control = HTMLInputElement | HTMLSelectElement;
type Written = Record<string, string | true>;

const form = find<HTMLFormElement>('form');
const stage = find('#stage');
const page = ['provider', 'lang', 'scheme'];
const controls = [...form.elements].filter(
  (one): one is Control => (one instanceof HTMLInputElement || one instanceof HTMLSelectElement) && !page.includes(one.name),
);
const set = (name: string) => form.elements.namedItem(name) as HTMLSelectElement;

/** What was there before anybody touched it. */
const initialOf = (control: Control) =>
  control instanceof HTMLInputElement
    ? control.defaultValue
    : ([...control.options].find(({ defaultSelected }) => defaultSelected) ?? control.options[0]!).value;

/** What differs from the defaults, and belongs to the provider. */
function changed(): { attributes: Written; theme: Record<string, string> } {
  const provider = set('provider').value;
  const attributes: Written = { ...ACCESS[provider] };
  const theme: Record<string, string> = {};
  for (const control of controls) {
    const { name, value } = control;
    const only = control.closest<HTMLElement>('[data-provider]')?.dataset.provider;
    if (only && only !== provider) continue;
    if (control.type === 'checkbox') {
      if ((control as HTMLInputElement).checked) attributes[name] = true;
    } else if (value !== initialOf(control)) (control.type === 'color' ? theme : attributes)[name] = value;
  }
  return { attributes, theme };
}

let widget = find('pattern-generator');
let shown: Written = { ...ACCESS.pixcraft };

function apply(): void {
  const { attributes, theme } = changed();
  const provider = set('provider').value;
  for (const label of form.querySelectorAll<HTMLElement>('[data-provider]')) label.hidden = label.dataset.provider !== provider;
  // Another provider is another widget; everything else is changed on the one that stands, as a page would do it.
  if (shown.provider !== attributes.provider) {
    widget = make('pattern-generator');
    stage.replaceChildren(widget);
    shown = {};
  }
  for (const name of Object.keys(shown)) if (!(name in attributes)) widget.removeAttribute(name);
  for (const [name, value] of Object.entries(attributes))
    if (shown[name] !== value) widget.setAttribute(name, value === true ? '' : value);
  shown = attributes;
  for (const { name, type } of controls) if (type === 'color') widget.style.setProperty(name, theme[name] ?? null); // null takes it away
  const language = set('lang').selectedOptions[0]!;
  stage.style.colorScheme = set('scheme').value;
  stage.lang = language.value;
  stage.dir = language.dir;
  find('#snippet').textContent = snippet(attributes, theme);
}

form.addEventListener('input', apply);
form.addEventListener('submit', (event) => event.preventDefault());
apply();
listEvents(stage, find('#events'));

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
