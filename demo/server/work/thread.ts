import { parentPort } from 'node:worker_threads';
import { PictureProblem } from '../picture/problem.js';
import { JOBS, type JobName } from './jobs.js';

export interface Order {
  name: JobName;
  input: never;
}
export type Report = { output: unknown } | { problem: Pick<PictureProblem, 'kind' | 'message'> } | { error: unknown };

parentPort!.on('message', async ({ name, input }: Order) => {
  try {
    const output = await JOBS[name](input);
    parentPort!.postMessage({ output } satisfies Report, ownBuffers(output));
  } catch (error) {
    const report: Report =
      error instanceof PictureProblem ? { problem: { kind: error.kind, message: error.message } } : { error };
    parentPort!.postMessage(report);
  }
});

/** Arrays that fill their buffer are handed over; one that lies in a shared pool is copied. */
const ownBuffers = (output: object) =>
  [output, ...Object.values(output)]
    .filter((value) => ArrayBuffer.isView(value) && value.byteLength === value.buffer.byteLength)
    .map(({ buffer }) => buffer as ArrayBuffer);
