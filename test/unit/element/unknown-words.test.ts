import { unknownWords } from '../../../src/element/outcome/unknown-words.js';
import { picsartFace } from '../../../src/providers/picsart/face.js';
import { pixcraftFace } from '../../../src/providers/pixcraft/face.js';

type Page = Parameters<typeof unknownWords>[0];
const told = (page: object, face: Parameters<typeof unknownWords>[1] = pixcraftFace) => unknownWords(page as Page, face);

it.each([
  ['usage', 'foo', 'low, always, never'],
  ['cache', 'no', 'on, off'],
  ['history', 'On', 'on, off'],
  ['units', 'inches', 'auto, cm, in'],
  ['studio', 'zoom', 'crop, turn, light, size, draft, none'],
  ['controls', 'foo', 'image, niche, width-cm, height-cm, unit-width-cm, unit-height-cm, max-colors, color-catalog, none'],
])('a word that %s does not know is named, and all that it does know', (name, word, known) => {
  expect(told({ [name]: word })).toEqual([`<pattern-generator> ${name}: "${word}" is not known. Known are: ${known}.`]);
});

it('of a list only the words at fault, a line each', () => {
  expect(told({ controls: 'image, width-cm  niche foo ', studio: 'crop light' }).map((line) => line.split('"')[1])).toEqual([
    'image,',
    'foo',
  ]);
});

it.each([
  ['timeout', 'abc', 'timeout'],
  ['maxWait', -5, 'max-wait'],
  ['cacheSize', '50 MB', 'cache-size'],
])('what is no number in %s is named', (name, value, attribute) => {
  expect(told({ [name]: value })).toEqual([`<pattern-generator> ${attribute}: "${value}" is no number from 0 on.`]);
});

it('frameworks write a boolean where a word belongs', () => {
  expect(told({ history: false, cache: true })).toHaveLength(2);
});

it('nothing of what means something, or nothing', () => {
  expect(
    told({
      usage: 'always',
      cache: 'off',
      history: 'on',
      units: 'in',
      studio: 'none',
      controls: 'none',
      niche: 'foo',
      timeout: 5,
      cacheDays: 0,
      lowUsage: '',
    }),
  ).toEqual([]);
  expect(told({ usage: undefined, studio: '', controls: ' ' })).toEqual([]);
  expect(told({ controls: 'image pattern offset-x format' }, picsartFace)).toEqual([]);
});

it('what may be controlled is not known before the provider is', () => {
  expect(unknownWords({ controls: 'tone' } as unknown as Page)).toEqual([]);
});
