// What a language does not say yet, or says with other places to fill: `node test/support/missing-texts.mjs`.
import { readdirSync } from 'node:fs';
import { tsImport } from 'tsx/esm/api';

const places = (text) => [...new Set(text.match(/\{\w+\}/g))].sort();
const split = (key) => key.split(/\.(?=(?:zero|one|two|few|many|other)$)/);

/** The plural forms that a language needs for whole numbers that occur, and for all others. */
const forms = (language) => {
  const rules = new Intl.PluralRules(language);
  return new Set(['other', ...Array.from({ length: 201 }, (_, count) => rules.select(count))]);
};

/** One line for each thing to do. */
export function gaps(language, texts, english) {
  const expected = Object.entries(english).flatMap(([key, text]) => {
    const [name, form] = split(key);
    // A text that reads well with every number needs no forms.
    if (!form || texts[name]) return form && form !== 'other' ? [] : [[name, text]];
    return form === 'other' ? [...forms(language)].map((form) => [`${name}.${form}`, text]) : [];
  });
  const wanted = new Map(expected);
  const missing = expected.filter(([key]) => !texts[key]).map(([key, text]) => `${language}: ${key} is missing: “${text}”`);
  const surplus = Object.keys(texts).filter(
    (key) => !wanted.has(key) && !(split(key)[1] && wanted.has(split(key)[0] + '.other')),
  );
  const different = expected.filter(([key, text]) => {
    const mine = places(texts[key] ?? text);
    // “The last one” needs no number.
    const allowed = /\.(zero|one|two)$/.test(key) ? places(text).filter((place) => place !== '{count}') : places(text);
    return `${mine}` !== `${places(text)}` && `${mine}` !== `${allowed}`;
  });
  return [
    ...missing,
    ...surplus.map((key) => `${language}: ${key} is no text of the widget`),
    ...different.map(([key, text]) => `${language}: ${key} needs the places of “${text}”`),
  ];
}

if (process.argv[1]?.endsWith('missing-texts.mjs')) {
  const folder = new URL('../../src/element/texts/locales/', import.meta.url);
  const read = async (language) => (await tsImport(new URL(language + '.ts', folder).href, import.meta.url))[language];
  const english = await read('en');
  const languages = readdirSync(folder).map((file) => file.slice(0, -3));
  const found = await Promise.all(languages.map(async (language) => gaps(language, await read(language), english)));
  console.log(found.flat().join('\n') || 'Every language says everything.');
}
