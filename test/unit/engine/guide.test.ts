import { replay, writeGuide } from '../../../src/engine/guide.js';
import { DIRECTIONS } from '../../../src/engine/walk.js';
import { summarizeColors } from '../../../src/engine/color-summary.js';
import { rateDifficulty } from '../../../src/engine/difficulty.js';
import type { Direction } from '../../../src/engine/index.js';

const materials = ['a', 'b', 'c'].map((id) => ({ id, name: id.toUpperCase(), hex: '#000000', quantity: 1, percentage: 1 }));
// a a b
// c b b
const cells = Uint16Array.from([0, 0, 1, 2, 1, 1]);
const told = (direction: Direction) =>
  writeGuide(cells, 3, 2, direction, materials).map(
    ({ step, runs }) => `${step}: ${runs.map(({ id, count }) => `${count}${id}`).join(' ')}`,
  );

describe('guide', () => {
  it('goes by rows from the top', () => expect(told('rows')).toEqual(['1: 2a 1b', '2: 1c 2b']));
  it('goes by columns from the left', () => expect(told('columns')).toEqual(['1: 1a 1c', '2: 1a 1b', '3: 2b']));
  it('goes by rows from the bottom', () => expect(told('bottom-up')).toEqual(['1: 1c 2b', '2: 2a 1b']));

  it.each(DIRECTIONS)('replays %s', (direction) => {
    const guide = writeGuide(cells, 3, 2, direction, materials);
    expect(replay(guide, 3, 2, direction, materials)).toEqual(cells);
  });

  it('refuses a guide that does not fill the grid', () => {
    const guide = writeGuide(cells, 3, 2, 'rows', materials);
    expect(() => replay(guide, 3, 3, 'rows', materials)).toThrow('The guide has 2 steps, the grid needs 3.');
    expect(() => replay(guide, 4, 2, 'rows', materials)).toThrow('Step 1 has 3 cells, the grid needs 4.');
    expect(() => replay(guide, 3, 2, 'rows', materials.slice(0, 2))).toThrow('Step 2 uses c, which is not among the materials.');
  });
});

it('lists columns as numbers and ranges, row by row, counted from 1', () => {
  const row = [0, 1, 0, 0, 0, 1, 1, 1, 1, 1, 0];
  const grid = Uint16Array.from([...row, ...row.map(() => 1)]);
  expect(summarizeColors(grid, 11, 2, materials.slice(0, 2))).toEqual([
    { color: 'A', hex: '#000000', positions: [{ row: 1, columns: '1,3-5,11' }] },
    {
      color: 'B',
      hex: '#000000',
      positions: [
        { row: 1, columns: '2,6-10' },
        { row: 2, columns: '1-11' },
      ],
    },
  ]);
});

it('rates by colours, size and changes of colour', () => {
  const guide = (changes: number) =>
    Array.from({ length: 10 }, () => ({ step: 1, direction: 'rows' as const, runs: Array(1 + changes / 10).fill({ count: 1 }) }));
  expect(rateDifficulty(10, 5_000, guide(1500))).toBe('easy');
  expect(rateDifficulty(11, 5_000, guide(1500))).toBe('medium');
  expect(rateDifficulty(10, 5_001, guide(1500))).toBe('medium');
  expect(rateDifficulty(10, 5_000, guide(1510))).toBe('medium');
  expect(rateDifficulty(26, 5_000, guide(1500))).toBe('hard');
  expect(rateDifficulty(10, 20_001, guide(1500))).toBe('hard');
  expect(rateDifficulty(10, 5_000, guide(2510))).toBe('hard');
});
