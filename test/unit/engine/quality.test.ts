import { averageCells } from '../../../src/engine/area-average.js';
import { finish } from '../../../src/core/slices.js';
import { assigning } from '../../../src/engine/assign.js';
import { deltaE } from '../../../src/engine/ciede2000.js';
import { createPattern } from '../../../src/engine/index.js';
import { countIsolated } from '../../../src/engine/isolated.js';
import { listColors } from '../../../src/engine/srgb-colors.js';
import { catalogueFor } from '../../../demo/server/catalogues/index.js';
import { makePicture } from './golden.js';
import { mean, patternLosses, referenceLosses } from './reference.js';

const catalogue = catalogueFor('crossstitch');
const threads = listColors(catalogue.map(({ hex }) => hex));
const [columns, rows] = [60, 40];

describe.each([1, 2, 3])('drawn picture %d', (seed) => {
  const picture = makePicture(240, 160, seed);
  const cells = averageCells(picture, columns, rows);

  it.each([2, 8, 20])('with %d threads loses at most 3 percent more colour than the exhaustive method', (maxColors) => {
    const pattern = createPattern(picture, { columns, rows, maxColors, catalogue, direction: 'rows' });
    const losses = patternLosses(pattern, cells, listColors(pattern.materials.map(({ hex }) => hex)));
    expect(mean(losses) / mean(referenceLosses(cells, threads, maxColors))).toBeLessThanOrEqual(1.03);
    expect(countIsolated(pattern) / pattern.cells.length).toBeLessThanOrEqual(0.02);
  });
});

it('cleans up a noisy picture', () => {
  const options = { columns: 80, rows: 60, catalogue, direction: 'rows' as const };
  const noise = makePicture(80, 60, 5);
  const share = (cleanup: boolean) => countIsolated(createPattern(noise, { ...options, cleanup })) / 4800;
  expect(share(false)).toBeGreaterThan(0.05);
  expect(share(true)).toBeLessThanOrEqual(0.02);
});

it('gives each cell its nearest colour by ΔE00, though OKLab leaves most unasked', () => {
  const hexes = Array.from({ length: 8000 }, (_, i) => '#' + ((i * 2654435761) % 16777216).toString(16).padStart(6, '0'));
  const cells = listColors(hexes);
  const chosen = Array.from({ length: 30 }, (_, i) => i * 15);
  const assigned = finish(assigning(cells, threads, chosen));
  let extra = 0;
  assigned.forEach((color, cell) => {
    const least = Math.min(...chosen.map((candidate) => deltaE(cells.lab, cell, threads.lab, candidate)));
    const more = deltaE(cells.lab, cell, threads.lab, color) - least;
    expect(more).toBeLessThan(0.5);
    extra += more;
  });
  expect(extra / cells.length).toBeLessThan(1e-4);
});
