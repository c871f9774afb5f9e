/** What a failed request means (SPEC 3). */
export interface Failure {
  kind:
    | /** Too fast. Without `until` nothing was readable: back off. */ 'throttled'
    | /** The month's uses, or those of another quota of a day or more, are gone. */ 'exhausted'
    | /** No credits left; only paying ends that. */ 'credits'
    | /** May work when tried again. */ 'transient'
    | /** The request itself is wrong; the same again will fail again. */ 'refused'
    | 'unknown';
  /** When it is over, in milliseconds since 1970 by the local clock. */
  until?: number;
}

/** Thrown where a request is held back before it is sent. */
export class QuotaError extends Error {
  constructor(readonly failure: Failure) {
    super(failure.kind);
  }
}

/** Nobody sits out more than ten minutes: a limit that is further away is told like an exhausted quota, with its own time. */
export const isFar = (until: number, now: number) => until - now > 600_000;
