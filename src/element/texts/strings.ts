import { registered } from '../../providers/registry.js';
import { locales } from '../files.js';
import { shell } from './english/shell.js';
import type { en } from './locales/en.js';

/** Every text by its name. Of a text that counts there are the forms of `Intl.PluralRules`: `left.one`, `left.other`. */
export type Strings = typeof en & Record<string, string>;

/** A whole language: all that English says, with the plural forms of its own. */
export type Locale = Record<Exclude<keyof typeof en, `${string}.${string}`>, string> & Record<string, string>;

type Table = Partial<Strings>;

const registeredTables = new Map<string, Table>();
const fetched = new Map<string, Table>();
const onTheirWay = new Map<string, Promise<void>>();

/** Adds a language (`de`) or a regional one (`pt-BR`); widgets on the page take it up at once. */
export function registerLocale(lang: string, strings: Table): void {
  registeredTables.set(lang.toLowerCase(), strings);
  registered();
}

const languageIn = (lang: string) => lang.toLowerCase().split('-')[0]!;

/** The texts for a language tag: what the page says before region before language before English. */
export function stringsFor(lang: string, own?: Table): Strings {
  const language = languageIn(lang);
  void fetchLocale(lang);
  return Object.assign(
    Object.create(null),
    shell,
    fetched.get(language),
    registeredTables.get(language),
    registeredTables.get(lang.toLowerCase()),
    own,
  ) as Strings;
}

/** Sends for the texts of a language once. Until they are there, and where they cannot be had, it is English. */
export function fetchLocale(lang: string): Promise<void> | undefined {
  const language = languageIn(lang);
  const load = locales[language];
  // A page that registers a whole language has brought it along.
  const isWhole = Object.keys(registeredTables.get(language) ?? {}).length >= Object.keys(shell).length;
  if (!load || isWhole || onTheirWay.has(language)) return onTheirWay.get(language);
  const coming = load().then(
    (file) => {
      fetched.set(language, file[language]!);
      registered();
    },
    () => {},
  );
  onTheirWay.set(language, coming);
  return coming;
}
