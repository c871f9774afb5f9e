import fc from 'fast-check';
import { current, merge, UNKNOWN, type Known } from '../../../src/quota/known.js';

const NOW = Date.UTC(2026, 10, 21, 12);
const DAY = 86_400_000;

const time = fc.oneof(
  fc.integer({ min: -3 * DAY, max: 3 * DAY }).map((ms) => NOW + ms),
  fc.constantFrom(0, NOW, NaN, Infinity, -Infinity, NOW + 400 * DAY, NOW + 401 * DAY, Date.UTC(2286, 0)),
);
const amount = fc.oneof(fc.nat(600), fc.constant(0), fc.constant('unlimited' as const));
const news: fc.Arbitrary<Partial<Known>> = fc.record(
  {
    kind: fc.constantFrom('monthly' as const, 'credits' as const),
    used: fc.nat(600),
    limit: amount,
    remaining: amount,
    resetAt: time,
    blockedUntil: time,
    closedUntil: time,
    exhausted: fc.boolean(),
    exhaustedUntil: time,
    skew: fc.integer({ min: -40 * DAY, max: 40 * DAY }),
    asOf: fc.constantFrom(0, NOW - 5000, NOW),
    window: fc.record(
      { available: fc.oneof(fc.integer({ min: -2, max: 30 }), fc.constant(NaN)), resetAt: time },
      { requiredKeys: [] },
    ),
    failures: fc.constant({ count: 1, resetAt: NOW + 600_000 }),
  },
  { requiredKeys: [], noNullPrototype: true },
);
const learnt = (all: Partial<Known>[]) => all.reduce<Known>((old, one) => merge(current(old, NOW), one, NOW), UNKNOWN);
const always = (holds: (known: Known, all: Partial<Known>[]) => void) =>
  fc.assert(
    fc.property(fc.array(news, { maxLength: 6 }), (all) => holds(learnt(all), all)),
    { numRuns: 2000 },
  );

// Whatever is learnt in whatever order, these hold of what is kept.
describe('what is known of a quota', () => {
  it('never holds anybody back for ever, nor by a time that is over', () =>
    always((known) => {
      for (const name of ['resetAt', 'blockedUntil', 'closedUntil', 'exhaustedUntil'] as const) {
        const time = known[name];
        const days = /reset|exhausted/.test(name) ? 3700 : 400;
        if (time !== undefined) expect(time > NOW && time <= NOW + days * DAY, `${name} ${time}`).toBe(true);
      }
      if (known.window) expect(known.window.resetAt! > NOW && known.window.resetAt! <= NOW + 400 * DAY).toBe(true);
    }));

  it('has nothing left exactly when it is exhausted', () =>
    always((known) => {
      if (known.exhausted) expect(known.remaining).toBe(0);
      else expect(known.remaining).not.toBe(0);
    }));

  it('is never exhausted without somebody having said so', () =>
    always((known, all) => {
      if (known.exhausted) expect(all.some(({ exhausted, remaining }) => exhausted || remaining === 0)).toBe(true);
    }));

  it('a used-up month has an end', () =>
    always((known) => {
      if (known.exhausted && known.kind === 'monthly') expect(known.exhaustedUntil ?? known.resetAt).toBeDefined();
    }));

  it('counts a window by the lowest that was told, and never by what is no number', () =>
    always((known, all) => {
      const { available } = known.window ?? {};
      const told = all.map(({ window }) => window?.available).filter((count) => count !== undefined && count >= 0);
      if (available !== undefined) expect(available).toBeGreaterThanOrEqual(0);
      if (available !== undefined) expect(Math.max(...(told as number[]))).toBeGreaterThanOrEqual(available);
    }));

  it('does not change when the same is learnt again', () =>
    fc.assert(
      fc.property(fc.array(news, { maxLength: 4 }), news, (all, last) => {
        const once = learnt([...all, last]);
        const twice = learnt([...all, last, last]);
        const told = ({ window, ...rest }: Known) => ({ ...rest, available: window?.available, ends: window?.resetAt });
        expect(told(twice)).toEqual(told(once));
      }),
      { numRuns: 2000 },
    ));

  it('older news only fill gaps', () =>
    fc.assert(
      fc.property(fc.array(news, { maxLength: 4 }), news, (all, late) => {
        const before = current(learnt([...all, { asOf: NOW, used: 7 }]), NOW);
        const after = merge(before, { ...late, asOf: NOW - 1 }, NOW);
        for (const [name, value] of Object.entries(before))
          if (value !== undefined && name !== 'busyUntil') expect(after[name as keyof Known]).toEqual(value);
      }),
    ));
});
