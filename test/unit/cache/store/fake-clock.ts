import type { Clock } from '../../../../src/core/clock.js';

/** Time that stands still until it is turned. */
export class FakeClock implements Clock {
  time = Date.UTC(2026, 10, 21);
  /** How many empty tasks are taken to mean that nothing more happens by itself. */
  constructor(private patience = 30) {}

  timers = new Map<object, { at: number; run: () => void }>();

  now = () => this.time;
  elapsed = () => this.time;

  setTimeout = (run: () => void, ms: number) => {
    const timer = {};
    this.timers.set(timer, { at: this.time + ms, run });
    return timer;
  };
  clearTimeout = (timer: unknown) => void this.timers.delete(timer as object);

  turn(ms: number) {
    this.time += ms;
    for (const [timer, { at, run }] of this.timers)
      if (at <= this.time) {
        this.timers.delete(timer);
        run();
      }
  }

  /** Turns time on while nothing happens, and answers how much of it a promise took. */
  async measure<T>(promise: Promise<T>): Promise<{ value: T; ms: number }> {
    const start = this.time;
    let settled = false;
    const watch = () => (settled = true);
    promise.then(watch, watch);
    for (let idle = 0; !settled; idle++) {
      await new Promise((resolve) => setTimeout(resolve));
      if (idle > this.patience && !settled) this.turn(100);
    }
    // Nothing that was started without being waited for may be left hanging either.
    for (let idle = 0; this.timers.size && idle < this.patience; idle++) await new Promise((resolve) => setTimeout(resolve));
    return { value: await promise, ms: this.time - start };
  }
}
