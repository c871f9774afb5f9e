import { pagesOf } from '../../../src/element/panels/craft/print.js';

it.each([
  [12, 10],
  [133, 125],
  [60, 72],
  [61, 73],
  [1000, 1000],
  [3000, 10],
])('the pages of %i × %i cells hold each cell, overlap, and are no book', (columns, rows) => {
  const pages = pagesOf(columns, rows);
  const seen = new Uint8Array(columns * rows);
  for (const {
    columns: [c0, c1],
    rows: [r0, r1],
    cell,
  } of pages) {
    expect(cell).toBeGreaterThanOrEqual(4);
    for (let row = r0; row < r1; row++) seen.fill(1, row * columns + c0, row * columns + c1);
  }
  expect(seen.every(Boolean)).toBe(true);
  expect(pages.length).toBeLessThanOrEqual(60);
  if (pages.length > 1)
    expect(pages.reduce((sum, { columns: c, rows: r }) => sum + (c[1] - c[0]) * (r[1] - r[0]), 0)).toBeGreaterThan(
      columns * rows,
    );
});
