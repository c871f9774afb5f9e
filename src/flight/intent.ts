/** The written intent to make a design: who makes it, the last sign of life, and, once it was sent, what is known of that. */
export interface Intent {
  owner: string;
  /** Wall clock of the owner's last sign of life; 0 when it has given up. */
  beat: number;
  sent?: Sent;
}

/** A paid request that left the house. */
export interface Sent {
  /** When it was sent by the server's clock, where that was known (epoch ms). */
  at?: number;
  /** How long its answer is waited for, in milliseconds. */
  limit: number;
  /** What the free counter showed before. */
  counted?: number;
  /** An answer came that ended it, but nobody knows whether it was counted. */
  ended?: boolean;
}

/** How long after its time limit a request may still be under way: on the network, or in the queue of a server. */
export const GRACE = 30_000;

/** It is sent a moment after it was written down, and a server tells its time in whole seconds. */
export const MOMENT = 4000;
const MARGIN = MOMENT + 2000;

/**
 * SPEC 3: once sent, only time and proof decide. A request that was sent may run until its time limit and the grace have
 * passed, by time that cannot be faked: the server's clock, or what this page watched go by itself. Signs of life of hidden,
 * stalled or frozen tabs are no evidence, nor is a wall clock that somebody can set.
 */
export function isOver(
  { at, limit, ended }: Sent,
  {
    watched,
    serverNow,
  }: { /** ms that this page has seen it under way */ watched: number; /** as an answer tells it now */ serverNow?: number },
): boolean {
  const longest = limit + GRACE + MARGIN;
  return !!ended || watched >= longest || (at !== undefined && serverNow !== undefined && serverNow - at >= longest);
}
