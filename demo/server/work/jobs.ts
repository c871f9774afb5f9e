import { createPattern, type PatternOptions, type Pixels } from '../../../src/engine/index.js';
import { createPdf, type PdfOptions } from '../pdf/index.js';
import { render, type RenderJob } from '../picsart/render.js';
import { patternAnswer, readAnswer } from '../pixcraft/answer.js';
import type { Niche } from '../pixcraft/niches.js';

/** A pattern as it is answered and kept: a million cells are a few bytes to copy this way, and seconds as objects. */
export interface Made {
  /** the JSON of the answer but for `usage`, as UTF-8 */
  answer: Uint8Array;
  cells: Uint16Array;
}

/** What takes long, and therefore runs in a thread of its own. Inputs and outputs are plain data. */
export const JOBS = {
  pattern({ pixels, options, niche }: { pixels: Pixels; options: PatternOptions; niche: Niche }): Made {
    const pattern = createPattern(pixels, options);
    return { answer: new TextEncoder().encode(JSON.stringify(patternAnswer(pattern, niche))), cells: pattern.cells };
  },
  pdf: ({ made, ...options }: { made: Made } & Omit<PdfOptions, 'pattern'>): Promise<Uint8Array> =>
    createPdf({ ...options, pattern: { ...readAnswer(made.answer), cells: made.cells } }),
  tiling: (job: RenderJob): Promise<Uint8Array> => render(job),
};

type Jobs = typeof JOBS;
export type JobName = keyof Jobs;
export type Input<Name extends JobName> = Parameters<Jobs[Name]>[0];
export type Output<Name extends JobName> = Awaited<ReturnType<Jobs[Name]>>;

/** Does one job. `transfer`: buffers of the input that the caller needs no more. */
export type Run = <Name extends JobName>(name: Name, input: Input<Name>, transfer?: ArrayBuffer[]) => Promise<Output<Name>>;
