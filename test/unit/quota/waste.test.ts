import { Calendar, Free, Minute, Month, Refusing, Sliding, type Server } from './servers.js';
import { FakeClock, MemoryFacts, MemoryTabs, seeded } from '../../support/simulation.js';
import { Tab } from './tab.js';

const DAY = 86_400_000;

// The quota rows of the table of numbers to reach. A request that brought nothing useful is a wasted one.
describe('no request is wasted', () => {
  let clock: FakeClock;
  let tabs: Tab[];
  beforeEach(() => {
    clock = new FakeClock();
    const [facts, channel, random] = [new MemoryFacts(), new MemoryTabs(), seeded(5)];
    tabs = [0, 1, 2].map(() => new Tab(clock, facts, channel, random));
  });
  const everywhere = (server: Server, times: number) =>
    clock.run(Promise.all(Array.from({ length: times * tabs.length }, (_, i) => tabs[i % tabs.length]!.click(server, 120_000))));
  const reload = () => clock.run(Promise.all(tabs.map((tab) => tab.reload())));

  it('after a 429 that asks for thirty days: 1 request for 10 more clicks in 3 tabs, reload, and the days after', async () => {
    const server = new Refusing(clock, 429, { 'Retry-After': '2592000' });
    expect(await clock.run(tabs[0]!.click(server))).toBe('throttled');
    expect(new Set(await everywhere(server, 10))).toEqual(new Set(['throttled']));
    await reload();
    await everywhere(server, 1);
    for (let day = 1; day < 30; day++) {
      await clock.advance(DAY);
      await everywhere(server, 1);
    }
    expect(server).toMatchObject({ calls: 1, wasted: 1 });
    await clock.advance(DAY + 1000);
    await clock.run(tabs[1]!.click(server));
    expect(server.calls).toBe(2);
  });

  it('even when all tabs are clicked at once, before the first answer', async () => {
    const server = new Refusing(clock, 429, { 'Retry-After': '2592000' });
    await everywhere(server, 10);
    expect(server.calls).toBe(1);
  });

  it('after the code for the month: 1 request', async () => {
    const server = new Month(clock, 0);
    await everywhere(server, 10);
    await reload();
    await everywhere(server, 10);
    expect(server).toMatchObject({ calls: 1, wasted: 1 });
  });

  it('after the last use: none, for the answer said so', async () => {
    const server = new Month(clock, 3);
    const outcomes = await everywhere(server, 4);
    expect(outcomes.filter((kind) => kind === undefined).length).toBe(3);
    expect(server).toMatchObject({ calls: 3, wasted: 0 });
  });

  it('after a 402: 1 request for 10 clicks in each of 3 tabs', async () => {
    const server = new Refusing(clock, 402);
    expect(new Set(await everywhere(server, 10))).toEqual(new Set(['credits']));
    await reload();
    await clock.advance(40 * DAY);
    expect(await everywhere(server, 1)).toEqual(['credits', 'credits', 'credits']);
    expect(server).toMatchObject({ calls: 1, wasted: 1 });
  });

  const hundred = (server: Server) => clock.run(Promise.all(Array.from({ length: 100 }, (_, i) => tabs[i % 3]!.click(server))));

  it('100 jobs in 3 tabs, 20 a minute, only Retry-After readable: at most 104 calls, 4 wasted', async () => {
    const server = new Minute(clock, 20, false);
    expect(new Set(await hundred(server))).toEqual(new Set([undefined]));
    expect(server.calls).toBeLessThanOrEqual(104);
    expect(server.wasted).toBeLessThanOrEqual(4);
  });

  it.each([1, 2, 3, 4, 5, 6, 7, 8])(
    '100 jobs in 3 tabs, so many a minute, answers in any order: at most 4 wasted, and as fast as that allows (%i)',
    async (seed) => {
      const random = seeded(seed);
      const limit = [5, 10, 20, 30][seed % 4]!;
      const server = new Minute(clock, limit, false, () => 100 + 2000 * random());
      const start = clock.time;
      expect(new Set(await hundred(server))).toEqual(new Set([undefined]));
      expect(server.wasted).toBeLessThanOrEqual(4);
      expect(clock.time - start).toBeLessThan((100 / limit + 2) * 70_000);
    },
  );

  it('a window that slides, and one by the calendar’s minute, are kept as well', async () => {
    for (const server of [new Sliding(clock, 20), new Calendar(clock, 20)]) {
      tabs = [new Tab(clock, new MemoryFacts(), new MemoryTabs(), seeded(5))];
      tabs = [tabs[0]!, tabs[0]!, tabs[0]!];
      expect(new Set(await hundred(server))).toEqual(new Set([undefined]));
      expect(server.wasted).toBeLessThanOrEqual(4);
    }
  });

  it('without any limit a hundred are not one after another, and a thousand still less', async () => {
    const server = new Free(clock, () => 2000);
    const start = clock.time;
    expect(new Set(await hundred(server))).toEqual(new Set([undefined]));
    const one = clock.time - start;
    expect(one).toBeLessThan((100 / 3.5) * 2000);
    const ten = clock.time;
    for (let n = 0; n < 10; n++) await hundred(server);
    expect(clock.time - ten).toBeLessThan(5 * one);
    expect(server.wasted).toBe(0);
  });

  it.each([1, 2, 3, 4, 5])(
    '100 jobs in 3 tabs, 20 a minute, Available readable: 100 calls, none wasted (answers in any order, %i)',
    async (seed) => {
      const random = seeded(seed);
      const server = new Minute(clock, 20, true, () => 100 + 4000 * random());
      const start = clock.time;
      expect(new Set(await hundred(server))).toEqual(new Set([undefined]));
      expect(server).toMatchObject({ calls: 100, wasted: 0 });
      expect(clock.time - start).toBeLessThan(5.5 * 60_000);
    },
  );

  it('429 with nothing to read, for ever: five tries in all, whoever clicks', async () => {
    const server = new Refusing(clock, 429);
    expect(new Set(await clock.run(Promise.all(tabs.map((tab) => tab.click(server)))))).toEqual(new Set(['throttled']));
    // The budget is everybody's: the others are told after one try each.
    expect(server.calls).toBeLessThanOrEqual(5 + 2);
  });

  it.each([
    [503, 3],
    [500, 3],
    [504, 3],
    [302, 1],
    [401, 1],
  ])('%i for ever: %i tries', async (status, tries) => {
    const server = new Refusing(clock, status);
    await clock.run(tabs[0]!.click(server));
    expect(server.calls).toBe(tries);
  });

  it('a good answer gives the budget back', async () => {
    const bad = new Refusing(clock, 503);
    await clock.run(tabs[0]!.click(bad));
    await clock.run(tabs[1]!.click(new Month(clock, 9)));
    bad.calls = 0;
    await clock.run(tabs[2]!.click(bad));
    expect(bad.calls).toBe(3);
  });

  it('and so do ten minutes', async () => {
    const bad = new Refusing(clock, 503);
    await clock.run(tabs[0]!.click(bad));
    await clock.advance(600_000);
    await clock.run(tabs[0]!.click(bad));
    expect(bad.calls).toBe(6);
  });

  it('leaves no timer behind', async () => {
    await hundred(new Minute(clock, 20, true));
    expect(clock.timers.size).toBe(0);
  });
});
