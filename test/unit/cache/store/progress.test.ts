import fc from 'fast-check';
import type { Progress } from '../../../../src/cache/store/entry.js';
import { fault, faults, steady } from '../../../support/idb-faults.js';
import { clock, disk, everyTestAnew, newDisk } from './anew.js';
import { entry, idle, lying, NAME, openTab, type TabOptions } from './desk.js';

everyTestAnew();

const tab = (options: Partial<TabOptions> = {}) => openTab({ clock, indexedDB: () => disk, ...options });
const add = (mark: string) => (old?: Progress) => ({
  ...old,
  share: (old?.share ?? 0) + 1 / 8,
  rows: [...((old?.rows as string[]) ?? []), mark],
});

describe('progress', () => {
  it('is there on the next page load, is told in the list, and counts', async () => {
    const { results } = tab();
    await results.put(entry('a', 100));
    const progress = { share: 0.25, row: 12, marks: new Uint8Array([1, 2, 3]).buffer };
    await results.saveProgress('a', progress);
    expect(await tab().results.progress('a')).toEqual(progress);
    const bytes = JSON.stringify(progress).length + 3;
    expect(await tab().results.list()).toMatchObject([{ key: 'a', bytes: 100, progress: { share: 0.25, bytes } }]);
    expect((await lying(disk)).tally!.bytes).toBe(100 + bytes);
    await results.saveProgress('a', { share: 1 });
    expect((await lying(disk)).tally!.bytes).toBe(100 + '{"share":1}'.length);
  });

  it('of two tabs loses nothing when each tells how to change it', async () => {
    const tabs = [tab().results, tab().results];
    await tabs[0]!.put(entry('a', 100));
    await Promise.all(Array.from({ length: 8 }, (_, i) => tabs[i % 2]!.saveProgress('a', add(String(i)))));
    const { share, rows } = (await tab().results.progress('a'))!;
    expect(share).toBe(1);
    expect([...(rows as string[])].sort()).toEqual(['0', '1', '2', '3', '4', '5', '6', '7']);
  });

  it('stays when a file is added, a name given, or the design paid again; its place in the order stays too', async () => {
    const { results } = tab();
    for (const key of ['a', 'b']) await results.put(entry(key, 100));
    await results.saveProgress('a', { share: 0.5 });
    expect((await results.list()).map(({ key }) => key)).toEqual(['b', 'a']);
    await results.keep('a', 'pdf', { bytes: new ArrayBuffer(9), type: 'application/pdf' });
    await results.rename('a', 'Cat');
    await results.put(entry('a', 100));
    expect(await results.progress('a')).toEqual({ share: 0.5 });
    expect(await results.list()).toMatchObject([{ key: 'a', progress: { share: 0.5 } }, { key: 'b' }]);
  });

  it('goes with its design and only with it, whatever else must go', async () => {
    const { results } = tab({ maxBytes: 1000 });
    for (const key of ['a', 'b', 'c', 'd']) {
      await results.put(entry(key, 200));
      await results.saveProgress(key, { share: 0.5 });
    }
    await results.put(entry('e', 200));
    await idle();
    const { results: lie, progress, tally, index } = await lying(disk);
    expect(lie).toEqual(['b', 'c', 'd', 'e']);
    expect(progress).toEqual(['b', 'c', 'd']);
    expect(tally!.bytes).toBe(index.reduce((sum, one) => sum + one.bytes + (one.progress?.bytes ?? 0), 0));
    await results.remove('b');
    await results.clear();
    expect((await lying(disk)).progress).toEqual([]);
    expect(await results.progress('c')).toBeUndefined();
  });

  it('of a design that is not kept is not kept', async () => {
    const { results } = tab();
    await results.saveProgress('nothing', { share: 0.5 });
    expect(await results.progress('nothing')).toBeUndefined();
    expect((await lying(disk)).progress).toEqual([]);
  });

  it.each(faults.filter(({ meanwhile, before }) => !meanwhile && !before))(
    'is served within four seconds, from memory if need be: $name',
    async (found) => {
      const { results, store } = tab({ indexedDB: steady(found, disk, NAME) });
      const within4s = async <T>(promise: Promise<T>) => {
        const { value, ms } = await clock.measure(promise);
        expect(ms).toBeLessThanOrEqual(4000);
        return value;
      };
      await within4s(results.put(entry('a', 100)));
      for (const mark of ['x', 'y']) await within4s(results.saveProgress('a', add(mark)));
      expect(await within4s(results.progress('a'))).toEqual({ share: 0.25, rows: ['x', 'y'] });
      store.close();
    },
  );

  it('that could not be written is there all the same, is done to what others wrote, and written when the store works again', async () => {
    const first = tab();
    await first.results.put(entry('a', 100));
    await first.results.saveProgress('a', add('0'));
    let broken = true;
    const bad = steady(fault('disk full'), disk, NAME);
    const { results, store } = tab({ indexedDB: () => (broken ? bad() : disk) });
    for (const mark of ['1', '2']) await results.saveProgress('a', add(mark));
    expect((await results.progress('a'))!.rows).toEqual(['0', '1', '2']);
    await first.results.saveProgress('a', add('other'));
    expect((await results.progress('a'))!.rows).toEqual(['0', 'other', '1', '2']);
    broken = false;
    store.close();
    await results.saveProgress('a', add('3'));
    expect((await tab().results.progress('a'))!.rows).toEqual(['0', 'other', '1', '2', '3']);
    // Nothing is owed any more.
    clock.turn(60_000);
    await idle();
    expect((await tab().results.progress('a'))!.share).toBe(5 / 8);
  });

  it('whatever two tabs do in whatever order, nobody’s marks are lost while the design is kept', async () => {
    const step = fc.record({
      tab: fc.nat({ max: 1 }),
      verb: fc.constantFrom('mark', 'mark', 'mark', 'keep', 'put', 'get'),
      wait: fc.boolean(),
    });
    const property = fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 20 }), async (steps) => {
      newDisk();
      const tabs = [tab().results, tab().results];
      await tabs[0]!.put(entry('a', 50));
      const running: Promise<unknown>[] = [];
      let marks = 0;
      for (const { tab: which, verb, wait } of steps) {
        const results = tabs[which]!;
        if (verb === 'mark') running.push(results.saveProgress('a', add(String(marks++))));
        else if (verb === 'keep') running.push(results.keep('a', 'pdf', { bytes: new ArrayBuffer(5), type: 'x' }));
        else if (verb === 'put') running.push(results.put(entry('a', 60)));
        else running.push(results.get('a'));
        if (wait) await Promise.all(running);
      }
      await Promise.all(running);
      await tabs[0]!.ready();
      expect(((await tab().results.progress('a'))?.rows as string[] | undefined)?.length ?? 0).toBe(marks);
      const { tally, index } = await lying(disk);
      expect(tally!.bytes).toBe(index.reduce((sum, one) => sum + one.bytes + (one.progress?.bytes ?? 0), 0));
    });
    await fc.assert(property, { seed: 11, numRuns: 40 });
  });
});

describe('a name', () => {
  // A database that cannot be read at all is left for another one.
  it.each(faults.filter(({ name, meanwhile, before }) => !meanwhile && !before && name !== 'database cannot be read'))(
    'given under a fault is served within four seconds, and kept once the storage works again: $name',
    async (found) => {
      await tab().results.put(entry('a', 100));
      const bad = steady(found, disk, NAME);
      let broken = true;
      const { results, store } = tab({ indexedDB: () => (broken ? bad() : disk) });
      for (const name of ['Cat', 'Dog']) expect((await clock.measure(results.rename('a', name))).ms).toBeLessThanOrEqual(4000);
      broken = false;
      // The page lets the broken connection go, as it does when it is left for a while; what is owed is tried again by itself.
      store.close();
      store.debts.remind();
      for (let minute = 0; minute < 3; minute++) {
        clock.turn(60_000);
        await idle();
      }
      expect(await tab().results.list()).toMatchObject([{ key: 'a', title: { name: 'Dog' } }]);
      store.close();
    },
  );

  it('of a design that is gone is owed to nobody', async () => {
    const { results, store } = tab();
    expect(await results.rename('nothing', 'Cat')).toBe(false);
    expect(store.debts.has('name nothing')).toBe(false);
  });
});
