import type { ProviderFace } from '../../providers/provider.js';
import { kebab } from '../kebab.js';
import type { PatternSettings } from '../settings.js';

/** Attributes that know certain words only: another one is as good as none, and nobody sees it. */
const WORDS: Record<string, string> = {
  usage: 'low always never',
  cache: 'on off',
  history: 'on off',
  units: 'auto cm in',
  studio: 'crop turn light size draft none',
};

/** What is no number here counts as not set. */
const NUMBERS = ['lowUsage', 'cacheSize', 'cacheDays', 'timeout', 'maxWait'] as const;

/**
 * A line for the owner about each word of the page that does nothing. What a provider's own field does not take is an error
 * of the press, and told there.
 * @param face what `controls` may name; not known before its provider is
 */
export function unknownWords(page: PatternSettings, face?: ProviderFace): string[] {
  const controls = face && ['image', ...face.fields.map(({ name }) => kebab(name)), 'none'].join(' ');
  const numbers = NUMBERS.filter((name) => page[name] != null && !(+page[name] >= 0)).map(
    (name) => `<pattern-generator> ${kebab(name)}: "${page[name]}" is no number from 0 on.`,
  );
  const unknown = Object.entries({ ...WORDS, ...(controls && { controls }) }).flatMap(([name, known]) => {
    const words = known.split(' ');
    return String(page[name as keyof PatternSettings] ?? '')
      .split(/\s+/)
      .filter((word) => word && !words.includes(word))
      .map((word) => `<pattern-generator> ${name}: "${word}" is not known. Known are: ${words.join(', ')}.`);
  });
  return [...numbers, ...unknown];
}
