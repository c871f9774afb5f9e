/** Work that can be put aside: it yields about every tenth of a millisecond and returns what it makes. */
export type Work<Made> = Generator<void, Made>;

/** Does it all at once. */
export function finish<Made>(work: Work<Made>): Made {
  for (;;) {
    const { done, value } = work.next();
    if (done) return value;
  }
}

const SLICE = 12; // ms; leaves a frame of 16 some room for the page

/** Does it in slices, with the page's turn in between. Rejects with the signal's reason when nobody wants it any more. */
export async function inSlices<Made>(work: Work<Made>, signal?: AbortSignal): Promise<Made> {
  for (;;) {
    const end = performance.now() + SLICE;
    do {
      const { done, value } = work.next();
      if (done) return value;
    } while (performance.now() < end);
    await nextTurn();
    signal?.throwIfAborted();
  }
}

/**
 * The end of the page's queue. Not a timer: chained ones are slowed to 4 ms each, and to a second in a hidden tab. Nor
 * `scheduler.yield`, which goes before a page's timers: these stood still for 350 ms while a photograph was shrunk.
 */
export const nextTurn = () =>
  new Promise<void>((resume) => {
    const { port1, port2 } = new MessageChannel();
    const run = () => {
      port1.close();
      resume();
    };
    port1.addEventListener('message', run);
    port1.start();
    port2.postMessage(0);
  });
