import fc from 'fast-check';
import { QuotaError } from '../../../src/quota/failures.js';
import { admit, type AdmitOptions, type Place } from '../../../src/quota/gate.js';
import type { Turns } from '../../../src/quota/turns.js';
import { paced } from '../../../src/quota/pace.js';
import { learnFailure } from '../../../src/quota/learn-failure.js';
import { Ledger } from '../../../src/quota/ledger.js';
import { FakeClock, MemoryFacts, MemoryTabs, settle } from '../../support/simulation.js';

const MINUTE = 60_000;
const DAY = 86_400_000;

describe('the gate', () => {
  let clock: FakeClock;
  let tabs: Ledger[];
  let now: number;
  beforeEach(() => {
    clock = new FakeClock();
    now = clock.time;
    const facts = new MemoryFacts();
    const channel = new MemoryTabs();
    tabs = [0, 1, 2].map(() => new Ledger('a', { facts, tabs: channel.tab(), clock }));
  });
  /** Asks to be let in and notes when that happened. */
  const askAs = (tab = 0, options: AdmitOptions = {}) => {
    const seen: { at?: number; error?: any; place?: Place } = {};
    admit(tabs[tab]!, { clock, random: () => 0, ...options }).then(
      (place) => Object.assign(seen, { at: clock.time, place }),
      (error) => (seen.error = error),
    );
    return seen;
  };
  const ask = askAs;
  const learn = (news: Parameters<Ledger['learn']>[0]) => tabs[0]!.learn(news);
  const inside = (asked: { at?: number }[]) => asked.filter(({ at }) => at !== undefined).length;

  it('lets the first one in at once', async () => {
    const one = ask();
    await settle();
    expect(one.at).toBe(now);
    expect(clock.timers.size).toBe(0);
  });

  it('lets one in at a time, over all tabs, while the window is unknown', async () => {
    const asked = [ask(0), ask(1), ask(2), ask(0)];
    await settle();
    expect(inside(asked)).toBe(1);
    for (let n = 2; n <= 4; n++) {
      const one = asked.find(({ place }) => place)!;
      await one.place!.done();
      delete one.place;
      await clock.advance(200);
      expect(inside(asked)).toBe(n);
    }
  });

  it('takes any news for the answer', async () => {
    const asked = [ask(0), ask(1)];
    await settle();
    await learn({ used: 1 });
    await clock.advance(200);
    expect(inside(asked)).toBe(2);
  });

  describe('a busy shop, where no window is told', () => {
    let machines: Turns[];
    beforeEach(() => void (machines = [paced(), paced(), paced()]));
    const ask = (tab = 0) => askAs(tab, { turns: machines[tab]! });
    const serve = (asked: ReturnType<typeof ask>[]) =>
      Promise.all(
        asked.map(async (one) => {
          const { place } = one;
          delete one.place;
          await place?.done();
        }),
      );

    it('one goes alone, then two, three, four at once, and no more until a hundred were served', async () => {
      const asked = Array.from({ length: 200 }, (_, i) => ask(i % 3));
      await settle();
      const rounds: number[] = [];
      for (let before = 0; before < 160;) {
        const now = inside(asked);
        rounds.push(now - before);
        before = now;
        await serve(asked);
        await clock.advance(300);
      }
      expect(rounds.slice(0, 6)).toEqual([1, 2, 4, 4, 4, 4]);
      expect(rounds.at(-1)).toBeGreaterThan(4);
      expect(rounds.at(-1)).toBeLessThanOrEqual(200 / 25);
    });

    it('those who wait go in the order in which they came', async () => {
      const asked = Array.from({ length: 20 }, () => ask());
      for (let round = 0; round < 9; round++) {
        await settle();
        const before = asked.map(({ at }) => at !== undefined);
        expect(before.lastIndexOf(true)).toBe(before.filter(Boolean).length - 1);
        await serve(asked);
        await clock.advance(300);
      }
      expect(inside(asked)).toBe(20);
    });

    it('no more are under way than uses are left', async () => {
      const asked = Array.from({ length: 20 }, (_, i) => ask(i % 3));
      await settle();
      for (let round = 0; round < 3; round++) {
        await serve(asked);
        await clock.advance(300);
      }
      const before = inside(asked);
      await learn({ remaining: 2 });
      await serve(asked);
      await clock.advance(300);
      expect(inside(asked)).toBe(before + 2);
    });

    it('after a refusal no more go in a minute than were served in that one, over all tabs', async () => {
      const first = Array.from({ length: 9 }, (_, i) => ask(i % 3));
      for (let round = 0; round < 5; round++) {
        await settle();
        await serve(first);
        await clock.advance(300);
      }
      expect(inside(first)).toBe(9);
      const one = ask();
      await settle();
      const refused = clock.time;
      const failure = { kind: 'throttled', until: now + MINUTE } as const;
      await one.place!.done(failure);
      await learnFailure(tabs[0]!, failure, { clock, random: () => 0 });
      const asked = Array.from({ length: 12 }, (_, i) => ask(i % 3));
      for (let at = 0; at < 40; at++) {
        await clock.advance(2000);
        await serve(asked);
      }
      expect(inside(asked)).toBe(9);
      expect(Math.min(...asked.flatMap(({ at }) => at ?? []))).toBeGreaterThanOrEqual(now + MINUTE);
      for (let at = 0; at < 40; at++) {
        await clock.advance(2000);
        await serve(asked);
      }
      expect(inside(asked)).toBe(12);
      expect(refused - now).toBeLessThan(MINUTE);
    });
  });

  it('overtakes one that is never heard of again', async () => {
    const asked = [ask(0), ask(1)];
    await clock.advance(9900);
    expect(inside(asked)).toBe(1);
    await clock.advance(200);
    expect(inside(asked)).toBe(2);
  });

  it('lets as many in as the window allows, over all tabs, and the others when it is over', async () => {
    await learn({ window: { available: 3, resetAt: now + MINUTE } });
    await settle();
    const asked = [ask(0), ask(1), ask(2), ask(0), ask(1)];
    await clock.advance(MINUTE - 1);
    expect(asked.map(({ at }) => at)).toEqual([now, now, now, undefined, undefined]);
    await clock.advance(1);
    expect(inside(asked)).toBe(4);
  });

  it('lets no more in at a time than there are uses left', async () => {
    await learn({ remaining: 2, window: { available: 9, resetAt: now + MINUTE } });
    const asked = [ask(0), ask(1), ask(2)];
    await settle();
    expect(inside(asked)).toBe(2);
    await learn({ remaining: 'unlimited' });
    await learn({ window: { available: 9, resetAt: now + MINUTE } });
    await clock.advance(MINUTE);
    expect(inside(asked)).toBe(3);
  });

  describe('a place that was not used', () => {
    it('goes back into the window', async () => {
      await learn({ window: { available: 1, resetAt: now + MINUTE } });
      const one = ask(0);
      await settle();
      await one.place!.giveBack();
      expect(tabs[0]!.known.window).toMatchObject({ available: 1 });
      const two = ask(1);
      await settle();
      expect(two.at).toBe(now);
      expect(tabs[1]!.known.window).toMatchObject({ available: 0 });
    });

    it('lets the next one in where the window is unknown, in whatever tab', async () => {
      const asked = [ask(0), ask(1)];
      await settle();
      await asked[0]!.place!.giveBack();
      await clock.advance(200);
      expect(inside(asked)).toBe(2);
    });

    it('is not given back when the server has spoken meanwhile: its word is the lower bound', async () => {
      await learn({ window: { available: 5, resetAt: now + MINUTE } });
      const [one, two] = [ask(0), ask(1)];
      await settle();
      await two.place!.done();
      await learn({ window: { available: 3, resetAt: now + MINUTE } });
      await one.place!.giveBack();
      expect(tabs[0]!.known.window).toMatchObject({ available: 3 });
    });

    it('nor into the next window, nor in the place of somebody else', async () => {
      await learn({ window: { available: 5, resetAt: now + MINUTE } });
      const one = ask(0);
      await clock.advance(MINUTE);
      const two = ask(1);
      await settle();
      await one.place!.giveBack();
      expect(tabs[0]!.known.window).toBeUndefined();
      expect(tabs[0]!.known.busyUntil).toBe(now + MINUTE + 10_000);
      expect(two.at).toBe(now + MINUTE);
    });

    it('never lets more through than the server allowed, whatever comes back when', async () => {
      await fc.assert(
        fc.asyncProperty(
          fc.integer({ min: 1, max: 4 }),
          fc.array(fc.constantFrom('send', 'leave'), { maxLength: 12 }),
          async (limit, moves) => {
            const ledger = new Ledger('p', { facts: new MemoryFacts(), clock });
            await ledger.learn({ window: { available: limit, resetAt: clock.time + MINUTE } });
            let sent = 0;
            for (const move of moves) {
              const place = await admit(ledger, { clock, maxWait: 0 }).catch(() => undefined);
              if (!place) continue;
              if (move === 'send') sent++;
              await (move === 'send' ? place.done() : place.giveBack());
            }
            expect(sent).toBe(Math.min(limit, moves.filter((move) => move === 'send').length));
          },
        ),
      );
    });
  });

  it('lets nobody in while a limit is far away, however long he would wait', async () => {
    await learn({ closedUntil: now + DAY });
    const one = ask();
    await settle();
    expect(one.error.failure).toEqual({ kind: 'throttled', until: now + DAY });
    clock.time += DAY;
    const two = ask();
    await settle();
    expect(two.at).toBe(now + DAY);
  });

  it('waits while blocked, tells so, and is never early', async () => {
    await learn({ blockedUntil: now + MINUTE });
    const told: number[] = [];
    const one = ask(1, { onWait: (until) => told.push(until), random: () => 0.5 });
    await clock.advance(MINUTE + 999);
    expect(told).toEqual([now + MINUTE + 1000]);
    expect(one.at).toBeUndefined();
    await clock.advance(1);
    expect(one.at).toBe(now + MINUTE + 1000);
    expect(clock.timers.size).toBe(0);
  });

  it('waits again when the block has grown meanwhile', async () => {
    await learn({ blockedUntil: now + MINUTE });
    const one = ask();
    await clock.advance(MINUTE - 1);
    await learn({ blockedUntil: now + 2 * MINUTE });
    await clock.advance(MINUTE);
    expect(one.at).toBeUndefined();
    await clock.advance(1);
    expect(one.at).toBe(now + 2 * MINUTE);
  });

  it.each([
    [121_000, 120_000],
    [601_000, Infinity],
  ])('hands a wait of %i ms back to one who would wait %d', async (wait, maxWait) => {
    await learn({ blockedUntil: now + wait });
    const one = ask(0, { maxWait });
    await settle();
    expect(one.error).toBeInstanceOf(QuotaError);
    expect(one.error.failure).toEqual({ kind: 'throttled', until: now + wait });
    expect(clock.timers.size).toBe(0);
  });

  it('hands back a window that is too long too', async () => {
    await learn({ window: { available: 0, resetAt: now + DAY } });
    const one = ask(0, { maxWait: 120_000 });
    await settle();
    expect(one.error.failure).toEqual({ kind: 'throttled', until: now + DAY });
  });

  it.each([
    [
      { remaining: 0, resetAt: Date.UTC(2026, 11) },
      { kind: 'exhausted', until: Date.UTC(2026, 11) },
    ],
    [{ exhausted: true }, { kind: 'exhausted', until: undefined }],
    [{ kind: 'credits', remaining: 0 } as const, { kind: 'credits' }],
    [
      { kind: 'credits', exhausted: true, exhaustedUntil: Date.UTC(2026, 11) } as const,
      { kind: 'exhausted', until: Date.UTC(2026, 11) },
    ],
  ])('lets nobody in after %o', async (news, failure) => {
    await learn(news);
    const one = ask(2);
    await settle();
    expect(one.error.failure).toEqual(failure);
  });

  it('lets in again when that is over', async () => {
    await learn({ remaining: 0, resetAt: now + DAY });
    clock.time += DAY;
    const one = ask();
    await settle();
    expect(one.at).toBe(now + DAY);
  });

  it('tells those who wait when it became exhausted meanwhile', async () => {
    const asked = [ask(0), ask(1)];
    await settle();
    await learn({ remaining: 0 });
    await clock.advance(200);
    expect(asked[1]!.error.failure.kind).toBe('exhausted');
  });

  it.each(['blocked', 'busy', 'before'])('is left by its signal: %s', async (how) => {
    const controller = new AbortController();
    if (how === 'blocked') await learn({ blockedUntil: now + MINUTE });
    if (how === 'busy') await admit(tabs[1]!, { clock });
    if (how === 'before') controller.abort('enough');
    const one = ask(0, { signal: controller.signal });
    await settle();
    controller.abort('enough');
    await settle();
    expect(one.error).toBe('enough');
    expect(clock.timers.size).toBe(0);
  });
});
