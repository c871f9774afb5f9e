import { PatternError, type PatternErrorCode } from '../core/pattern-error.js';

/** One parameter of an API. The attribute is its kebab-case, its name on the wire the snake_case. */
export interface Field {
  name: string;
  /** Allowed words; the letter case of what a page writes does not matter. */
  options?: readonly string[];
  /** Bounds make it a number. */
  min?: number;
  max?: number;
  step?: number;
  /** What counts when nobody has set it, so that absent and default are the same design. */
  initial?: string | number;
  /** Left out of the request unless somebody has set it: what is absent is then the API's own business, and `initial` what it is documented to take. */
  unsent?: true;
  /** A height that nobody has set follows the width of this name by the picture's shape. */
  follows?: string;
  /** The error code for a value that is not allowed; default: `parameters-invalid`. */
  refusedAs?: PatternErrorCode;
}

export type Parameters = Record<string, string | number>;

export const refuseField = ({ name, refusedAs = 'parameters-invalid' }: Field) => new PatternError(refusedAs, { field: name });

/** A value as the API takes it: numbers as numbers and in bounds, words as they are listed. Throws for any other. */
export function checkField(field: Field, value: unknown, words = field.options): string | number {
  const { min, max, step } = field;
  if (typeof value !== 'string' && typeof value !== 'number') throw refuseField(field);
  if (min !== undefined) {
    const number = Number(value);
    // The API takes whole colours and pixels only; a fraction there is a slip, not a wish.
    if (!(number >= min && number <= max!) || (step === 1 && number % 1)) throw refuseField(field);
    return number;
  }
  const wish = String(value).trim();
  const word = words ? words.find((one) => one.toLowerCase() === wish.toLowerCase()) : wish;
  if (!word) throw refuseField(field);
  return word;
}
