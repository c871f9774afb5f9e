import { summarizeColors } from '../../../src/engine/color-summary.js';
import { writeGuide } from '../../../src/engine/guide.js';
import { createPattern, type Direction, type Pattern, type PatternOptions, type Pixels } from '../../../src/engine/index.js';
import { createPdf, type PdfOptions } from '../pdf/index.js';
import { render, type RenderJob } from '../picsart/render.js';
import { patternAnswer } from '../pixcraft/answer.js';
import type { Niche } from '../pixcraft/niches.js';

/** A pattern without what can be written from its cells again: that is what is kept. */
export type Grid = Pick<Pattern, 'columns' | 'rows' | 'cells' | 'materials' | 'difficulty'>;

export interface Made {
  grid: Grid;
  /** the JSON of the answer but for `usage`, as UTF-8: to copy a million runs as objects would stop the server for seconds */
  answer: Uint8Array;
}

/** What takes long, and therefore runs in a thread of its own. Inputs and outputs are plain data. */
export const JOBS = {
  pattern({ pixels, options, niche }: { pixels: Pixels; options: PatternOptions; niche: Niche }): Made {
    const pattern = createPattern(pixels, options);
    const { columns, rows, cells, materials, difficulty } = pattern;
    const answer = new TextEncoder().encode(JSON.stringify(patternAnswer(pattern, niche)));
    return { grid: { columns, rows, cells, materials, difficulty }, answer };
  },
  pdf({ grid, direction, ...options }: { grid: Grid; direction: Direction } & Omit<PdfOptions, 'pattern'>): Promise<Uint8Array> {
    const { columns, rows, cells, materials } = grid;
    const guide = writeGuide(cells, columns, rows, direction, materials);
    const colorSummary = options.colorSummary ? summarizeColors(cells, columns, rows, materials) : [];
    return createPdf({ ...options, pattern: { ...grid, guide, colorSummary } });
  },
  tiling: (job: RenderJob): Promise<Uint8Array> => render(job),
};

type Jobs = typeof JOBS;
export type JobName = keyof Jobs;
export type Input<Name extends JobName> = Parameters<Jobs[Name]>[0];
export type Output<Name extends JobName> = Awaited<ReturnType<Jobs[Name]>>;

/** Does one job. `transfer`: buffers of the input that the caller needs no more. */
export type Run = <Name extends JobName>(name: Name, input: Input<Name>, transfer?: ArrayBuffer[]) => Promise<Output<Name>>;
