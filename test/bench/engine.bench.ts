/**
 * The engine's colours and speed beside the exhaustive method, over our own 454 threads:
 * `npx tsx test/bench/engine.bench.ts [photo…]`. Without photos it draws pictures itself.
 */
import { basename } from 'node:path';
import sharp from 'sharp';
import { catalogueFor } from '../../demo/server/catalogues/index.js';
import { averageCells } from '../../src/engine/area-average.js';
import { createPattern, type Pixels } from '../../src/engine/index.js';
import { countIsolated } from '../../src/engine/isolated.js';
import { listColors } from '../../src/engine/srgb-colors.js';
import { makePicture } from '../unit/engine/golden.js';
import { mean, patternLosses, referenceLosses } from '../unit/engine/reference.js';

const [COLUMNS, ROWS, COLORS, TIMES] = [150, 100, 20, 7];
const catalogue = catalogueFor('crossstitch');
const threads = listColors(catalogue.map(({ hex }) => hex));

async function readPhoto(path: string): Promise<Pixels> {
  const { data, info } = await sharp(path).toColourspace('srgb').ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  return { data: new Uint8ClampedArray(data), width: info.width, height: info.height };
}

function measure(name: string, pixels: Pixels) {
  const options = { columns: COLUMNS, rows: ROWS, maxColors: COLORS, catalogue, direction: 'rows' } as const;
  const times = Array.from({ length: TIMES }, () => {
    const start = performance.now();
    createPattern(pixels, options);
    return performance.now() - start;
  }).sort((a, b) => a - b);
  const cells = averageCells(pixels, COLUMNS, ROWS);
  const lossOf = (cleanup: boolean) => {
    const pattern = createPattern(pixels, { ...options, cleanup });
    return { pattern, loss: mean(patternLosses(pattern, cells, listColors(pattern.materials.map(({ hex }) => hex)))) };
  };
  const reference = mean(referenceLosses(cells, threads, COLORS));
  const [raw, clean] = [lossOf(false), lossOf(true)];
  const isolated = (cellsOf: Uint16Array) =>
    `${((100 * countIsolated({ cells: cellsOf, columns: COLUMNS, rows: ROWS })) / cellsOf.length).toFixed(2)} %`;
  return {
    picture: name,
    'reference ΔE00': reference.toFixed(3),
    'before clean-up': raw.loss.toFixed(3),
    'ours ΔE00': clean.loss.toFixed(3),
    ratio: (clean.loss / reference).toFixed(4),
    'isolated before': isolated(raw.pattern.cells),
    isolated: isolated(clean.pattern.cells),
    'ms first': times.at(-1)!.toFixed(0),
    'ms median': times[(TIMES - 1) / 2]!.toFixed(0),
    'ms best': times[0]!.toFixed(0),
  };
}

const photos = process.argv.slice(2);
const rows = [];
if (photos.length > 0) for (const photo of photos) rows.push(measure(basename(photo), await readPhoto(photo)));
else for (const seed of [1, 2, 3]) rows.push(measure(`drawn ${seed}`, makePicture(600 * seed, 400 * seed, seed)));
console.table(rows);

const big = makePicture(1500, 1200);
const start = performance.now();
createPattern(big, { columns: 1000, rows: 1000, maxColors: COLORS, catalogue, direction: 'rows' });
console.log(`1000 × 1000 cells: ${(performance.now() - start).toFixed(0)} ms`);
