import { registered } from '../providers/registry.js';
import { en, type Strings } from './locales/en.js';
import { es } from './locales/es.js';

export type { Strings };

const locales = new Map<string, Partial<Strings>>([
  ['en', en],
  ['es', es],
]);

/** Adds a language (`de`) or a regional one (`pt-BR`); widgets on the page take it up at once. */
export function registerLocale(lang: string, strings: Partial<Strings>): void {
  locales.set(lang.toLowerCase(), strings);
  registered();
}

/** The texts for a language tag: region before language before English, and the page's own words before all. */
export function stringsFor(lang: string, own?: Partial<Strings>): Strings {
  const tag = lang.toLowerCase();
  return { ...en, ...locales.get(tag.split('-')[0]!), ...locales.get(tag), ...own };
}

/** Puts values into `{name}` places. */
export const fill = (text: string, values: Record<string, unknown>): string =>
  text.replace(/\{(\w+)\}/g, (place, name: string) => String(values[name] ?? place));
