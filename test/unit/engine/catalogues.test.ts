import { NICHES, catalogueFor, isNiche } from '../../../demo/server/catalogues/index.js';
import { deltaE } from '../../../src/engine/ciede2000.js';
import { isHex, listColors } from '../../../src/engine/srgb-colors.js';

const SIZES = { crossstitch: 454, embroidery: 454, curtains: 80, lego: 60, rugs: 40, beads: 80, mosaic: 60 };

it('has a catalogue for each niche', () => {
  expect(Object.fromEntries(NICHES.map((niche) => [niche, catalogueFor(niche).length]))).toEqual(SIZES);
  expect([isNiche('lego'), isNiche('knitting'), isNiche('toString'), isNiche(5)]).toEqual([true, false, false, false]);
});

describe.each(NICHES)('catalogue for %s', (niche) => {
  const catalogue = catalogueFor(niche);
  const { lab } = listColors(catalogue.map(({ hex }) => hex));

  it('has ids, names and colours of their own', () => {
    for (const key of ['id', 'name', 'hex'] as const)
      expect(new Set(catalogue.map((color) => color[key])).size).toBe(catalogue.length);
    for (const { id, name, hex } of catalogue) {
      expect(id).toMatch(/^[A-Z]-\d{3}$/);
      expect(name).toMatch(/^[A-Z][a-z]+( [a-z]+)?$/);
      expect(isHex(hex)).toBe(true);
    }
  });

  it('tells its colours apart', () => {
    const room = niche === 'crossstitch' || niche === 'embroidery' ? 0.8 : 4;
    for (let i = 0; i < catalogue.length; i++) {
      for (let j = 0; j < i; j++)
        expect(deltaE(lab, i, lab, j), `${catalogue[i]!.name} / ${catalogue[j]!.name}`).toBeGreaterThan(room);
    }
  });

  it.each([
    ['white', '#ffffff', 8],
    ['black', '#101010', 9],
    ['grey', '#808080', 9],
    ['red', '#b81c20', 7],
    ['yellow', '#f2c820', 9],
    ['blue', '#1a4a94', 9],
    ['green', '#1f7a3f', 7],
    ['skin', '#dba988', 9],
  ])('has a good %s', (_, hex, within) => {
    const wanted = listColors([hex]).lab;
    expect(Math.min(...catalogue.map((_, i) => deltaE(wanted, 0, lab, i)))).toBeLessThan(within);
  });
});
