import { checkField, type Parameters } from './field.js';
import type { Choice, ProviderFace } from './provider.js';
import { snakeName } from './snake-name.js';

/** The value a page wrote, under the field's own name or its name on the wire. */
const given = (from: Record<string, unknown>, name: string) => from[name] ?? from[snakeName(name)];

/**
 * The effective parameters: defaults filled in, numbers as numbers, words in the API's spelling, so that one design
 * has one form. Throws for what the API would refuse, before anything is sent.
 */
export function effectiveParameters(provider: ProviderFace, from: Record<string, unknown>, told?: Choice[]): Parameters {
  const menu = provider.menu?.field;
  const parameters: Parameters = {};
  for (const field of provider.fields) {
    const { name, initial, min, options } = field;
    const value = given(from, name);
    const words = name === menu && told ? told.map(({ id }) => id) : options;
    if (value != null && value !== '') {
      const checked = checkField(field, value, words);
      // A word of which nobody knows the spelling is one word in any.
      parameters[name] = words || min !== undefined ? checked : String(checked).toLowerCase();
    } else if (initial !== undefined) parameters[name] = initial;
  }
  // What the API does not tell is known by itself: one design has one form before and after it has told.
  const brings = (choices?: Choice[]) =>
    choices?.find(({ id }) => id.toLowerCase() === String(parameters[menu!]).toLowerCase())?.brings;
  return { ...(menu && (brings(told) ?? brings(provider.menu!.choices))), ...parameters };
}
