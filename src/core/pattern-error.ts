/** Why a press brought no pattern. A closed union: a page may switch over it. */
export type PatternErrorCode =
  | 'quota-exhausted'
  | 'credits-exhausted'
  | 'rate-limited'
  | 'offline'
  | 'network'
  | 'timeout'
  | 'image-invalid'
  | 'image-too-large'
  | 'image-unsupported'
  | 'parameters-invalid'
  | 'niche-invalid'
  | 'unauthorized'
  | 'forbidden'
  | 'server-error'
  | 'bad-response'
  | 'cancelled'
  | 'misconfigured';

/** What neither waiting nor the visitor can mend. */
export const OWNER_MUST_ACT: ReadonlySet<PatternErrorCode | undefined> = new Set([
  'unauthorized',
  'forbidden',
  'misconfigured',
] as const);

export interface PatternErrorDetails {
  /** When it works again, if that is known. */
  retryAt?: Date;
  /** HTTP status of the API's answer. */
  status?: number;
  /** For the owner: what the API said, without any key. */
  cause?: unknown;
  /** Name of the parameter at fault (camelCase), for parameters-invalid. */
  field?: string;
  /** For image-unsupported: the format that cannot be read. */
  format?: string;
  /** The request may have been counted although no answer came. */
  maybeCounted?: boolean;
}

export class PatternError extends Error {
  override name = 'PatternError';
  declare retryAt?: Date;
  declare status?: number;
  declare field?: string;
  declare format?: string;
  declare maybeCounted?: boolean;
  constructor(
    readonly code: PatternErrorCode,
    details: PatternErrorDetails = {},
  ) {
    super(code);
    Object.assign(this, details);
  }
  /** Each script file has a copy of this class: to a page they are one. */
  static override [Symbol.hasInstance](value: unknown): boolean {
    return (value as Error | undefined)?.name === 'PatternError';
  }
}

/** Any failure as one of ours: errors of the second file come from another copy of this class. */
export function toPatternError(cause: unknown): PatternError {
  if (cause instanceof PatternError) return cause;
  const known = cause as PatternError | undefined;
  if ((known?.name as string) === 'AbortError') return new PatternError('cancelled');
  return known?.name === 'PatternError' ? new PatternError(known.code, known) : new PatternError('server-error', { cause });
}
