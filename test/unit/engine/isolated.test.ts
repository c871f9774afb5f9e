import { finish } from '../../../src/core/slices.js';
import { countIsolated, joiningIsolated, type Grid } from '../../../src/engine/isolated.js';
import { listColors } from '../../../src/engine/srgb-colors.js';

const shades = ['#000000', '#ffffff', '#f7f7f7', '#fbfbfb'];
const catalogue = listColors(shades);

/** A grid drawn with digits, and the colours the cells ought to have: their own unless told. */
function grid(drawing: string[], wanted: Record<number, string> = {}) {
  const digits = drawing.join('');
  const cells = Uint16Array.from(digits, Number);
  const colors = listColors([...digits].map((digit, cell) => wanted[cell] ?? shades[Number(digit)]!));
  return { cells, columns: drawing[0]!.length, rows: drawing.length, colors };
}
const drawn = ({ cells, columns }: Grid) =>
  Array.from(cells)
    .join('')
    .match(new RegExp(`.{${columns}}`, 'g'));

describe('isolated cells', () => {
  it('are those without company over an edge', () => {
    expect(countIsolated(grid(['0']))).toBe(1);
    expect(countIsolated(grid(['01', '10']))).toBe(4); // corners do not count
    expect(countIsolated(grid(['111', '101', '111']))).toBe(1);
    expect(countIsolated(grid(['110', '011']))).toBe(2);
    expect(countIsolated(grid(['1000', '1110', '0101']))).toBe(3);
    expect(countIsolated(grid(['10', '10']))).toBe(0); // the end of a row is not beside the start of the next
    expect(countIsolated(grid(['001', '100']))).toBe(2);
  });

  it('take a neighbour’s colour where that costs little', () => {
    const picture = grid(['1111', '1121', '1111']);
    finish(joiningIsolated(picture, picture.colors, catalogue));
    expect(drawn(picture)).toEqual(['1111', '1111', '1111']);
  });

  it('stay where they are detail', () => {
    const picture = grid(Array.from({ length: 12 }, (_, y) => (y === 5 ? '111110111111' : '111111111111')));
    const before = drawn(picture);
    finish(joiningIsolated(picture, picture.colors, catalogue));
    expect(drawn(picture)).toEqual(before);
  });

  it('win a neighbour over when that is cheaper', () => {
    // The middle must stay black; the cell to its right is wanted in a grey that is as near to black as to white.
    const picture = grid(['11111', '11011', '11111'], { 8: '#707070' });
    finish(joiningIsolated(picture, picture.colors, catalogue));
    expect(drawn(picture)).toEqual(['11111', '11001', '11111']);
  });

  it('never leave another cell alone instead', () => {
    let seed = 9;
    const random = (n: number) => ((seed = (seed * 1103515245 + 12345) % 2147483648) >>> 16) % n;
    for (let round = 0; round < 50; round++) {
      const picture = grid(Array.from({ length: 8 }, () => Array.from({ length: 9 }, () => random(4)).join('')));
      const before = countIsolated(picture);
      const lonely = (cells: Uint16Array) => {
        const alone = new Set<number>();
        for (let cell = 0; cell < cells.length; cell++) {
          const one = cells.map((color, i) => (i === cell ? color : color === cells[cell] ? 1 : 0));
          const [x, y] = [cell % 9, Math.floor(cell / 9)];
          const near = [x > 0 && cell - 1, x < 8 && cell + 1, y > 0 && cell - 9, y < 7 && cell + 9].filter((n) => n !== false);
          if (near.every((n) => one[n as number] === 0)) alone.add(cell);
        }
        return alone;
      };
      const aloneBefore = lonely(picture.cells);
      expect(aloneBefore.size).toBe(before);
      finish(joiningIsolated(picture, picture.colors, catalogue));
      for (const cell of lonely(picture.cells)) expect(aloneBefore.has(cell)).toBe(true);
      expect(countIsolated(picture)).toBeLessThan(before);
    }
  });
});
