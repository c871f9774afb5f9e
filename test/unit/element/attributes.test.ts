import { readFileSync } from 'node:fs';
import { ATTRIBUTES } from '../../../src/element/attributes.js';
import { kebab } from '../../../src/element/kebab.js';

const read = (path: string) => readFileSync(new URL('../../../' + path, import.meta.url), 'utf8');
const settings = read('src/element/settings.ts');
const element = read('src/element/pattern-generator.ts');

const names = Object.keys(ATTRIBUTES).sort();
const attributes = names.map(kebab).sort();
const all = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map((match) => match[1]!);
const inScriptOnly = ['parameters', 'adjustments', 'strings', 'authorize'];

describe('one table of attributes, and nobody says otherwise', () => {
  it('the properties', () => {
    expect(all(settings, /^ {2}declare (\w+)/gm).sort()).toEqual([...names, ...inScriptOnly].sort());
  });

  it('the doc comment', () => {
    expect(all(element, /^ \* @attr {.*?} \[?([\w-]+)/gm).sort()).toEqual(attributes);
  });

  it('its defaults', () => {
    const told = Object.fromEntries(
      [...element.matchAll(/^ \* @attr {.*?} \[([\w-]+)=(\w+)\]/gm)].map((match) => match.slice(1, 3)),
    );
    const meant = Object.entries(ATTRIBUTES).filter(([, { initial }]) => initial);
    expect(told).toEqual(Object.fromEntries(meant.map(([name, { initial }]) => [kebab(name), String(initial)])));
  });

  it('every property has a line that editors show', () => {
    expect(settings.match(/\*\/\n {2}declare/g)).toHaveLength(names.length + inScriptOnly.length);
  });
});

describe('what a page wrote is read as what it means', () => {
  it.each<[keyof typeof ATTRIBUTES, unknown, unknown]>([
    ['timeout', '60', 60],
    ['timeout', ' 0.5 ', 0.5],
    ['timeout', 45, 45],
    ['timeout', 'soon', 'soon'],
    ['timeout', '', ''],
    ['timeout', 'Infinity', 'Infinity'],
    ['widthCm', '25', 25],
    ['widthCm', '-0', -0],
    ['noPdf', '', true],
    ['noPdf', true, true],
    ['noPdf', 'no-pdf', true],
    ['noPdf', 'false', false],
    ['noPdf', false, false],
    ['disabled', 'false', false],
    ['niche', 'lego', 'lego'],
    ['cache', 'off', 'off'],
  ])('%s: %j is %j', (name, written, meant) => {
    expect(ATTRIBUTES[name].read(written)).toBe(meant);
  });
});

it('kebab() spells a property as its attribute', () => {
  expect(['timeout', 'noPdf', 'unitWidthCm'].map(kebab)).toEqual(['timeout', 'no-pdf', 'unit-width-cm']);
});
