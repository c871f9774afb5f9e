import { PictureProblem } from '../picture/problem.js';
import type { Call } from '../services.js';

const MESSAGES = {
  400: 'Bad Request',
  401: 'Unauthorized',
  402: 'Payment Required', // the only message that is documented word for word
  403: 'Forbidden',
  404: 'Not Found',
  405: 'Method Not Allowed',
  413: 'Request Entity Too Large',
  415: 'Unsupported Media Type',
  429: 'Too Many Requests',
  500: 'Internal Server Error',
} as const;

export type Status = keyof typeof MESSAGES;

/** Documented: `{message, detail?, code?}`. The codes are assumed. */
export class PicsartError extends Error {
  constructor(
    readonly status: Status,
    readonly detail?: string,
    readonly code?: string,
    readonly headers: Record<string, string> = {},
  ) {
    super(MESSAGES[status]);
  }
}

const fromPicture = ({ kind, message }: PictureProblem) =>
  new PicsartError(kind === 'too-large' ? 413 : 400, message, kind === 'unreachable' ? 'image_unreachable' : 'image_invalid');

export function answerError(error: Error, call: Call): Response {
  let known = error instanceof PictureProblem ? fromPicture(error) : error;
  if (!(known instanceof PicsartError)) {
    console.error('Picsart request failed:', error);
    known = new PicsartError(500);
  }
  const { message, detail, code, status, headers } = known as PicsartError;
  return call.json({ message, detail, code }, status, headers);
}
