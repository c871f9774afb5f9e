import { snakeName } from '../providers/snake-name.js';
import type { Field, ProviderFace } from '../providers/provider.js';
import { kebab } from './kebab.js';
import type { PatternSettings } from './settings.js';

/** Whether the visitor may change a field (or `image`). */
export const may = (name: string, controls: string | undefined, face: ProviderFace): boolean =>
  controls == null ? name === 'image' || face.controls.includes(name) : controls.split(/\s+/).includes(kebab(name));

/** What stands in a field; what its browser cannot read as a number is none. */
export const standing = ({ value, validity }: HTMLInputElement): string => (validity.badInput ? 'NaN' : value);

/** The API's words are known in any case of letters. */
export const same = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();

/** What a field shows: the wish, or what is asked for without one. What follows the picture's shape is nobody's wish. */
export const shown = ({ name, initial = '', follows }: Field, wishes: Record<string, unknown>): string =>
  String(wishes[name] ?? (follows ? '' : initial));

type Page = Pick<PatternSettings, 'parameters' | 'getAttribute'>;

/** What the API is to be asked for: the visitor's word goes before the page's `parameters`, and these before its attributes. */
export class Wishes {
  #page: Page;
  #fields: () => readonly Field[];
  #typed: Record<string, string> = {};

  constructor(page: Page, fields: () => readonly Field[]) {
    this.#page = page;
    this.#fields = fields;
  }

  /** One for each field of the provider, by our names; `parameters` may use the API's. */
  get all(): Record<string, unknown> {
    const { parameters = {} } = this.#page;
    const page = this.#page as unknown as Record<string, unknown>;
    return Object.fromEntries(
      this.#fields().map(({ name }) => [
        name,
        this.#typed[name] ??
          parameters[name] ??
          parameters[snakeName(name)] ??
          page[name] ??
          // A provider of the page's own may have fields that are no properties here.
          this.#page.getAttribute(kebab(name)),
      ]),
    );
  }

  /** The visitor set some fields. */
  type(values: Record<string, string>): void {
    Object.assign(this.#typed, values);
  }

  /** What stands in the fields counts, also when the browser told of no change. */
  gather(root: ParentNode): void {
    const { all } = this;
    const fields = (part: string) => root.querySelectorAll<HTMLInputElement>(`[part=${part}]`);
    for (const input of fields('input')) {
      const field = this.#fields().find(({ name }) => name === input.name)!;
      const before = shown(field, all);
      const stands = standing(input);
      // A page's word that is no number cannot stand in a field of numbers, but is not taken back by that.
      if (!same(stands, before) && (stands || !Number.isNaN(+before))) this.type({ [input.name]: stands });
    }
    // The studio reads its own fields when it is told of a change.
    for (const input of fields('size-input'))
      if (input.value !== (input.defaultValue ?? input.value)) input.dispatchEvent(new Event('change'));
  }

  /** What a page says anew goes before what the visitor set. */
  overrule(names: Iterable<PropertyKey>): void {
    for (const name of names) {
      if (name === 'parameters') this.#typed = {};
      delete this.#typed[name as string];
    }
  }
  clear(): void {
    this.#typed = {};
  }
}
