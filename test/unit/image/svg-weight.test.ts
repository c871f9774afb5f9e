import { isTooComplex } from '../../../src/image/svg-weight.js';

const svg = (content: string) =>
  `<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">${content}</svg>`;
const nested = (levels: number, each: number, use = (id: number) => `<use href="#l${id}"/>`) =>
  svg(
    `<g id="l0"><circle r="1"/></g>` +
      Array.from({ length: levels }, (_, i) => `<g id="l${i + 1}">${use(i).repeat(each)}</g>`).join(''),
  );
const quickly = (text: string) => {
  const start = performance.now();
  const answer = isTooComplex(text);
  expect(performance.now() - start).toBeLessThan(3000); // a promise about hanging, not about speed
  return answer;
};

describe('isTooComplex', () => {
  it.each([
    ['a drawing', svg('<rect/>')],
    ['a large map', svg('<path d="M0 0h9"/>'.repeat(10_000))],
    ['a chess board', svg(`<g id="f"><rect/></g>${'<use href="#f"/>'.repeat(64)}`)],
    [
      'a shadow under ten shapes',
      svg(`<filter id="s"><feGaussianBlur/><feOffset/></filter>${'<g filter="url(#s)"/>'.repeat(10)}`),
    ],
    ['what borrows itself', svg('<g id="a"><use href="#b"/></g><g id="b"><use href="#a"/></g>')],
    ['nothing', ''],
    ['names that are nowhere', svg('<use href="#nowhere"/>'.repeat(100))],
  ])('%s is not', (_, text) => expect(quickly(text)).toBe(false));

  it.each([
    ['nested use', nested(10, 10)],
    ['nested use by the old name', nested(10, 10, (id) => `<use xlink:href = ' #l${id}'/>`)],
    ['doubled for ever', nested(60, 2)],
    ['patterns in patterns', nested(8, 10, (id) => `<rect fill="url('#l${id}')"/>`)],
    ['hidden behind a > in quotes', nested(10, 10, (id) => `<use class=">" href="#l${id}"/>`)],
    ['more shapes than can be drawn at once', svg('<path d="M0 0h9"/>'.repeat(30_000))],
    ['a blur under everything', svg(`<filter id="s"><feGaussianBlur/></filter>${'<g filter="url(#s)">'.repeat(100)}`)],
  ])('%s is', (_, text) => expect(quickly(text)).toBe(true));

  it('comments and style sheets do not count', () => {
    expect(isTooComplex(svg(`<!-- ${'<use href="#l"/>'.repeat(30_000)} --><rect/>`))).toBe(false);
    expect(isTooComplex(svg(`<style><![CDATA[ ${'a > b {}'.repeat(30_000)} ]]></style>`))).toBe(false);
  });

  it.each(['<', '<a "', "<a '", '<a ">', '<!--', '<![CDATA[', '<g id="a">', '</g>', '<a b="', '<g>'])(
    'reads a megabyte of %j without hanging',
    (part) => {
      quickly(part.repeat(2 ** 20 / part.length));
    },
  );
});
