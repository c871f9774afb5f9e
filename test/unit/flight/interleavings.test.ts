import fc from 'fast-check';
import type { PatternError } from '../../../src/core/pattern-error.js';
import { LIMIT, World, type Fate, type Tab } from './world.js';

// A model of an origin on a bad day: tabs that press, cancel, stand still, die and are opened anew, clocks that jump, a
// counter that is silent or counts somebody else's, and a server that does anything within its time.

/** A server is done with a request when its time limit and the grace have passed. */
const LONGEST = LIMIT + 29_000;

const fate: fc.Arbitrary<Fate> = fc
  .record({
    answers: fc.option(
      fc.record({ after: fc.integer({ min: 1, max: LONGEST }), status: fc.constantFrom(200, 200, 200, 500, 0, 429) }),
      { nil: undefined },
    ),
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    counts: fc.boolean(),
  })
  .map(({ answers, at, counts }) => {
    const status = answers?.status;
    const sure = status === 200 || (counts && status !== 429);
    // An answer that ends it comes after the count; where there is none, it may be counted at any time.
    return { answers, counts: sure ? Math.floor(at * (status ? answers!.after : LONGEST)) : undefined };
  });

type Happening = { tab: number; kind: string; ms: number; wait: number };
const happening: fc.Arbitrary<Happening> = fc.record({
  tab: fc.integer({ min: 0, max: 2 }),
  kind: fc.constantFrom(
    'press',
    'press',
    'press',
    'cancel',
    'freeze',
    'freeze',
    'reload',
    'reload',
    'insist',
    'clock',
    'mute',
    'other',
  ),
  ms: fc.integer({ min: 0, max: 130_000 }),
  wait: fc.oneof(fc.integer({ min: 0, max: 50 }), fc.integer({ min: 0, max: 40_000 })),
});

/** One run: the fates of what is sent, what happens in the tabs, and whether the API tells the time. */
const days = [fc.array(fate, { maxLength: 8 }), fc.array(happening, { maxLength: 14 }), fc.boolean()] as const;

async function live(fates: Fate[], happenings: Happening[], tellsTime: boolean) {
  const world = new World();
  Object.assign(world, { fates, tellsTime });
  const tabs = [0, 1, 2].map(() => world.tab());
  /** The last thing this tab's visitor was told: that it may have been counted. */
  const told = new Set<Tab>();
  const pressed = new Set<Promise<unknown>>();
  const press = (tab: Tab) => {
    const insists = told.has(tab);
    told.delete(tab);
    const flown = tab.press('cup', insists);
    pressed.add(flown);
    flown.then(
      () => pressed.delete(flown),
      (error: PatternError) => {
        pressed.delete(flown);
        if (error.maybeCounted) told.add(tab);
      },
    );
  };
  for (const { tab, kind, ms, wait } of happenings) {
    const it = tabs[tab]!;
    if (kind === 'press') press(it);
    else if (kind === 'cancel') it.cancel();
    else if (kind === 'freeze') it.freeze(ms);
    else if (kind === 'insist' && it.steps.at(-1) === 'unsettled') it.insist();
    else if (kind === 'clock') world.clock.set = (ms - 65_000) * 60;
    else if (kind === 'mute') world.mute = !world.mute;
    else if (kind === 'other') world.count++;
    else if (kind === 'reload') {
      it.close();
      tabs[tab] = world.tab();
    }
    await world.clock.advance(wait);
  }
  world.mute = false;
  await world.clock.advance(600_000);
  return { world, tabs, press };
}

const runs = { numRuns: Number(process.env.RUNS ?? 300) };

it('never pays twice for one design unless the visitor said so, whatever happens', async () => {
  await fc.assert(
    fc.asyncProperty(...days, async (fates, happenings, tells) => {
      const { world } = await live([...fates], happenings, tells);
      world.sends.forEach(({ insisted }, at) => {
        // Whoever insists has given up what went before.
        const since = world.sends.slice(0, at).findLastIndex((sent) => sent.insisted);
        if (!insisted) expect(world.sends.slice(Math.max(since, 0), at).filter(({ counted }) => counted)).toEqual([]);
      });
    }),
    runs,
  );
}, 120_000);

it('never loses an answer that reached a page, and never hangs: a later press shows it for nothing', async () => {
  await fc.assert(
    fc.asyncProperty(...days, async (fates, happenings, tells) => {
      const { world, press, tabs } = await live([...fates], happenings, tells);
      const sends = world.sends.length;
      if (world.answered.length) {
        expect(world.kept.get('cup')).toBe('cup pattern');
        press(tabs[0]!);
        await world.clock.advance(20_000);
        expect(world.sends).toHaveLength(sends);
      }
      expect(world.clock.timers.size).toBe(0);
    }),
    runs,
  );
}, 120_000);
