import { finish, type Work } from '../core/slices.js';
import { averaging } from './area-average.js';
import { assigning } from './assign.js';
import { checkInput } from './check.js';
import { choosing, measuring } from './choose-colors.js';
import { summarizeColors } from './color-summary.js';
import { rateDifficulty } from './difficulty.js';
import { writeGuide } from './guide.js';
import { countingColors, HISTOGRAM } from './histogram.js';
import { joiningIsolated } from './isolated.js';
import { listMaterials } from './materials.js';
import type { Pattern, PatternOptions, Pixels } from './pattern.js';
import { listColors } from './srgb-colors.js';

export const DEFAULT_COLORS = 20;

/**
 * Turns a picture into a craft pattern. Pure: the same cells for the same input, in Node and in every browser.
 * @throws RangeError or TypeError that names the mistake in the input
 */
export const createPattern = (pixels: Pixels, options: PatternOptions): Pattern => finish(creatingPattern(pixels, options));

/** The same in small steps, for a page that must stay alive. */
export function* creatingPattern(pixels: Pixels, options: PatternOptions): Work<Pattern> {
  checkInput(pixels, options);
  const { columns, rows, catalogue, direction, maxColors = DEFAULT_COLORS, cleanup = true } = options;
  const shades = listColors(catalogue.map(({ hex }) => hex));
  const wanted = yield* averaging(pixels, columns, rows);
  const losses = yield* measuring(yield* countingColors(wanted, HISTOGRAM), shades);
  const chosen = yield* choosing(losses, Math.min(maxColors, catalogue.length));
  const assigned = yield* assigning(wanted, shades, chosen);
  if (cleanup) yield* joiningIsolated({ cells: assigned, columns, rows }, wanted, shades);
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
