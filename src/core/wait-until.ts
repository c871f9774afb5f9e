import { systemClock, type Clock } from './clock.js';

export interface WaitOptions {
  clock?: Clock;
  signal?: AbortSignal;
  /** Called at once and then every second with the milliseconds left. */
  onTick?: (msLeft: number) => void;
  /** Where waking up is heard; default: the page. */
  wake?: EventTarget[];
}

/**
 * Waits for a point in time, not for a duration: a timer overflows after 24.8 days and stands still while a computer
 * sleeps or a page is frozen, so it is set in slices and the clock is asked again whenever the page wakes up.
 */
export function waitUntil(
  deadline: number,
  { clock = systemClock, signal, onTick, wake = [globalThis as unknown as EventTarget] }: WaitOptions = {},
): Promise<void> {
  const over = new AbortController(); // takes all listeners away at once
  let timer: unknown;
  return new Promise<void>((resolve, reject) => {
    const look = () => {
      clock.clearTimeout(timer);
      const left = deadline - clock.now();
      if (signal?.aborted) reject(signal.reason);
      else if (left <= 0) resolve();
      else {
        onTick?.(left);
        timer = clock.setTimeout(look, onTick ? left % 1000 || 1000 : Math.min(left, 60_000));
      }
    };
    for (const target of wake)
      for (const type of ['visibilitychange', 'pageshow', 'resume'])
        target.addEventListener?.(type, look, { capture: true, signal: over.signal }); // not all of them bubble up to window
    signal?.addEventListener('abort', look, { signal: over.signal });
    look();
  }).finally(() => over.abort());
}
