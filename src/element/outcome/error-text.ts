import type { PatternError } from '../../core/pattern-error.js';
import type { Field } from '../../providers/provider.js';
import { say } from '../texts/say.js';
import type { Strings } from '../texts/strings.js';

/** A date far away, a time when it is near; with `day`, the date in any case. */
export function when(date: Date, lang: string, day?: boolean): string {
  const near = Math.abs(+date - Date.now()) < 86_400_000;
  const style: Intl.DateTimeFormatOptions = {
    dateStyle: day || !near ? 'long' : undefined,
    timeStyle: near ? 'short' : undefined,
  };
  return new Intl.DateTimeFormat(lang || undefined, style).format(date);
}

/** What the visitor reads: never the API's own words. */
export function errorText(
  { code, field: name, format, retryAt, maybeCounted }: PatternError,
  strings: Strings,
  fields: readonly Field[],
  lang: string,
): string {
  const field = fields.find((known) => known.name === name);
  // What cannot be named is said without a name.
  const plain: Record<string, [named: unknown, otherwise: string]> = {
    'parameters-invalid': [field, 'parameters-plain'],
    'image-unsupported': [format, 'image-invalid'],
    'rate-limited': [retryAt, 'credits-exhausted'],
  };
  const [named, otherwise] = plain[code] ?? [true];
  if (!named && !maybeCounted) return strings[otherwise!]!;
  return say(strings, lang, maybeCounted ? 'maybe' : code === 'forbidden' || code === 'misconfigured' ? 'unauthorized' : code, {
    date: retryAt ? when(retryAt, lang, code !== 'rate-limited') : '…',
    format: format ?? '?',
    field: strings[name!] ?? name ?? '…',
    range:
      field?.min != null
        ? say(strings, lang, 'range', { min: `${field.min}`, max: `${field.max}` })
        : (field?.options?.join(', ') ?? ''),
  });
}
