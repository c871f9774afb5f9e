/** What a failed request means (SPEC 3). */
export interface Failure {
  /**
   * `throttled`: too fast; without `until` nothing was readable, so back off. `exhausted`: the uses of the month, or of another
   * quota of a day or more, are gone. `credits`: only paying ends that. `transient`: may work when tried again. `refused`: the
   * request itself is wrong, and the same again will fail again.
   */
  kind: 'throttled' | 'exhausted' | 'credits' | 'transient' | 'refused' | 'unknown';
  /** When it is over, in milliseconds since 1970 by the local clock. */
  until?: number;
  /** The budget of our own proxy that is used up, e.g. `visitor-day`: the vendor's counter says nothing about it. */
  policy?: string;
}

/** Thrown where a request is held back before it is sent. */
export class QuotaError extends Error {
  constructor(readonly failure: Failure) {
    super(failure.kind);
  }
}

/** Nobody sits out more than ten minutes: a limit that is further away is told like an exhausted quota, with its own time. */
export const isFar = (until: number, now: number) => until - now > 600_000;
