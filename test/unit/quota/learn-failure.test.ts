import fc from 'fast-check';
import { classify } from '../../../src/quota/classifier.js';
import type { Failure } from '../../../src/quota/failures.js';
import { learnFailure } from '../../../src/quota/learn-failure.js';
import { Ledger } from '../../../src/quota/ledger.js';
import { FakeClock, MemoryFacts, seeded } from '../../support/simulation.js';

const HOUR = 3_600_000;

describe('what a failure teaches', () => {
  let clock: FakeClock;
  let ledger: Ledger;
  beforeEach(() => {
    clock = new FakeClock();
    ledger = new Ledger('a', { facts: new MemoryFacts(), clock });
  });
  const learn = (failure: Failure, random = () => 0.5) => learnFailure(ledger, failure, { clock, random });

  it('a time that the server gave is kept, and gone on from', async () => {
    expect(await learn({ kind: 'throttled', until: clock.time + 30_000 })).toBe(clock.time + 30_000);
    expect(ledger.known.blockedUntil).toBe(clock.time + 30_000);
  });

  it.each(['throttled', 'transient', 'unknown'] as const)('%s without a time: not at once', async (kind) => {
    const again = await learn({ kind });
    expect(again! - clock.time).toBeGreaterThan(100);
  });

  it('a limit that is far away is not gone on from by itself', async () => {
    expect(await learn({ kind: 'throttled', until: clock.time + HOUR })).toBeUndefined();
    expect(ledger.closed).toEqual({ why: 'limit', until: new Date(clock.time + HOUR) });
    expect(ledger.quota.exhausted).toBe(false);
  });

  it('a quota that is gone, and credits', async () => {
    expect(await learn({ kind: 'exhausted', until: clock.time + HOUR })).toBeUndefined();
    expect(ledger.closed).toMatchObject({ why: 'quota' });
    expect(await learn({ kind: 'credits' })).toBeUndefined();
    expect(ledger.closed).toMatchObject({ why: 'credits' });
  });

  it('a refusal teaches nothing', async () => {
    const before = ledger.quota;
    expect(await learn({ kind: 'refused' })).toBeUndefined();
    expect({ ...ledger.quota, asOf: 0 }).toEqual({ ...before, asOf: 0 });
  });

  it('whatever an API answers, nothing is tried for ever: five times at most, three where it did not say "too fast"', async () => {
    const answers = fc.array(
      fc.record({
        status: fc.constantFrom(0, 200, 404, 429, 500, 502, 503, 504, 524, 600),
        'Retry-After': fc.constantFrom('', '0', '1', 'x'),
      }),
      { minLength: 8, maxLength: 8 },
    );
    await fc.assert(
      fc.asyncProperty(answers, fc.integer(), async (answers, seed) => {
        const ledger = new Ledger('p', { facts: new MemoryFacts(), clock });
        const random = seeded(seed);
        let tries = 0;
        let throttled = false;
        for (const { status, ...fields } of answers) {
          tries++;
          const failure = classify({ status, headers: new Headers(fields) }, {}, clock.time);
          throttled ||= failure.kind === 'throttled';
          const again = await learnFailure(ledger, failure, { clock, random });
          if (again === undefined) break;
          clock.time = Math.max(clock.time, again);
        }
        expect(tries).toBeLessThanOrEqual(throttled ? 5 : 3);
      }),
      { numRuns: 300 },
    );
  });

  it('a Retry-After of 0 is no hot loop: five tries take seconds', async () => {
    const start = clock.time;
    const random = seeded(3);
    for (let again: number | undefined = start; again !== undefined; clock.time = Math.max(clock.time, again ?? 0)) {
      const failure = classify({ status: 429, headers: new Headers({ 'Retry-After': '0' }) }, {}, clock.time);
      again = await learnFailure(ledger, failure, { clock, random });
    }
    expect(ledger.known.failures?.count).toBe(5);
    expect(clock.time - start).toBeGreaterThan(2000);
  });
});
