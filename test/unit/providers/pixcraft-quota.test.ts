import fc from 'fast-check';
import { pixcraft } from '../../../src/providers/pixcraft/wire.js';
import { hostile, numbersIn } from './hostile.js';

const quota = (body: unknown) => pixcraft.quota!(body, new Headers());
const usage = { calls_used: 12, calls_limit: 500, calls_remaining: 488, reset_date: '2026-12-01' };
const known = { kind: 'monthly', used: 12, limit: 500, remaining: 488, resetAt: Date.UTC(2026, 11, 1) };

it('reads the free counter, and the one in a pattern’s answer', () => {
  expect(quota({ ...usage, plan: 'starter', period: '2026-11' })).toEqual({ ...known, plan: 'starter' });
  expect(quota({ success: true, usage })).toEqual(known);
});

it.each<[string, object, object]>([
  ['unlimited', { calls_limit: 'unlimited', calls_remaining: 'unlimited' }, { limit: 'unlimited', remaining: 'unlimited' }],
  ['only the limit is unlimited', { calls_used: 1, calls_limit: 'unlimited' }, { limit: 'unlimited', remaining: 'unlimited' }],
  ['nothing left', { ...usage, calls_remaining: 0 }, { remaining: 0 }],
  ['less than nothing left', { ...usage, calls_remaining: -3 }, { remaining: 0 }],
  ['numbers as text', { calls_used: '12', calls_limit: '500', calls_remaining: '488' }, { used: 12, limit: 500, remaining: 488 }],
])('%s', (_, body, expected) => expect(quota(body)).toMatchObject(expected));

it('leaves out what is not told instead of guessing', () => {
  const told = quota({ calls_used: 0, calls_remaining: 5 })!;
  expect(told).toMatchObject({ kind: 'monthly', remaining: 5 });
  expect(told.limit).toBeUndefined();
  expect(quota({ calls_limit: 500, calls_remaining: 5 })!.used).toBeUndefined();
  expect(quota({ ...usage, reset_date: 'soon' })!.resetAt).toBeUndefined();
});

it.each<unknown>([
  undefined,
  null,
  'OK',
  [],
  {},
  { usage: 'none' },
  { calls_used: 3 },
  { calls_limit: 500, calls_remaining: 'many' },
])('knows nothing from %j', (body) => expect(quota(body)).toBeUndefined());

it('never throws and never tells a number that is none: an unreadable counter must not cost a paid answer', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        hostile,
        fc.record({ calls_used: hostile, calls_limit: hostile, calls_remaining: hostile, reset_date: hostile, plan: hostile }),
        fc.record({ usage: fc.record({ calls_limit: hostile, calls_remaining: hostile, plan: hostile }) }),
      ),
      (body) => {
        const told = quota(body);
        expect(numbersIn(told).filter((number) => !Number.isFinite(number))).toEqual([]);
        if (typeof told?.remaining === 'number') expect(told.remaining).toBeGreaterThanOrEqual(0);
        expect(['undefined', 'string']).toContain(typeof told?.plan);
      },
    ),
    { numRuns: 2000 },
  );
});
