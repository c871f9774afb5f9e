import { numbersIn, say, type Texts } from './say.js';

/** How a later file speaks: its own English under what the widget says; numbers and lists as the language writes them. */
export function voice(lang: string, english: Texts, strings: Texts = {}) {
  const texts = { ...english, ...strings };
  const tag = lang || undefined;
  const { number } = numbersIn(lang);
  const share = new Intl.NumberFormat(tag, { style: 'percent', maximumFractionDigits: 1 });
  const lists = new Intl.ListFormat(tag, { type: 'unit', style: 'short' });
  return {
    number: (value: number) => number.format(value),
    percent: (value: number) => share.format(value / 100),
    list: (words: string[]) => lists.format(words),
    say: (key: string, values?: Record<string, unknown>) => say(texts, lang, key, values),
  };
}

export type Voice = ReturnType<typeof voice>;

/** Lent to files that do not carry it. */
export type Speak = typeof voice;
