import { wireName } from '../providers/wire-name.js';
import type { Choice, Field, Parameters, ProviderFace } from '../providers/provider.js';
import { PatternError } from '../core/pattern-error.js';

/** The value a page wrote, under the field's own name or its wire name. */
const given = (from: Record<string, unknown>, name: string) => from[name] ?? from[wireName(name)];

function check({ name, options, min, max, step }: Field, value: unknown, choices?: Choice[]): string | number {
  const refuse = () => new PatternError(name === 'niche' ? 'niche-invalid' : 'parameters-invalid', { field: name });
  if (!/string|number/.test(typeof value)) throw refuse();
  if (min != null) {
    const number = Number(value);
    // The API takes whole colours and pixels only; a fraction there is a slip, not a wish.
    if (!(number >= min && number <= max!) || (step === 1 && number % 1)) throw refuse();
    return number;
  }
  const allowed = choices?.map(({ id }) => id) ?? options;
  const wish = String(value).trim().toLowerCase();
  const word = allowed ? allowed.find((option) => option.toLowerCase() === wish) : wish;
  if (!word) throw refuse();
  return word;
}

/**
 * The effective parameters: defaults filled in, numbers as numbers, words in the API's spelling, so that one design
 * has one form. Throws for what the API would refuse, before anything is sent.
 */
export function effectiveParameters(provider: ProviderFace, from: Record<string, unknown>, told?: Choice[]): Parameters {
  const menu = provider.menu?.field;
  const parameters: Parameters = {};
  for (const field of provider.fields) {
    const value = given(from, field.name);
    if (value != null && value !== '') parameters[field.name] = check(field, value, field.name === menu ? told : undefined);
    else if (field.initial != null) parameters[field.name] = field.initial;
  }
  // What the API does not tell is known by itself: one design has one form before and after it has told.
  const brings = (choices?: Choice[]) =>
    choices?.find(({ id }) => id.toLowerCase() === String(parameters[menu!]).toLowerCase())?.brings;
  return { ...(menu && (brings(told) ?? brings(provider.menu!.choices))), ...parameters };
}
