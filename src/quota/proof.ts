/** What the answer to a paid request proves about the bill. */
export type Proof =
  /** It was refused: nothing was counted. */
  | 'not-counted'
  /** Nothing is under way any more, but it may have been counted. */
  | 'ended'
  /** It may still be under way, and be counted later. */
  | 'running';

/** The first line whose range holds the status decides. */
const TABLE: [from: number, to: number, proof: Proof][] = [
  // A redirect is not followed: whoever sent it has not done the work.
  [300, 399, 'not-counted'],
  // 429, 402 and every other 4xx: the API itself says no.
  [400, 499, 'not-counted'],
  // A gateway gave up waiting; whoever makes the pattern may not have noticed.
  [504, 504, 'running'],
  [520, 599, 'running'],
  // A failure of whoever was to make it, before or after counting; or a good answer that cannot be read.
  [200, 599, 'ended'],
];

/** SPEC 3, "once sent, only time and proof decide". No answer at all (status 0) proves nothing. */
export function proofOf({ status }: { status: number }): Proof {
  return TABLE.find(([from, to]) => status >= from && status <= to)?.[2] ?? 'running';
}
