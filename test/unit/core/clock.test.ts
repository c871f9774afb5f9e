import { systemClock } from '../../../src/core/clock.js';

it.each([2 ** 31, 3.6e9, Infinity])('a timer of %f ms does not overflow into one of a moment', (ms) => {
  vi.useFakeTimers();
  const fired = vi.fn();
  const timer = systemClock.setTimeout(fired, ms);
  vi.advanceTimersByTime(60_000);
  expect(fired).not.toHaveBeenCalled();
  systemClock.clearTimeout(timer);
  vi.useRealTimers();
});
