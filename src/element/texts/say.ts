/** Texts by their names, as far as there are any. */
export type Texts = Readonly<Record<string, string | undefined>>;

const made = new Map<string, { number: Intl.NumberFormat; plural: Intl.PluralRules }>();

/** How a language writes numbers and counts; '' is the browser's own. Made once, for that is slow. */
export function numbersIn(lang: string) {
  const tag = lang || undefined;
  const known = made.get(lang) ?? { number: new Intl.NumberFormat(tag), plural: new Intl.PluralRules(tag) };
  made.set(lang, known);
  return known;
}

/** A text with its `{name}` places filled; one that counts in the form that the language has for `count`. */
export function say(texts: Texts, lang: string, key: string, values: Record<string, unknown> = {}): string {
  const { number, plural } = numbersIn(lang);
  const { count } = values;
  const form = typeof count === 'number' ? plural.select(count) : 'other';
  const text = texts[key] ?? texts[`${key}.${form}`] ?? texts[key + '.other'] ?? '';
  return text.replace(/\{(\w+)\}/g, (place, name: string) => {
    const value = values[name] ?? place;
    return typeof value === 'number' ? number.format(value) : String(value);
  });
}
