import sharp from 'sharp';
import { outline } from '../../../src/chart/outline.js';
import { SHAPES } from '../../../src/chart/shapes.js';

const ink = async (path: string, weight: number) => {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="50" height="50" viewBox="0 0 100 100"><path d="${path}" fill="${weight ? 'none' : '#000'}" stroke="#000" stroke-width="${weight}"/></svg>`;
  return [...(await sharp(Buffer.from(svg)).flatten({ background: '#fff' }).greyscale().raw().toBuffer())];
};

it('moves, lines and curves alone draw what the path of every symbol draws', async () => {
  for (const { char, fill, stroke } of SHAPES)
    for (const [path, weight] of [
      [fill, 0],
      [stroke, 8],
    ] as const) {
      const plain = outline(path).map((piece) => piece.join(' ')).join(''); // prettier-ignore
      expect(plain).toMatch(/^[MLCZ\d\s.e-]*$/);
      const [one, other] = await Promise.all([ink(path, weight), ink(plain, weight)]);
      const difference = one.reduce((sum, value, at) => sum + Math.abs(value - other[at]!), 0) / 255;
      expect(difference, char).toBeLessThan(6); // of 2500 pixels
    }
});
