import type { Call } from '../services.js';
import { Busy } from '../work/pool.js';
import { PictureProblem, type ProblemKind } from '../picture/problem.js';

/** Documented, with a page for each code. */
export const errorBody = (code: string, message: string) => ({
  error: true,
  code,
  message,
  docs: `https://docs.pixcraft.es/errors/${code}`,
});

const DOCUMENTED = {
  MISSING_API_KEY: 401,
  INVALID_API_KEY: 401,
  INACTIVE_API_KEY: 401,
  INVALID_NICHE: 400,
  INVALID_IMAGE: 400,
  IMAGE_TOO_LARGE: 400,
  MISSING_REQUIRED_FIELD: 400,
  INVALID_DIMENSIONS: 400,
  RATE_LIMIT_EXCEEDED: 429, // the month's uses are gone
  PROCESSING_ERROR: 500,
} as const;

/** Situations the documentation is silent about; the real API may use other codes. */
const ASSUMED = {
  ORIGIN_NOT_ALLOWED: 403,
  INVALID_COLOR_CATALOG: 400,
  TOO_MANY_REQUESTS: 429, // the minute's
  NOT_FOUND: 404,
  METHOD_NOT_ALLOWED: 405,
} as const;

const STATUS = { ...DOCUMENTED, ...ASSUMED };
export type Code = keyof typeof STATUS;

export class PixcraftError extends Error {
  constructor(
    readonly code: Code,
    message: string,
    readonly headers: Record<string, string> = {},
  ) {
    super(message);
  }
}

const PICTURE_CODES: Record<ProblemKind, Code> = {
  'too-large': 'IMAGE_TOO_LARGE',
  unreadable: 'INVALID_IMAGE',
  unreachable: 'INVALID_IMAGE',
};

/** Every failure as the documented body. What was not foreseen is a PROCESSING_ERROR and told in the server's own console. */
export function answerError(error: Error, call: Call): Response {
  const known = error instanceof PictureProblem ? new PixcraftError(PICTURE_CODES[error.kind], error.message) : error;
  if (known instanceof PixcraftError) {
    const { code, message, headers } = known;
    return call.json(errorBody(code, message), STATUS[code], headers);
  }
  if (error instanceof Busy) return answerError(new PixcraftError('PROCESSING_ERROR', 'The server is busy. Try again.'), call);
  console.error('PixCraft request failed:', error);
  return answerError(new PixcraftError('PROCESSING_ERROR', 'The pattern could not be made. Try again.'), call);
}
