import { STATUS_CODES } from 'node:http';
import { Busy } from '../work/pool.js';
import { PictureProblem, type ProblemKind } from '../picture/problem.js';
import type { Call } from '../services.js';

/** Those of the documented statuses that are needed here. */
type Status = 400 | 401 | 402 | 404 | 405 | 413 | 415 | 422 | 429 | 500 | 503;

/**
 * Documented: `{code, message, detail}` with an integer code, 401 in the example of a 401, so it is taken to be the status;
 * and word for word the body of a 402, which has neither code nor detail.
 */
export function errorBody(status: number, detail: string) {
  const message = STATUS_CODES[status] ?? detail;
  return status === 402 ? { message } : { code: status, message, detail };
}

export class PicsartError extends Error {
  constructor(
    readonly status: Status,
    detail: string,
    readonly headers: Record<string, string> = {},
  ) {
    super(detail);
  }
}

/** That an address which answers with 404 is a 422 is documented, the others are assumed. */
const PICTURE_STATUS: Record<ProblemKind, Status> = { 'too-large': 413, unreadable: 400, unreachable: 422 };

export function answerError(error: Error, call: Call): Response {
  let known: Error = error;
  if (error instanceof PictureProblem) known = new PicsartError(PICTURE_STATUS[error.kind], error.message);
  if (error instanceof Busy) known = new PicsartError(503, 'The server is busy. Try again.');
  if (!(known instanceof PicsartError)) {
    console.error('Picsart request failed:', error);
    known = new PicsartError(500, 'The picture could not be made. Try again.');
  }
  const { message, status, headers } = known as PicsartError;
  return call.json(errorBody(status, message), status, headers);
}
