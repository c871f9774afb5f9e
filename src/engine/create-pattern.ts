import { averageCells } from './area-average.js';
import { assignCells } from './assign.js';
import { checkInput } from './check.js';
import { chooseColors } from './choose-colors.js';
import { summarizeColors } from './color-summary.js';
import { rateDifficulty } from './difficulty.js';
import { writeGuide } from './guide.js';
import { countColors } from './histogram.js';
import { joinIsolated } from './isolated.js';
import { listMaterials } from './materials.js';
import type { Pattern, PatternOptions, Pixels } from './pattern.js';
import { listColors } from './srgb-colors.js';

const DEFAULT_COLORS = 20;

/** More mean colours than this do not better the choice (under 0.5 % of the loss), they only make it slow. */
const HISTOGRAM = 1500;

/**
 * Turns a picture into a craft pattern. Pure: the same cells for the same input, in Node and in every browser.
 * @throws RangeError or TypeError that names the mistake in the input
 */
export function createPattern(pixels: Pixels, options: PatternOptions): Pattern {
  checkInput(pixels, options);
  const { columns, rows, catalogue, direction, maxColors = DEFAULT_COLORS, cleanup = true } = options;
  const shades = listColors(catalogue.map(({ hex }) => hex));
  const wanted = averageCells(pixels, columns, rows);
  const chosen = chooseColors(countColors(wanted, HISTOGRAM), shades, Math.min(maxColors, catalogue.length));
  const assigned = assignCells(wanted, shades, chosen);
  if (cleanup) joinIsolated({ cells: assigned, columns, rows }, wanted, shades);
  const { materials, cells } = listMaterials(assigned, catalogue);
  const guide = writeGuide(cells, columns, rows, direction, materials);
  return {
    columns,
    rows,
    cells,
    materials,
    guide,
    colorSummary: summarizeColors(cells, columns, rows, materials),
    difficulty: rateDifficulty(materials.length, cells.length, guide),
  };
}
