/** What a failed request means (SPEC 3). Times are epoch milliseconds by the local clock. */
export type Failure =
  /** Too fast. Without `until` nothing was readable: back off. */
  | { kind: 'throttled'; until?: number }
  /** The month's uses, or another long allowance, are gone. */
  | { kind: 'exhausted'; until?: number }
  /** No credits left; only paying ends that. */
  | { kind: 'credits' }
  /** May work when tried again. */
  | { kind: 'transient' }
  /** The request itself is wrong; the same again will fail again. */
  | { kind: 'refused' }
  | { kind: 'unknown' };

/** Thrown where a request is held back before it is sent. */
export class QuotaError extends Error {
  constructor(readonly failure: Failure) {
    super(failure.kind);
  }
}

/** Nobody sits out more than ten minutes: a longer wait counts as exhausted. */
export const heldBack = (until: number, now: number) => (until - now > 600_000 ? 'exhausted' : 'throttled');
