import type { Clock } from '../core/clock.js';
import type { PatternErrorCode } from '../core/pattern-error.js';

/** Why the proxy itself answers, without the vendor. */
export type Reason =
  | 'origin'
  | 'not-found'
  | 'method'
  | 'stranger'
  | 'encoded'
  | 'too-large'
  | 'too-slow'
  | 'cut-off'
  | 'busy'
  | 'store-down'
  | 'over-budget'
  | PatternErrorCode;

/** A budget without room. */
export interface Policy {
  /** `visitor-day`, `site-minute`, `site-month`, `reserve`. */
  name: string;
  limit: number;
  /** Length of its window in seconds. */
  window: number;
}

export interface RefusedDetails {
  /** Until then (epoch ms) the same again will fail again. */
  until?: number;
  /** The budgets that are used up. */
  policies?: Policy[];
  /** Name of the field at fault, as it is called on the wire. */
  field?: string;
  /** Methods that there are. */
  allowed?: string;
  /** The vendor's own answer. */
  status?: number;
  said?: unknown;
  maybeCounted?: boolean;
}

export class Refused extends Error {
  constructor(
    readonly reason: Reason,
    readonly details: RefusedDetails = {},
  ) {
    super(reason);
  }
}

/** Milliseconds after which it is worth another try. */
const AGAIN = 5000;

/** More is waited for than there is room for. */
export const busy = (clock: Pick<Clock, 'now'>): Refused => new Refused('busy', { until: clock.now() + AGAIN });
