import { waitUntil } from '../../../src/core/wait-until.js';
import { FakeClock, settle } from '../../support/simulation.js';

const DAY = 86_400_000;

/** An event target that knows how many listen. */
class Page extends EventTarget {
  listening = 0;
  override addEventListener(type: string, fn: any, options?: any) {
    this.listening++;
    options?.signal?.addEventListener('abort', () => this.listening--);
    super.addEventListener(type, fn, options);
  }
}
const watch = (promise: Promise<void>) => {
  const seen = { done: false, error: undefined as unknown };
  promise.then(
    () => (seen.done = true),
    (error) => (seen.error = error),
  );
  return seen;
};

describe('waiting for a point in time', () => {
  let clock: FakeClock;
  let page: Page;
  beforeEach(() => {
    clock = new FakeClock();
    page = new Page();
  });
  const wait = (ms: number, more: object = {}) => waitUntil(clock.time + ms, { clock, wake: [page], ...more });
  const nothingLeft = () => {
    expect(clock.timers.size).toBe(0);
    expect(page.listening).toBe(0);
  };

  it('takes as long as it should', async () => {
    const seen = watch(wait(5000));
    await clock.advance(4999);
    expect(seen.done).toBe(false);
    await clock.advance(1);
    expect(seen.done).toBe(true);
    nothingLeft();
  });

  it('is over at once when the time has passed', async () => {
    await wait(0);
    await wait(-DAY);
    expect(clock.durations).toEqual([]);
    nothingLeft();
  });

  it('does not overflow a timer in thirty days', async () => {
    const seen = watch(wait(30 * DAY));
    await clock.advance(30 * DAY - 1);
    expect(seen.done).toBe(false);
    expect(Math.max(...clock.durations)).toBeLessThan(2 ** 31);
    await clock.advance(1);
    expect(seen.done).toBe(true);
    nothingLeft();
  });

  it.each(['visibilitychange', 'pageshow', 'resume'])('looks at the clock again on %s', async (type) => {
    const seen = watch(wait(DAY));
    await settle();
    clock.asleep(2 * DAY);
    await settle();
    expect(seen.done).toBe(false);
    page.dispatchEvent(new Event(type));
    await settle();
    expect(seen.done).toBe(true);
    nothingLeft();
  });

  it('notices a sleep that nobody tells of within a minute', async () => {
    const seen = watch(wait(DAY));
    await settle();
    clock.asleep(2 * DAY);
    await clock.advance(60_000);
    expect(seen.done).toBe(true);
  });

  it('does not end early when the page wakes up early', async () => {
    const seen = watch(wait(DAY));
    page.dispatchEvent(new Event('pageshow'));
    await settle();
    expect(seen.done).toBe(false);
    expect(clock.timers.size).toBe(1);
  });

  it('goes on when the clock is put back', async () => {
    const seen = watch(wait(5000));
    clock.time -= 3000;
    await clock.advance(7999);
    expect(seen.done).toBe(false);
    await clock.advance(1);
    expect(seen.done).toBe(true);
  });

  it('counts down in whole seconds', async () => {
    const left: number[] = [];
    await clock.run(wait(3400, { onTick: (ms: number) => left.push(ms) }));
    expect(left).toEqual([3400, 3000, 2000, 1000]);
    expect(Math.max(...clock.durations)).toBeLessThanOrEqual(1000);
    nothingLeft();
  });

  it('leaves nothing behind when the countdown fails', async () => {
    const fail = () => {
      throw new Error('no');
    };
    await expect(wait(3000, { onTick: fail })).rejects.toThrow('no');
    nothingLeft();
  });

  it('is given up by its signal, with the reason', async () => {
    const controller = new AbortController();
    const seen = watch(wait(DAY, { signal: controller.signal }));
    await settle();
    controller.abort('enough');
    await settle();
    expect(seen.error).toBe('enough');
    nothingLeft();
  });

  it('does not begin when that has happened already', async () => {
    await expect(wait(DAY, { signal: AbortSignal.abort('enough') })).rejects.toBe('enough');
    nothingLeft();
  });

  it('leaves no listener on a signal that lives on', async () => {
    const { signal } = new AbortController();
    let listening = 0;
    const add = signal.addEventListener.bind(signal);
    signal.addEventListener = (type: string, fn: any, options?: any) => {
      listening++;
      options.signal.addEventListener('abort', () => listening--);
      add(type, fn, options);
    };
    await clock.run(wait(1000, { signal }));
    expect(listening).toBe(0);
  });

  it('works with the real clock, where there is no page', async () => {
    const start = Date.now();
    await waitUntil(start + 30);
    expect(Date.now() - start).toBeGreaterThanOrEqual(29);
  });
});
