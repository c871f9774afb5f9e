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
    const leave = new AbortController();
    two.subscribe((quota) => heard.push(['two', quota]), leave.signal);
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
    leave.abort();
    await one.learn({ remaining: 4 });
    await settle();
    expect(heard.length).toBe(3);
    expect(two.known.remaining).toBe(4);
  });

  it('tells nobody who has left before', async () => {
    const ledger = await open();
    const heard: Quota[] = [];
    ledger.subscribe((quota) => heard.push(quota), AbortSignal.abort());
    await ledger.learn({ remaining: 5 });
    expect(heard).toEqual([]);
  });

  it('works alone without other tabs', async () => {
    const ledger = new Ledger('a', { facts, clock });
    await ledger.learn({ remaining: 5 });
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

    it.each([
      ['the month', { kind: 'monthly', exhausted: true, exhaustedUntil: Date.UTC(2026, 11, 1) }],
      ['the credits', { kind: 'credits', exhausted: true }],
    ] as const)('by %s means that nothing is left, whatever was counted before', async (_, news) => {
      const ledger = await open();
      await ledger.learn({ kind: news.kind, remaining: 12, used: 488, limit: 500 });
      await ledger.learn(news);
      expect(ledger.quota).toMatchObject({ exhausted: true, remaining: 0 });
      await ledger.learn({ exhausted: false });
      expect(ledger.quota).toMatchObject({ exhausted: false, remaining: undefined });
    });

    it('by a month that does not say when it ends is over on the 1st, by the server’s clock', async () => {
      const ledger = await open();
      await ledger.learn({ kind: 'monthly', remaining: 0 });
      expect(ledger.quota.resetAt).toEqual(new Date(Date.UTC(2026, 11, 1)));
      // 40 days ahead: the server still has November.
      await ledger.learn({ skew: 40 * DAY });
      await ledger.learn({ kind: 'monthly', remaining: 0 });
      expect(ledger.quota.resetAt).toEqual(new Date(Date.UTC(2026, 10, 1)));
    });

    it('by the credits is not over when a limit was to be that was met before', async () => {
      const ledger = await open();
      await ledger.learn({ kind: 'credits', exhausted: true, exhaustedUntil: now + DAY });
      await ledger.learn({ kind: 'credits', exhausted: true });
      clock.time += 2 * DAY;
      expect(ledger.quota.exhausted).toBe(true);
    });

    it.each([
      ['over', -1],
      ['now', 0],
      ['more than ten years away', 3701 * DAY],
      ['in the year 2286', Date.UTC(2286, 10, 20) - Date.UTC(2026, 10, 21, 12)],
      ['no number', NaN],
    ])('a reset that is %s is malformed: it neither ends anything nor holds anybody back', async (_, ms) => {
      const ledger = await open();
      await ledger.learn({ kind: 'monthly', remaining: 9, resetAt: now + ms, window: { available: 0, resetAt: now + ms } });
      expect(ledger.known).not.toHaveProperty('resetAt');
      expect(ledger.known.window).toBeUndefined();
      expect(ledger.closed).toBeUndefined();
      expect(ledger.quota).toMatchObject({ exhausted: false, remaining: 9, blockedUntil: undefined });
      await ledger.learn({ kind: 'monthly', remaining: 0, resetAt: now + ms });
      expect(ledger.quota).toMatchObject({ exhausted: true, resetAt: new Date(Date.UTC(2026, 11, 1)) });
      await ledger.learn({ exhausted: false, blockedUntil: now + ms, closedUntil: now + ms });
      expect(ledger.quota).toMatchObject({ exhausted: false, blockedUntil: undefined });
    });

    it('a limit of more than 400 days is malformed, but an API may well name a date in years', async () => {
      const ledger = await open();
      const far = now + 401 * DAY;
      await ledger.learn({
        remaining: 9,
        resetAt: far,
        window: { available: 0, resetAt: far },
        blockedUntil: far,
        closedUntil: far,
      });
      expect(ledger.closed).toBeUndefined();
      expect(ledger.quota).toMatchObject({ remaining: 9, blockedUntil: undefined, resetAt: new Date(far) });
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

  describe('a limit that is far away', () => {
    it('is told with its own time, and is no used-up month', async () => {
      const ledger = await open();
      await ledger.learn({ kind: 'monthly', remaining: 12 });
      expect(ledger.closed).toBeUndefined();
      await ledger.learn({ closedUntil: now + 60 * MINUTE });
      expect(ledger.quota).toMatchObject({ exhausted: false, remaining: 12, blockedUntil: new Date(now + 60 * MINUTE) });
      expect(ledger.closed).toEqual({ why: 'limit', until: new Date(now + 60 * MINUTE) });
      clock.time += 60 * MINUTE;
      expect(ledger.closed).toBeUndefined();
      expect(ledger.quota.blockedUntil).toBeUndefined();
    });

    it('is known from a good answer that says that nothing is left for an hour', async () => {
      const ledger = await open();
      await ledger.learn({ remaining: 12, window: { available: 0, resetAt: now + 60 * MINUTE } });
      expect(ledger.closed).toMatchObject({ why: 'limit', until: new Date(now + 60 * MINUTE) });
      const other = await open('b');
      await other.learn({ remaining: 12, window: { available: 0, resetAt: now + MINUTE } });
      expect(other.closed).toBeUndefined();
      expect(other.quota.blockedUntil).toEqual(new Date(now + MINUTE));
    });

    it('stays what it is until then, and ends when somebody has asked the free counter on purpose, in all tabs', async () => {
      const [one, two] = [await open(), await open()];
      await one.learn({ closedUntil: now + 60 * MINUTE });
      clock.time += 55 * MINUTE;
      expect(one.closed).toMatchObject({ why: 'limit' });
      await one.learn({ remaining: 12 });
      expect(one.closed).toMatchObject({ why: 'limit' });
      await one.lift();
      await settle();
      expect([one.closed, two.closed]).toEqual([undefined, undefined]);
    });

    it('goes behind a quota that is gone, for that is the longer story', async () => {
      const ledger = await open();
      await ledger.learn({ kind: 'monthly', remaining: 0, closedUntil: now + 60 * MINUTE, resetAt: now + 9 * DAY });
      expect(ledger.closed).toEqual({ why: 'quota', until: new Date(now + 9 * DAY) });
      await ledger.lift();
      expect(ledger.closed).toMatchObject({ why: 'quota' });
      const credits = await open('b');
      await credits.learn({ kind: 'credits', remaining: 0 });
      expect(credits.closed).toEqual({ why: 'credits', until: undefined });
    });
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
    expect(ledger.known.window).toMatchObject({ available: 3, resetAt: now + MINUTE });
    await ledger.learn({ window: { available: 1, resetAt: now + MINUTE + 500 } });
    expect(ledger.known.window).toMatchObject({ available: 1, resetAt: now + MINUTE });
    clock.time += MINUTE;
    await ledger.learn({ window: { available: 20, resetAt: now + 2 * MINUTE } });
    expect(ledger.known.window).toMatchObject({ available: 20, resetAt: now + 2 * MINUTE });
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

    it('is not locked out by a clock put back', async () => {
      const ledger = await open();
      await ledger.mayCheck();
      clock.time -= DAY;
      expect(await ledger.mayCheck()).toBe(true);
    });
  });
});
