import { locales } from '../../../src/element/files.js';

const RIGHT_TO_LEFT = ['ar', 'fa', 'he', 'ur'];

/** The languages that the element speaks, by the names that their speakers give them. */
export const languages = ['en', ...Object.keys(locales).sort()].map((code) => ({
  code,
  dir: RIGHT_TO_LEFT.includes(code) ? 'rtl' : 'ltr',
  name: new Intl.DisplayNames(code, { type: 'language' }).of(code),
}));
