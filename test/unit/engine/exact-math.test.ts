import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { angleInDegrees, cubeRoot, expOfMinus, fifthRoot, sineOfDegrees } from '../../../src/engine/exact-math.js';

const seeded = { seed: 20, numRuns: 2000 };
const between = (min: number, max: number) => fc.double({ min, max, noNaN: true });

describe('functions made of the four operations and the square root', () => {
  it('takes cube roots', () => {
    expect(cubeRoot(0)).toBe(0);
    for (const [x, root] of [
      [1, 1],
      [8, 2],
      [0.125, 0.5],
      [0.001, 0.1],
    ] as const)
      expect(cubeRoot(x)).toBeCloseTo(root, 14);
    fc.assert(
      fc.property(between(1e-12, 8), (x) => Math.abs(cubeRoot(x) / Math.cbrt(x) - 1) < 1e-14),
      seeded,
    );
  });

  it('takes fifth roots', () => {
    fc.assert(
      fc.property(between(0.001, 1), (x) => Math.abs(fifthRoot(x) / x ** 0.2 - 1) < 1e-14),
      seeded,
    );
  });

  it('measures angles', () => {
    const radians = Math.PI / 180;
    fc.assert(
      fc.property(between(-172, 172), (angle) => {
        return Math.abs(angleInDegrees(Math.cos(angle * radians), Math.sin(angle * radians)) - angle) < 1e-11;
      }),
      seeded,
    );
  });

  it('knows the exponential and the sine', () => {
    fc.assert(
      fc.property(between(0, 40), (x) => Math.abs(expOfMinus(x) / Math.exp(-x) - 1) < 1e-13),
      seeded,
    );
    fc.assert(
      fc.property(between(0, 90), (x) => Math.abs(sineOfDegrees(x) - Math.sin((x * Math.PI) / 180)) < 1e-14),
      seeded,
    );
  });
});

// Whatever else `Math` offers, and `**` of fractions, may differ in the last bit between engines, and so might the cells.
it('uses nothing in the engine that browsers compute differently', () => {
  const exact = new Set(['PI', 'abs', 'ceil', 'floor', 'imul', 'max', 'min', 'round', 'sqrt', 'trunc']);
  const folder = new URL('../../../src/engine/', import.meta.url);
  const files = readdirSync(folder).filter((file) => file.endsWith('.ts'));
  expect(files.length).toBeGreaterThan(10);
  for (const file of files) {
    const code = readFileSync(new URL(file, folder), 'utf8').replace(/\/\*[^]*?\*\/|\/\/.*/g, '');
    const used = [...code.matchAll(/Math\.(\w+)/g)].map((match) => match[1]!).filter((name) => !exact.has(name));
    expect({ file, used, powers: code.match(/\S+ \*\* (?!24)\S+/g) }).toEqual({ file, used: [], powers: null });
    expect(code, file).not.toMatch(/\b(Date|document|window|process|crypto|Intl|toLocale\w+)\b/);
  }
});
