import type { PatternError } from '../../core/pattern-error.js';
import type { Field } from '../../providers/provider.js';
import { say } from '../texts/say.js';
import type { Strings } from '../texts/strings.js';
import { again } from './when.js';

/** What a visitor reads, and the date in it that matters most. */
export interface Told {
  text: string;
  date?: string;
}

export interface Tongue {
  strings: Strings;
  lang: string;
}

/** Why, and when it works again where that is known. */
export function untilThen({ strings, lang }: Tongue, why: string, until?: Date, byDate?: boolean): Told {
  if (!until) return { text: strings[why]! };
  const [sentence, date] = again(until, lang, byDate);
  const cause = say(strings, lang, why, { date });
  // A page's own words may hold the date themselves.
  return { date, text: strings[why]!.includes('{date}') ? cause : `${cause} ${say(strings, lang, sentence, { date })}` };
}

/** What is wrong with a picture, as far as the picture's room knows more than its code. */
interface ImageFacts {
  reason?: string;
  megapixels?: number;
  bytes?: number;
  limit?: number;
}

function imageText({ code, format, cause }: PatternError, { strings, lang }: Tongue): string {
  const { reason, megapixels, bytes, limit }: ImageFacts = Object(cause);
  const size = (count: number) =>
    bytes
      ? new Intl.NumberFormat(lang || undefined, { style: 'unit', unit: 'megabyte', maximumFractionDigits: 1 }).format(
          count / 1e6,
        )
      : say(strings, lang, 'megapixels', { count: Math.round(count) });
  const large = bytes ?? megapixels;
  if (code === 'image-too-large' && large && limit)
    return say(strings, lang, 'image-too-large-by', { size: size(large), limit: size(limit) });
  // What cannot be named is said without a name.
  if (code === 'image-unsupported' && !format) return strings['image-invalid'];
  return say(strings, lang, strings['image-' + reason] ? 'image-' + reason : code, { format });
}

/** What is wrong with one field, said beside it. */
export const fieldText = ({ strings, lang }: Tongue, { min, max }: Partial<Field>): string =>
  min == null ? strings['field-check'] : say(strings, lang, 'field-range', { min: `${min}`, max: `${max}` });

function fieldsText({ field: name }: PatternError, { strings, lang }: Tongue, fields: readonly Field[]): string {
  const field = fields.find((known) => known.name === name);
  if (!field) return strings['parameters-plain'];
  const { min, max, options } = field;
  return say(strings, lang, 'parameters-invalid', {
    field: strings[name!] ?? name,
    range: min == null ? (options?.join(', ') ?? '') : say(strings, lang, 'range', { min: `${min}`, max: `${max}` }),
  });
}

/** What the visitor reads of an error: never the API's own words. */
export function errorTold(error: PatternError, tongue: Tongue, fields: readonly Field[]): Told {
  const { code, retryAt, maybeCounted, cause } = error;
  const { strings } = tongue;
  if (maybeCounted) return { text: strings.maybe };
  switch (code) {
    case 'quota-exhausted':
      return Object(cause).policy === 'visitor-day'
        ? untilThen(tongue, 'day-exhausted', retryAt)
        : untilThen(tongue, code, retryAt, true);
    case 'rate-limited':
      return retryAt ? untilThen(tongue, code, retryAt) : { text: strings['credits-exhausted'] };
    case 'image-invalid':
    case 'image-too-large':
    case 'image-unsupported':
      return { text: imageText(error, tongue) };
    case 'parameters-invalid':
      return { text: fieldsText(error, tongue, fields) };
    case 'forbidden':
    case 'misconfigured':
      return { text: strings.unauthorized };
    default:
      return { text: strings[code] ?? code };
  }
}
