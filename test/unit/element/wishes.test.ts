import { may, Wishes } from '../../../src/element/wishes.js';
import { pixcraftFace } from '../../../src/providers/pixcraft/face.js';

type Setup = { typed?: string; parameters?: object; properties?: object; attributes?: Record<string, string> };
const page = ({ parameters, properties, attributes = {} }: Setup) =>
  ({ parameters, ...properties, getAttribute: (name: string) => attributes[name] ?? null }) as never;
const width = [{ name: 'widthCm', min: 10, max: 1000, initial: 30 }];
const input = (value: string, badInput = false) => ({ name: 'widthCm', value, validity: { badInput } }) as HTMLInputElement;

function setUp(setup: Setup): Wishes {
  const wishes = new Wishes(page(setup), () => width);
  if (setup.typed != null) wishes.type({ widthCm: setup.typed });
  return wishes;
}

describe('whose word counts', () => {
  it.each<[string, Setup, unknown]>([
    ['the visitor’s before all', { typed: '11', parameters: { widthCm: 12 }, properties: { widthCm: 13 } }, '11'],
    ['`parameters` before attributes', { parameters: { widthCm: 12 }, properties: { widthCm: 13 } }, 12],
    ['`parameters` by the API’s name', { parameters: { width_cm: 12 }, properties: { widthCm: 13 } }, 12],
    ['a property', { properties: { widthCm: 13 } }, 13],
    ['an attribute that is no property', { attributes: { 'width-cm': '14' } }, '14'],
    ['an emptied field before a page’s word', { typed: '', properties: { widthCm: 13 } }, ''],
    ['nobody’s', {}, null],
  ])('%s', (_, setup, wish) => {
    expect(setUp(setup).all).toEqual({ widthCm: wish });
  });

  it.each<[string, PropertyKey[], unknown]>([
    ['one that it names', ['widthCm'], 13],
    ['all, with new `parameters`', ['parameters'], 13],
    ['none with another property', ['heightCm', 'endpoint'], '11'],
  ])('what a page says anew goes before what was typed: %s', (_, names, wish) => {
    const wishes = setUp({ typed: '11', properties: { widthCm: 13 } });
    wishes.overrule(names);
    expect(wishes.all).toEqual({ widthCm: wish });
  });
});

describe('what stands in the fields counts at the press', () => {
  it.each<[string, Setup, HTMLInputElement, unknown]>([
    ['a value nobody was told of', { properties: { widthCm: 13 } }, input('40'), '40'],
    ['an emptied field', { properties: { widthCm: 13 } }, input(''), ''],
    ['the page’s own, untouched', { properties: { widthCm: 13 } }, input('13'), 13],
    ['the default, untouched', {}, input('30'), null],
    ['what is no number', {}, input('', true), 'NaN'],
    ['not: rubbish of the page, which a field cannot show', { properties: { widthCm: 'wide' } }, input(''), 'wide'],
  ])('%s', (_, setup, field, wish) => {
    const wishes = setUp(setup);
    wishes.gather({ querySelectorAll: (part: string) => (part === '[part=input]' ? [field] : []) } as unknown as ParentNode);
    expect(wishes.all).toEqual({ widthCm: wish });
  });
});

describe('what the visitor may change', () => {
  it.each<[string | undefined, string, boolean]>([
    [undefined, 'image', true],
    [undefined, 'niche', true],
    [undefined, 'unitWidthCm', false],
    ['none', 'image', false],
    ['none', 'niche', false],
    ['image  width-cm', 'image', true],
    ['image\n width-cm', 'widthCm', true],
    ['image width-cm', 'heightCm', false],
    ['unit-width-cm', 'unitWidthCm', true],
    ['', 'image', false],
  ])('controls=%j: %s %s', (controls, name, allowed) => {
    expect(may(name, controls, pixcraftFace)).toBe(allowed);
  });
});
