import { backOff, spread } from '../../../src/quota/back-off.js';
import { contention } from './contention.js';
import { seeded } from '../../support/simulation.js';

describe('back-off', () => {
  it('is spread over all of a doubling, bounded range', () => {
    const tops = [0, 1, 2, 3, 4, 50].map((attempt) => backOff(attempt, () => 1));
    expect(tops).toEqual([250, 500, 1000, 1500, 1500, 1500]);
    for (const attempt of [0, 1, 2, 3, 4, 50]) expect(backOff(attempt, () => 0)).toBe(0);
    const waits = Array.from({ length: 10_000 }, () => backOff(3));
    expect(waits.reduce((a, b) => a + b) / 10_000).toBeGreaterThan(700);
    expect(waits.reduce((a, b) => a + b) / 10_000).toBeLessThan(800);
  });

  it('only ever adds to a time that the server gave', () => {
    for (let i = 0; i < 1000; i++) expect(spread(5000)).toBeGreaterThanOrEqual(5000);
    expect(spread(5000, () => 0)).toBe(5000);
    expect(spread(5000, () => 1)).toBe(7000);
  });

  it('lets 100 contending clients finish within 800 calls and 5,000 ms', () => {
    // The article's own numbers come out of the model first: 796 calls, 4,909 ms.
    const article = contention(50, 100, (attempt, random) => random() * Math.min(2000, 5 * 2 ** attempt), seeded(1));
    expect(Math.abs(article.calls - 796)).toBeLessThan(16);
    expect(Math.abs(article.ms - 4909)).toBeLessThan(250);

    const ours = contention(50, 100, backOff, seeded(1));
    expect(ours.calls).toBeLessThanOrEqual(800);
    expect(ours.ms).toBeLessThanOrEqual(5000);
  });
});
