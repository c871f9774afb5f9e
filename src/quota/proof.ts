/** What an answer to a paid request proves about the bill. */
export type Proof =
  /** It was refused: nothing was counted. */
  | 'not-counted'
  /** Nothing is under way any more, but it may have been counted. */
  | 'ended'
  /** It may still be under way, and be counted later. */
  | 'running';

/**
 * SPEC 3: only 429, 402 and other 4xx prove that nothing was counted. 500, 502 and 503 end a request at once; no answer (status
 * 0) and a gateway's time-out (504, 52x) do not.
 */
export function proofOf({ status }: { status: number }): Proof {
  // A redirect went nowhere.
  if (status >= 300 && status < 500) return 'not-counted';
  return status === 0 || status === 504 || status >= 520 ? 'running' : 'ended';
}
