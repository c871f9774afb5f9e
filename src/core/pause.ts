import type { Clock } from './clock.js';

/** A while that no change of the wall clock can lengthen; over at once when the signal says so. Never rejects. */
export function pause(ms: number, clock: Clock, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const over = () => {
      clock.clearTimeout(timer);
      signal?.removeEventListener('abort', over);
      resolve();
    };
    const timer = clock.setTimeout(over, signal?.aborted ? 0 : ms);
    signal?.addEventListener('abort', over);
  });
}
