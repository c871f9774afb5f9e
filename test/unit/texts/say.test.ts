import { say } from '../../../src/element/texts/say.js';
import { voice } from '../../../src/element/texts/voice.js';

it('puts values into their places, and leaves a place that has none', () => {
  expect(say({ hello: 'Hello {name}, {other}' }, 'en', 'hello', { name: 'you {other}' })).toBe('Hello you {other}, {other}');
});

it.each([
  ['en', 1234.5, '1,234.5'],
  ['de', 1234.5, '1.234,5'],
  ['ar-EG', 12, '١٢'],
])('writes numbers as %s does', (lang, n, written) => {
  expect(say({ size: '{n} cm' }, lang, 'size', { n })).toBe(written + ' cm');
});

const polish = {
  'left.one': 'została {count}',
  'left.few': 'zostały {count}',
  'left.many': 'zostało {count}',
  'left.other': 'zostało {count}',
};

it.each([
  [1, 'została 1'],
  [3, 'zostały 3'],
  [12, 'zostało 12'],
  [1.5, 'zostało 1,5'],
])('counts %d in the form of the language', (count, text) => {
  expect(say(polish, 'pl', 'left', { count })).toBe(text);
});

it('a form that is not there is said as any other number', () => {
  expect(say({ 'left.other': '{count} left' }, 'pl', 'left', { count: 3 })).toBe('3 left');
});

it('a page that knows one form only is followed', () => {
  expect(say({ ...polish, left: 'noch {count}' }, 'pl', 'left', { count: 3 })).toBe('noch 3');
});

it('a text that nobody has is empty', () => {
  expect(say({}, 'en', 'nothing')).toBe('');
});

it('a later file speaks English under what the widget says', () => {
  const { say, number, percent, list } = voice('en', { a: 'English', b: 'English' }, { b: 'own' });
  expect([say('a'), say('b'), number(1000), percent(12.34), list(['a', 'b'])]).toEqual([
    'English',
    'own',
    '1,000',
    '12.3%',
    'a, b',
  ]);
});
