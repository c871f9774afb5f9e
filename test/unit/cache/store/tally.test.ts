import { IDBFactory as FakeFactory } from 'fake-indexeddb';
import { mortal } from '../../../support/idb-faults.js';
import { DAY, entry, idle, lay, lying, openTab, type TabOptions } from './desk.js';
import { FakeClock } from './fake-clock.js';

let clock: FakeClock;
let disk: IDBFactory;
beforeEach(() => {
  clock = new FakeClock();
  disk = new FakeFactory() as unknown as IDBFactory;
});

const tab = (options: Partial<TabOptions> = {}) => openTab({ clock, indexedDB: () => disk, ...options });

/** So many designs of 100 bytes, as they lie after a long time. */
async function full(count: number) {
  await tab().results.ready();
  const names = Array.from({ length: count }, (_, i) => `old-${String(i).padStart(4, '0')}`);
  const thumb = { bytes: new ArrayBuffer(10), type: 'image/webp' };
  const summary = (key: string, i: number) => ({
    key,
    account: 'shop',
    title: {},
    at: clock.time,
    used: clock.time + i,
    bytes: 100,
    thumb,
  });
  await lay(disk, 'index', Object.fromEntries(names.map((key, i) => [key, summary(key, i)])));
  await lay(disk, 'results', Object.fromEntries(names.map((key) => [key, entry(key, 90)])));
  await lay(disk, 'tally', { all: { bytes: count * 100, used: clock.time + count, counted: clock.time, seen: clock.time } });
}

describe('the sum of what is kept', () => {
  it.each([
    ['missing', undefined],
    ['no sum', 'lots'],
    ['no number', { bytes: NaN, used: 1, counted: 0, seen: 0 }],
    ['of another day', { bytes: 7, used: 1, counted: 0, seen: 0 }],
  ])('is counted anew when it is %s', async (_, tally) => {
    await full(5);
    await lay(disk, 'tally', { all: tally });
    await tab({ maxBytes: 10_000 }).results.put(entry('new', 50));
    await idle();
    expect((await lying(disk)).tally).toMatchObject({ bytes: 550, counted: clock.time });
  });

  it('that is wrong is right again the next day, whatever went on meanwhile', async () => {
    await full(20);
    await lay(disk, 'tally', { all: { bytes: 5, used: clock.time, counted: clock.time, seen: clock.time } });
    const { results } = tab({ maxBytes: 10_000 });
    await results.put(entry('a', 50));
    await idle();
    expect((await lying(disk)).tally!.bytes).toBe(55);
    clock.turn(DAY);
    await results.put(entry('b', 50));
    await idle();
    expect((await lying(disk)).tally!.bytes).toBe(2100);
  });

  it('of few designs is right after every write', async () => {
    await full(5);
    await lay(disk, 'tally', { all: { bytes: 99_999, used: clock.time, counted: clock.time, seen: clock.time } });
    await tab({ maxBytes: 10_000 }).results.put(entry('new', 50));
    await idle();
    const { index, tally } = await lying(disk);
    expect(tally!.bytes).toBe(550);
    expect(index).toHaveLength(6);
  });

  it('removes as many as are too many, in the order of use', async () => {
    await full(100);
    await tab({ maxBytes: 2000 }).results.put(entry('new', 50));
    await idle();
    const { index, results, tally } = await lying(disk);
    expect(index.map(({ key }) => key)).toEqual(['new', ...Array.from({ length: 19 }, (_, i) => `old-00${81 + i}`)]);
    expect(results).toHaveLength(20);
    expect(tally!.bytes).toBe(1950);
  });
});

/** How many requests something makes, and how many records it gets to read. */
async function cost(act: (results: ReturnType<typeof tab>['results']) => Promise<unknown>, maxBytes: number) {
  let calls = 0;
  let records = 0;
  const { factory } = mortal(disk, (_, answer) => {
    calls++;
    records += Array.isArray(answer) ? answer.length : 0;
  });
  const { results } = tab({ maxBytes, indexedDB: () => factory });
  await results.ready();
  await idle();
  calls = records = 0;
  await act(results);
  await idle();
  return { calls, records };
}

describe('with 1,000 designs as with 10', () => {
  it.each<[string, number, (results: ReturnType<typeof tab>['results']) => Promise<unknown>]>([
    ['a write', 1e6, (results) => results.put(entry('new', 100))],
    ['a write that makes room', 0, (results) => results.put(entry('new', 100))],
    ['a hit', 1e6, (results) => results.get('old-0003')],
    ['a file that is added', 1e6, (results) => results.keep('old-0003', 'pdf', { bytes: new ArrayBuffer(9), type: 'x' })],
    ['a mark', 1e6, (results) => results.saveProgress('old-0003', { share: 0.1 })],
    ['a removal', 1e6, (results) => results.remove('old-0003')],
  ])('%s costs the same', async (_, maxBytes, act) => {
    const costs = [];
    for (const count of [10, 1000]) {
      disk = new FakeFactory() as unknown as IDBFactory;
      await full(count);
      costs.push(await cost(act, maxBytes || count * 100));
      expect((await lying(disk)).tally!.counted).toBe(clock.time);
    }
    expect(costs[0]).toEqual(costs[1]);
    expect(costs[0]!.records).toBeLessThan(12);
  });
});
