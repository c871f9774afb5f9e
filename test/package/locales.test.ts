import { locales } from '../../src/element/files.js';
import { gaps } from '../support/missing-texts.mjs';

const files = import.meta.glob<Record<string, Record<string, string>>>('../../src/element/texts/locales/*.ts', { eager: true });
const languages = Object.fromEntries(Object.values(files).flatMap((file) => Object.entries(file)));
const { en, ...others } = languages;

it.each(Object.entries(others))('%s says everything, with the same places to fill', (language, texts) => {
  expect(gaps(language, texts, en!)).toEqual([]);
});

it('a text that is missing, strange or cut is found', () => {
  const english = { hello: 'Hello {name}', 'left.one': '{count} left', 'left.other': '{count} left' };
  const polish = {
    hello: 'Cześć',
    'left.one': 'został jeden',
    'left.few': 'zostały {count}',
    'left.other': '{count}',
    more: 'x',
  };
  expect(gaps('pl', polish, english)).toEqual([
    'pl: left.many is missing: “{count} left”',
    'pl: more is no text of the widget',
    'pl: hello needs the places of “Hello {name}”',
  ]);
});

it('a language may say a text that counts in one way for all numbers', () => {
  expect(gaps('ja', { left: '残り{count}' }, { 'left.one': '{count} left', 'left.other': '{count} left' })).toEqual([]);
});

it('every language can be fetched by its name', async () => {
  expect(Object.keys(locales).sort()).toEqual(Object.keys(others).sort());
  for (const [language, load] of Object.entries(locales)) expect((await load())[language]).toBe(others[language]);
});
