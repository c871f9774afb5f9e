import { ATTRIBUTES } from '../../../src/element/attributes.js';
import { kebab } from '../../../src/element/kebab.js';
import { sheet } from '../../../src/element/styles/sheet.js';
import type { Field, ProviderFace } from '../../../src/providers/provider.js';
import { providers } from '../../../src/providers/registry.js';
import { languages } from './languages.js';
import { attributes, markup, type Markup } from './markup.js';
import type { Entry } from './reference.js';

const PROVIDERS = ['pixcraft', 'picsart'].map((name) => providers.get(name)!);
/** What the page itself sets. */
const FIXED = ['provider', 'endpoint', 'apiKey', 'files'];
/** All others are "Behind it". */
const SEEN = ['controls', 'usage', 'lowUsage', 'contactUrl', 'history', 'studio', 'units', 'noPdf', 'disabled'];

type Name = keyof typeof ATTRIBUTES;

interface Known {
  provider?: ProviderFace;
  field?: Field;
}

const knownOf = (name: string): Known => {
  const provider = PROVIDERS.find(({ fields }) => fields.some((field) => field.name === name));
  return { provider, field: provider?.fields.find((field) => field.name === name) };
};

/** The words of a type like `'low'|'always'|'never'`. */
const wordsIn = (type = '') => [...type.matchAll(/'([^']+)'/g)].map(([, word]) => word!);

function choicesOf(name: string, { provider, field }: Known, entry?: Entry): readonly string[] {
  if (provider?.menu?.field === name) return provider.menu.choices.map(({ id }) => id);
  return field?.options ?? wordsIn(entry?.type);
}

function hint({ min, max, initial, follows }: Field): string {
  if (follows) return 'automatic';
  if (initial !== undefined) return String(initial);
  return min === undefined ? '' : `${min} to ${max}`;
}

/** One attribute as a control: what kind it is says the element's own table, what may stand in it the provider's. */
function control(name: Name, entry?: Entry): Markup {
  const { initial, read } = ATTRIBUTES[name];
  const known = knownOf(name);
  const { field = { name } as Field, provider } = known;
  const attribute = kebab(name);
  const value = initial === undefined || initial === false ? '' : String(initial);
  const label = attributes({ 'data-provider': provider?.name, title: entry?.text.replaceAll('`', '') });
  if (read('') === true)
    return markup`<label class="line" ${label}><input type="checkbox" name="${attribute}" /> ${attribute}</label>`;
  const choices = choicesOf(name, known, entry);
  if (choices.length) {
    const words = value ? choices : ['', ...choices];
    const option = (word: string) =>
      markup`<option${attributes({ value: word, selected: word === value })}>${word || '(default)'}</option>`;
    return markup`<label${label}>${attribute} <select name="${attribute}">${words.map(option)}</select></label>`;
  }
  const bounds = read('1') === 1 && { type: 'number', min: field.min ?? 0, max: field.max, step: field.step ?? 'any' };
  const input = attributes({ type: 'text', ...bounds, name: attribute, value, placeholder: hint(field) });
  return markup`<label${label}>${attribute} <input${input} /></label>`;
}

/** The theme's colours, with the element's own light ones to start from. */
function colours(): [name: string, light: string][] {
  const found = sheet.cssText.matchAll(/var\(--pattern-([\w-]+),\s*light-dark\(\s*#(\w+)/g);
  const six = (hex: string) => '#' + (hex.length === 3 ? hex.replace(/./g, '$&$&') : hex);
  return [...new Map([...found].map(([, name, hex]) => [name!, six(hex!)]))];
}

const group = (title: string, controls: Markup[]) =>
  markup`<fieldset>
    <legend>${title}</legend>
    <div class="pairs">${controls}</div>
  </fieldset>`;

/** The whole form, from the element's tables: a new attribute stands in it by itself. */
export function playgroundForm(entries: Entry[]): string {
  const names = (Object.keys(ATTRIBUTES) as Name[]).filter((name) => !FIXED.includes(name));
  const isParameter = (name: string) => name === 'imageUrl' || !!knownOf(name).field;
  const controls = (fits: (name: string) => boolean) =>
    names.filter(fits).map((name) =>
      control(
        name,
        entries.find((entry) => entry.name === kebab(name)),
      ),
    );
  return [
    group('Page', [
      markup`<label
        >Provider
        <select name="provider">
          ${PROVIDERS.map(({ name }) => markup`<option>${name}</option>`)}
        </select></label
      >`,
      markup`<label
        >Language
        <select name="lang">
          ${languages.map(({ code, dir, name }) => markup`<option value="${code}" dir="${dir}">${name}</option>`)}
        </select></label
      >`,
      markup`<label
        >Colours
        <select name="scheme">
          <option value="light dark">as the system</option>
          <option>light</option>
          <option>dark</option>
        </select></label
      >`,
    ]),
    group('The pattern', controls(isParameter)),
    group(
      'What the visitor sees',
      controls((name) => SEEN.includes(name)),
    ),
    group(
      'Behind it',
      controls((name) => !isParameter(name) && !SEEN.includes(name)),
    ),
    group(
      'Theme',
      colours().map(
        ([name, hex]) => markup`<label>${name} <input type="color" name="--pattern-${name}" value="${hex}" /></label>`,
      ),
    ),
  ]
    .map(({ text }) => text)
    .join('\n');
}

/** One box for each language, all of them ticked. */
export const languageBoxes = (): string =>
  languages
    .map(
      ({ code, dir, name }) =>
        markup`<label class="line" lang="${code}"
          ><input type="checkbox" name="lang" value="${code}" data-dir="${dir}" checked /> ${name}</label
        >`.text,
    )
    .join('\n');
