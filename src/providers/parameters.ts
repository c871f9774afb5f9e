import { checkField, type Parameters } from './field.js';
import type { Choice, Provider, ProviderFace } from './provider.js';
import { snakeName } from './snake-name.js';

/** What is known besides the wishes. */
export interface Surroundings {
  /** What the API itself offers for the menu's field. */
  choices?: readonly Choice[];
  /** Sides of the picture in any unit, upright and cropped. */
  shape?: { width: number; height: number };
}

/** The value a page wrote, under the field's own name or its name on the wire. */
const given = (from: Record<string, unknown>, name: string) => from[name] ?? from[snakeName(name)];

/**
 * The parameters of a request: what page and visitor set, numbers as numbers and words in the API's spelling, and what is
 * asked for when they set nothing. Throws for what the API would refuse, before anything is sent.
 */
export function readParameters(
  provider: ProviderFace,
  from: Record<string, unknown>,
  { choices, shape }: Surroundings = {},
): Parameters {
  const parameters: Parameters = {};
  for (const field of provider.fields) {
    const { name, initial, min, max, options, follows, unsent } = field;
    const value = given(from, name);
    const words = name === provider.menu?.field && choices ? choices.map(({ id }) => id) : options;
    if (value != null && value !== '') {
      const checked = checkField(field, value, words);
      // A word of which nobody knows the spelling is one word in any.
      parameters[name] = words || min !== undefined ? checked : String(checked).toLowerCase();
    } else if (follows && shape) {
      const side = (Number(parameters[follows]) * shape.height) / shape.width;
      parameters[name] = Math.min(max!, Math.max(min!, Math.round(side * 10) / 10));
    } else if (initial !== undefined && !unsent) parameters[name] = initial;
  }
  return parameters;
}

/**
 * The effective parameters, by which a design is known: absent and default are one where the default is documented. What is
 * sent leaves out what nobody set, for that can never be wrong; this is what the API is known to make of it.
 */
export function effectiveParameters({ fields, defaults }: Pick<Provider, 'fields' | 'defaults'>, sent: Parameters): Parameters {
  const initials = fields.flatMap(({ name, initial }) => (initial === undefined ? [] : [[name, initial] as const]));
  return { ...Object.fromEntries(initials), ...defaults?.(sent), ...sent };
}
