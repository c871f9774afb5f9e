import { finish, inSlices } from '../../../src/core/slices.js';

function* count(to: number, busy = 0) {
  let sum = 0;
  for (let i = 1; i <= to; i++) {
    sum += i;
    for (const until = performance.now() + busy; performance.now() < until;);
    yield;
  }
  return sum;
}

describe('work', () => {
  it('all at once', () => expect(finish(count(100))).toBe(5050));

  it('in slices: others come in between', async () => {
    let turns = 0;
    const timer = setInterval(() => turns++, 1);
    expect(await inSlices(count(20, 3))).toBe(210);
    clearInterval(timer);
    expect(turns).toBeGreaterThan(2);
  });

  it('stops with the reason of its signal', async () => {
    const controller = new AbortController();
    const work = inSlices(count(1e6, 1), controller.signal);
    controller.abort(new Error('enough'));
    await expect(work).rejects.toThrow('enough');
  });
});
