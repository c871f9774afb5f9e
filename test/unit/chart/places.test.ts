import fc from 'fast-check';
import { findPlaces } from '../../../src/chart/places.js';
import { finish } from '../../../src/chart/slices.js';

const colors = ['a', 'b', 'c'].map((name) => ({ name }));

it('every cell stands in the place of its colour, and in no other', () =>
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 9 }),
      fc.integer({ min: 1, max: 9 }),
      fc.infiniteStream(fc.nat(2)),
      (columns, rows, stream) => {
        const cells = Uint16Array.from({ length: columns * rows }, () => stream.next().value as number);
        const chart = { columns, rows, cells, colors, steps: [], direction: 'rows', unit: { width: 1, height: 1 } } as const;
        const told = new Uint16Array(cells.length).fill(99);
        for (const [color, places] of finish(findPlaces(chart)).entries())
          for (const { row, stretches } of places)
            for (const [first, last] of stretches)
              for (let column = first; column <= last; column++) {
                const cell = (row - 1) * columns + column - 1;
                expect(told[cell]).toBe(99);
                told[cell] = color;
              }
        expect(told).toEqual(cells);
      },
    ),
  ));

it('neighbours of one colour are one stretch, and rows without it are left out', () => {
  const cells = Uint16Array.from([0, 0, 1, 1, 1, 1, 0, 1, 0]);
  const chart = { columns: 3, rows: 3, cells, colors, steps: [], direction: 'rows', unit: { width: 1, height: 1 } } as const;
  expect(finish(findPlaces(chart))[0]).toEqual([
    { row: 1, stretches: [[1, 2]] },
    {
      row: 3,
      stretches: [
        [1, 1],
        [3, 3],
      ],
    },
  ]);
});
