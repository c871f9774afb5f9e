import { en } from '../../../src/element/texts/locales/en.js';
import { de } from '../../../src/element/texts/locales/de.js';
import { estimatesOf } from '../../../src/element/texts/estimates-of.js';
import { say, type Texts } from '../../../src/element/texts/say.js';

describe('what it takes, one of it too', () => {
  const told = (texts: Texts, lang: string, count: number, name: 'skeins' | 'bags' = 'skeins') =>
    estimatesOf({ hours: 0.2, packs: { name, count } }, (key, values) => say(texts, lang, key, values), 'cm');

  it.each([
    [en, 'en', ['about 1 h', 'about 1 skein'], ['about 1 h', 'about 3 skeins']],
    [de, 'de', ['etwa 1 Std.', 'etwa 1 Strang'], ['etwa 1 Std.', 'etwa 3 Stränge']],
  ])('%#', (texts, lang, one, three) => {
    expect(told(texts, lang, 1)).toEqual(one);
    expect(told(texts, lang, 3)).toEqual(three);
  });
});
