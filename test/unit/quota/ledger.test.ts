import { Ledger, type Quota } from '../../../src/quota/ledger.js';
import { FakeClock, MemoryFacts, MemoryTabs, settle } from '../../support/simulation.js';

const MINUTE = 60_000;
const DAY = 86_400_000;

describe('the ledger', () => {
  let clock: FakeClock;
  let facts: MemoryFacts;
  let tabs: MemoryTabs;
  let now: number;
  beforeEach(() => {
    clock = new FakeClock();
    now = clock.time;
    facts = new MemoryFacts();
    tabs = new MemoryTabs();
  });
  const open = async (id = 'a') => {
    const ledger = new Ledger(id, { facts, tabs: tabs.tab(), clock });
    await ledger.load();
    return ledger;
  };

  it('knows nothing at first', async () => {
    const { quota } = await open();
    expect(quota).toEqual({ kind: 'unknown', exhausted: false, asOf: new Date(0) });
  });

  it.each([0, 1, -1, 40, -40, 90, -90])(
    'tells the first of the month as such, though clocks were compared %i s apart',
    async (seconds) => {
      const ledger = await open();
      const months = 250 * DAY; // how far this visitor's clock is ahead
      const first = Date.UTC(2026, 11, 1);
      await ledger.learn({ exhausted: true, exhaustedUntil: first + months + seconds * 1000, skew: months, asOf: now });
      expect(ledger.quota.resetAt).toEqual(new Date(first));
    },
  );

  it('believes what it learns after the clock was set back', async () => {
    const ledger = await open();
    await ledger.learn({ kind: 'monthly', remaining: 9, skew: DAY, asOf: now + DAY });
    await ledger.learn({ kind: 'monthly', remaining: 8, skew: 0, asOf: now });
    expect(ledger.known).toMatchObject({ remaining: 8, skew: 0 });
  });

  it('tells what it learnt, with dates', async () => {
    const ledger = await open();
    await ledger.learn({
      kind: 'monthly',
      used: 3,
      limit: 500,
      remaining: 497,
      resetAt: now + DAY,
      blockedUntil: now + MINUTE,
      plan: 'starter',
      window: { available: 9, resetAt: now + MINUTE },
    });
    expect(ledger.quota).toEqual({
      kind: 'monthly',
      used: 3,
      limit: 500,
      remaining: 497,
      resetAt: new Date(now + DAY),
      blockedUntil: new Date(now + MINUTE),
      exhausted: false,
      plan: 'starter',
      asOf: new Date(now),
    });
    expect(Object.keys(ledger.quota)).not.toContain('window');
  });

  it('keeps it over a reload, apart for each account', async () => {
    await (await open()).learn({ used: 7 });
    expect((await open()).known.used).toBe(7);
    expect((await open('b')).known.used).toBeUndefined();
  });

  it('tells other tabs and all who listen, when something changed', async () => {
    const [one, two, other] = [await open(), await open(), await open('b')];
    const heard: [string, Quota][] = [];
    one.subscribe((quota) => heard.push(['one', quota]));
    const leave = two.subscribe((quota) => heard.push(['two', quota]));
    other.subscribe((quota) => heard.push(['other', quota]));
    await one.learn({ remaining: 5 });
    await settle();
    expect(heard.map(([who, { remaining }]) => [who, remaining])).toEqual([
      ['one', 5],
      ['two', 5],
    ]);
    await one.learn({ remaining: 5 });
    await settle();
    expect(heard.length).toBe(2);
    leave();
    await one.learn({ remaining: 4 });
    await settle();
    expect(heard.length).toBe(3);
    expect(two.known.remaining).toBe(4);
    two.close();
    await one.learn({ remaining: 3 });
    await settle();
    expect(two.known.remaining).toBe(4);
  });

  it('works alone without other tabs', async () => {
    const ledger = new Ledger('a', { facts, clock });
    await ledger.learn({ remaining: 5 });
    ledger.close();
    expect(ledger.known.remaining).toBe(5);
  });

  it('lets older news fill gaps only', async () => {
    const ledger = await open();
    await ledger.learn({ used: 9, asOf: now });
    await ledger.learn({ used: 8, plan: 'starter', asOf: now - 1 });
    expect(ledger.known).toMatchObject({ used: 9, plan: 'starter', asOf: now });
    await ledger.learn({ used: 10, asOf: now + 1 });
    expect(ledger.known.used).toBe(10);
  });

  it('merges what two tabs learn at once', async () => {
    const [one, two] = [await open(), await open()];
    await Promise.all([one.learn({ used: 9 }), two.learn({ blockedUntil: now + MINUTE })]);
    await settle();
    for (const ledger of [one, two]) expect(ledger.known).toMatchObject({ used: 9, blockedUntil: now + MINUTE });
  });

  describe('exhausted', () => {
    it.each([
      ['no use left', { kind: 'monthly', remaining: 0, resetAt: 0 }, true],
      ['no credit left', { kind: 'credits', remaining: 0 }, true],
      ['a use left', { kind: 'monthly', remaining: 1 }, false],
      ['unlimited', { kind: 'monthly', remaining: 'unlimited', limit: 'unlimited' }, false],
      ['nothing said', { kind: 'monthly', used: 500, limit: 500 }, false],
      ['said by a 429', { exhausted: true }, true],
    ] as const)('%s in an answer: %s', async (_, news, expected) => {
      const ledger = await open();
      await ledger.learn({ ...news, ...('resetAt' in news && { resetAt: now + DAY }) });
      expect(ledger.quota.exhausted).toBe(expected);
    });

    it('ends at the reset date, and what was counted is old then', async () => {
      const ledger = await open();
      await ledger.learn({ remaining: 0, used: 500, limit: 500, resetAt: now + DAY });
      clock.time += DAY - 1;
      expect(ledger.quota).toMatchObject({ exhausted: true, resetAt: new Date(now + DAY) });
      clock.time += 1;
      expect(ledger.quota).toEqual({ kind: 'unknown', limit: 500, exhausted: false, asOf: new Date(now) });
      expect((await open()).quota.exhausted).toBe(false);
    });

    it('ends at its own time where that is another', async () => {
      const ledger = await open();
      await ledger.learn({ exhausted: true, exhaustedUntil: now + DAY, resetAt: now + 9 * DAY });
      expect(ledger.quota.resetAt).toEqual(new Date(now + DAY));
      clock.time += DAY;
      expect(ledger.quota).toMatchObject({ exhausted: false, resetAt: new Date(now + 9 * DAY) });
    });

    it('never ends by itself without a time', async () => {
      const ledger = await open();
      await ledger.learn({ kind: 'credits', remaining: 0 });
      clock.time += 400 * DAY;
      expect(ledger.quota.exhausted).toBe(true);
    });

    it.each([{ remaining: 200 }, { remaining: 'unlimited' as const }, { exhausted: false }])(
      'ends on proof: %o',
      async (proof) => {
        const ledger = await open();
        await ledger.learn({ exhausted: true, exhaustedUntil: now + DAY });
        await ledger.learn({ used: 4 });
        expect(ledger.quota.exhausted).toBe(true);
        await ledger.learn(proof);
        expect(ledger.quota.exhausted).toBe(false);
        expect(ledger.known.exhaustedUntil).toBeUndefined();
      },
    );
  });

  it('forgets a block and a window when they are over', async () => {
    const ledger = await open();
    await ledger.learn({ blockedUntil: now + MINUTE, window: { available: 3, resetAt: now + MINUTE } });
    clock.time += MINUTE - 1;
    expect(ledger.known).toMatchObject({ blockedUntil: now + MINUTE, window: { available: 3 } });
    clock.time += 1;
    expect(ledger.known.blockedUntil).toBeUndefined();
    expect(ledger.known.window).toBeUndefined();
  });

  it('believes the lower count of a window, and its first end', async () => {
    const ledger = await open();
    await ledger.learn({ window: { available: 3, resetAt: now + MINUTE } });
    await ledger.learn({ window: { available: 5, resetAt: now + MINUTE + 500 } });
    expect(ledger.known.window).toEqual({ available: 3, resetAt: now + MINUTE });
    await ledger.learn({ window: { available: 1, resetAt: now + MINUTE + 500 } });
    expect(ledger.known.window).toEqual({ available: 1, resetAt: now + MINUTE });
    clock.time += MINUTE;
    await ledger.learn({ window: { available: 20, resetAt: now + 2 * MINUTE } });
    expect(ledger.known.window).toEqual({ available: 20, resetAt: now + 2 * MINUTE });
  });

  it.each([{ available: 5 }, { resetAt: 99 }, {}])('takes no half window: %o', async (window) => {
    const ledger = await open();
    await ledger.learn({ window });
    expect(ledger.known.window).toBeUndefined();
  });

  describe('the free look at the counter', () => {
    it('is allowed once in five minutes over all tabs', async () => {
      const tabs = [await open(), await open(), await open()];
      const ask = async () => (await Promise.all(tabs.map((tab) => tab.mayCheck()))).filter(Boolean).length;
      expect(await ask()).toBe(1);
      expect(await ask()).toBe(0);
      clock.time += 5 * MINUTE - 1;
      expect(await ask()).toBe(0);
      clock.time += 1;
      expect(await ask()).toBe(1);
      expect(await (await open()).mayCheck()).toBe(false);
    });

    it('is allowed once more when the reset time has passed', async () => {
      const [one, two] = [await open(), await open()];
      await one.learn({ remaining: 0, resetAt: now + MINUTE });
      expect(await one.mayCheck()).toBe(true);
      clock.time += MINUTE - 1;
      expect(await two.mayCheck()).toBe(false);
      clock.time += 1;
      expect(await two.mayCheck()).toBe(true);
      expect(await one.mayCheck()).toBe(false);
    });

    it('is always allowed by force, and counted', async () => {
      const ledger = await open();
      expect(await ledger.mayCheck(true)).toBe(true);
      expect(await ledger.mayCheck(true)).toBe(true);
      expect(await ledger.mayCheck()).toBe(false);
    });

    it('is not locked out by a clock put back', async () => {
      const ledger = await open();
      await ledger.mayCheck();
      clock.time -= DAY;
      expect(await ledger.mayCheck()).toBe(true);
    });
  });
});
