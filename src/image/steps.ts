/** Work cut into small steps, so that whoever does it can stop for breath in between. */
export type Steps<Result> = Generator<void, Result>;

/** All at once: in tests, on a server, in a worker. */
export function drain<Result>(steps: Steps<Result>): Result {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/** Long enough not to waste time on pausing, short enough for 60 frames a second with room for the page's own work. */
const SLICE = 8;

/**
 * Behind everything that waits already. Not `scheduler.yield`, which goes before a page's timers: these stood still for 350 ms while
 * a photograph was shrunk. Nor a timer, which takes 4 ms at least, and a second in a hidden tab.
 */
export const breathe = (): Promise<void> =>
  new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(0);
  });

/** On a page: some milliseconds at a time. Rejects with the signal's reason. */
export async function inSlices<Result>(steps: Steps<Result>, signal?: AbortSignal): Promise<Result> {
  for (let until = performance.now() + SLICE; ;) {
    const { done, value } = steps.next();
    if (done) return value;
    if (performance.now() < until) continue;
    await breathe();
    signal?.throwIfAborted();
    until = performance.now() + SLICE;
  }
}
