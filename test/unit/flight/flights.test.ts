import { MemoryFacts } from '../../support/simulation.js';
import type { Intent } from '../../../src/flight/intent.js';
import { failure, LIMIT, World, type Tab } from './world.js';

describe('one request a design', () => {
  let world: World;
  let [one, two]: Tab[] = [];
  beforeEach(() => {
    world = new World();
    [one, two] = [world.tab(), world.tab()];
  });
  const run = <T>(work: Promise<T>) => world.clock.run(work);
  const advance = (ms: number) => world.clock.advance(ms);

  it('is shared by the widgets of a page', async () => {
    const both = Promise.all([one!.press(), one!.press()]);
    expect((await run(both)).map(({ entry }) => entry)).toEqual(['cup pattern', 'cup pattern']);
    expect(world.sends).toHaveLength(1);
  });

  it('is shared by tabs, and the answer reaches all of them', async () => {
    const [first, second] = await run(Promise.all([one!.press(), two!.press()]));
    expect([first.fromCache, second.fromCache].sort()).toEqual([false, true]);
    expect(world.sends).toHaveLength(1);
  });

  it('two designs, or two accounts, are two requests', async () => {
    await run(Promise.all([one!.press('account1 cup'), two!.press('account2 cup')]));
    expect(world.sends).toHaveLength(2);
  });

  it('a kept design is shown without a request, and nothing is left behind', async () => {
    await run(one!.press());
    await advance(LIMIT);
    expect(await run(two!.press())).toMatchObject({ entry: 'cup pattern', fromCache: true });
    expect(world.sends).toHaveLength(1);
    expect(world.clock.timers.size).toBe(0);
  });

  it('the answer is in the store before the visitor has it', async () => {
    const flown = one!.press();
    let kept: boolean | undefined;
    void flown.then(() => (kept = world.kept.has('cup')));
    await run(flown);
    expect(kept).toBe(true);
  });

  it('what has landed and is no good is made anew for whoever insists, though it is not all kept yet', async () => {
    let kept!: () => void;
    const keep = () => new Promise<void>((resolve) => (kept = resolve));
    vi.spyOn(one!, 'plan').mockReturnValue({ ...one!.plan('cup'), look: async () => undefined, keep });
    await run(one!.press());
    const again = one!.press('cup', true);
    await advance(100);
    expect(world.sends).toHaveLength(1);
    kept();
    expect(await run(again)).toMatchObject({ fromCache: false });
    expect(world.sends).toHaveLength(2);
  });

  it('a holder that dies before it sends is overtaken soon', async () => {
    const sent = vi.spyOn(one!, 'send').mockImplementation(() => new Promise(() => {}));
    void one!.press();
    await advance(100);
    expect(sent).toHaveBeenCalled();
    one!.close();
    const started = world.clock.time;
    expect((await run(two!.press())).entry).toBe('cup pattern');
    expect(world.clock.time - started).toBeLessThan(15_000);
    expect(world.sends).toHaveLength(1);
  });

  it('a thread that stands still between claim and send finds out that another tab was faster', async () => {
    const { send } = one!;
    vi.spyOn(one!, 'send').mockImplementation(async (design, pilot) => {
      one!.freeze(14_000);
      return send.call(one, design, pilot);
    });
    const slow = one!.press();
    await advance(100);
    await run(two!.press());
    expect(await run(slow)).toMatchObject({ entry: 'cup pattern', fromCache: true });
    expect(world.sends).toEqual([expect.objectContaining({ tab: 1 })]);
  });

  it('a thread that stands still between writing and sending writes again before it sends', async () => {
    const { update } = world.facts;
    let froze = false;
    vi.spyOn(world.facts, 'update').mockImplementation(async (key, change) => {
      const value = await update.call(world.facts, key, change);
      if (!froze && (value as { sent?: object })?.sent) {
        froze = true;
        one!.freeze(LIMIT + 25_000);
      }
      return value as never;
    });
    void one!.press();
    await advance(LIMIT + 26_000);
    expect(froze).toBe(true);
    const { sent } = (await world.facts.get<Intent>('flight:cup'))!;
    expect(world.sends.map(({ at }) => at)).toEqual([sent!.at]);
  });

  describe('once it was sent', () => {
    const dies = async (answers?: { after: number; status: number }, counts?: number) => {
      world.fates.push({ counts, answers });
      void one!.press();
      await advance(500);
      expect(world.sends).toHaveLength(1);
      one!.close();
    };

    it.each([true, false])(
      'a dead tab’s request is not sent again before its time has passed (server tells time: %s)',
      async (tells) => {
        world.tellsTime = tells;
        await dies();
        const started = world.clock.time;
        expect((await run(two!.press())).entry).toBe('cup pattern');
        expect(world.sends).toHaveLength(2);
        expect(world.sends[1]!.at - world.sends[0]!.at).toBeGreaterThanOrEqual(LIMIT + 30_000);
        expect(world.clock.time - started).toBeLessThan(LIMIT + 60_000);
        expect(two!.steps).toContain('unsettled');
      },
    );

    it('a reload an hour later does not wait, where the server tells the time', async () => {
      await dies();
      await advance(3_600_000);
      const started = world.clock.time;
      await run(two!.press());
      expect(world.clock.time - started).toBeLessThan(10_000);
    });

    it('a wall clock set forward by an hour proves nothing', async () => {
      await dies();
      world.clock.set = 3_600_000;
      await run(two!.press());
      expect(world.sends[1]!.at - world.sends[0]!.at).toBeGreaterThanOrEqual(LIMIT + 30_000);
    });

    it('a wall clock set back by an hour keeps nobody waiting for ever', async () => {
      await dies();
      world.clock.set = -3_600_000;
      const started = world.clock.time;
      await run(two!.press());
      expect(world.clock.time - started).toBeLessThan(LIMIT + 60_000);
    });

    it('a count that moves while waiting ends the waiting, and nothing is sent', async () => {
      await dies(undefined, 20_000);
      const started = world.clock.time;
      expect(await run(failure(two!.press()))).toMatchObject({ code: 'network', maybeCounted: true });
      expect(world.clock.time - started).toBeLessThan(45_000);
      expect(world.sends).toHaveLength(1);
      // The next press knows it, and is the visitor's own choice.
      expect((await run(two!.press('cup', true))).entry).toBe('cup pattern');
      expect(world.sends).toHaveLength(2);
    });

    it('a counter that cannot be read lets the visitor choose when the time has passed', async () => {
      world.mute = true;
      await dies();
      expect(await run(failure(two!.press()))).toMatchObject({ maybeCounted: true });
      expect(world.sends).toHaveLength(1);
    });

    it('whoever waits may make it again at once', async () => {
      await dies();
      const waiting = two!.press();
      await advance(15_000);
      expect(two!.steps.at(-1)).toBe('unsettled');
      expect(world.sends).toHaveLength(1);
      two!.insist();
      expect((await run(waiting)).entry).toBe('cup pattern');
      expect(world.clock.time - world.sends[0]!.at).toBeLessThan(20_000);
    });

    it('whoever waits may cancel, and then nothing is sent', async () => {
      await dies();
      const waiting = two!.press();
      await advance(15_000);
      two!.cancel();
      await expect(waiting).rejects.toMatchObject({ code: 'cancelled' });
      await advance(200_000);
      expect(world.sends).toHaveLength(1);
      expect(world.clock.timers.size).toBe(0);
    });

    it('a frozen tab’s late answer is delivered to everybody and kept', async () => {
      world.fates.push({ counts: 1000, answers: { after: 2000, status: 200 } });
      const frozen = one!.press();
      await advance(500);
      one!.freeze(25_000);
      const waiting = two!.press();
      const [first, second] = await run(Promise.allSettled([frozen, waiting]));
      expect(first).toMatchObject({ status: 'fulfilled' });
      // The other one was told of the count or got the answer; it never paid.
      expect(second.status === 'fulfilled' || second.reason.maybeCounted).toBe(true);
      expect(world.kept.get('cup')).toBe('cup pattern');
      expect(world.sends).toHaveLength(1);
    });

    it('an owner that lives is waited for, however long it takes, without asking the counter', async () => {
      world.fates.push({ counts: 1000, answers: { after: 50_000, status: 200 } });
      const [, second] = await run(Promise.all([one!.press(), two!.press()]));
      expect(second.entry).toBe('cup pattern');
      expect(world.recounts).toBe(0);
    });

    it('a time-out of our own is never followed by a second send, and the late answer is kept', async () => {
      world.fates.push({ counts: 70_000, answers: { after: 75_000, status: 200 } });
      expect(await run(failure(one!.press()))).toMatchObject({ code: 'timeout', maybeCounted: true });
      expect(world.sends).toHaveLength(1);
      await advance(20_000);
      expect(one!.keptTold).toBe(1);
      expect(await run(one!.press('cup', true))).toMatchObject({ fromCache: true });
      expect(world.sends).toHaveLength(1);
    });

    it('a lost connection is waited out by its own tab, told and with the choice', async () => {
      world.fates.push({ answers: { after: 1000, status: 0 } });
      const started = world.clock.time;
      expect((await run(one!.press())).entry).toBe('cup pattern');
      expect(one!.steps).toContain('unsettled');
      expect(world.clock.time - started).toBeGreaterThanOrEqual(LIMIT + 30_000);
      expect(world.sends).toHaveLength(2);
    });

    it('three lost requests are enough for one press', async () => {
      for (let i = 0; i < 5; i++) world.fates.push({ answers: { after: 1000, status: 0 } });
      expect(await run(failure(one!.press()))).toMatchObject({ code: 'network', maybeCounted: true });
      expect(world.sends).toHaveLength(3);
    });

    it('a refusal proves that nothing was counted: the next one is free to send', async () => {
      world.fates.push({ answers: { after: 500, status: 429 } });
      expect(await run(failure(one!.press()))).toMatchObject({ code: 'rate-limited' });
      const started = world.clock.time;
      expect((await run(two!.press())).entry).toBe('cup pattern');
      expect(world.clock.time - started).toBeLessThan(5000);
    });

    it('an answer of 500 ends it at once: what was counted is told, also after a reload', async () => {
      world.fates.push({ counts: 100, answers: { after: 500, status: 500 } });
      expect(await run(failure(one!.press()))).toMatchObject({ code: 'server-error', maybeCounted: true });
      one!.close();
      expect(await run(failure(two!.press()))).toMatchObject({ maybeCounted: true });
      expect(world.sends).toHaveLength(1);
    });

    it('cancelled by all, it flies on and its answer is kept', async () => {
      const flown = failure(one!.press());
      await advance(500);
      one!.cancel();
      expect(await run(flown)).toMatchObject({ code: 'cancelled' });
      await advance(5000);
      expect(world.kept.get('cup')).toBe('cup pattern');
      expect(await run(one!.press())).toMatchObject({ fromCache: true });
      expect(world.sends).toHaveLength(1);
    });
  });

  it.each([1, 2, 3, 4, 5, 6, 7, 8])(
    'cancelled at its await number %i, nothing that was not sent is sent, and nothing hangs',
    async (turn) => {
      const flown = failure(one!.press());
      for (let i = 0; i < turn; i++) await null;
      one!.cancel();
      expect(await run(flown)).toMatchObject({ code: 'cancelled' });
      const sent = world.sends.length;
      await advance(100_000);
      expect(world.sends).toHaveLength(sent);
      expect(world.clock.timers.size).toBe(0);
      if (sent) expect(world.kept.has('cup')).toBe(true);
    },
  );

  it.each([0, 300, 5000])(
    'a store that keeps its word to itself in one tab does not make two requests (%i ms later)',
    async (later) => {
      const lonely = world.tab(new MemoryFacts());
      world.fates.push({ counts: 1000, answers: { after: 20_000, status: 200 } });
      const first = lonely.press();
      await advance(later);
      const second = two!.press();
      await run(Promise.allSettled([first, second]));
      expect(world.sends).toHaveLength(1);
    },
  );
});
