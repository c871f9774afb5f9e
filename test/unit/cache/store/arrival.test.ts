import { mortal } from '../../../support/idb-faults.js';
import { clock, disk, everyTestAnew, newDisk } from './anew.js';
import { entry, idle, lying, openTab, type TabOptions } from './desk.js';

// A paid answer is in the store when `put` returns: whatever happens to the page in the same breath.
everyTestAnew();

const tab = (options: Partial<TabOptions> = {}) => openTab({ clock, indexedDB: () => disk, ...options });

/** A tab whose page ends as soon as what it does has returned: none of its turns runs any more. */
async function lastBreath(act: (results: ReturnType<typeof tab>['results']) => void): Promise<void> {
  const { factory, die } = mortal(disk);
  const { results } = tab({ indexedDB: () => factory });
  await results.ready();
  await idle();
  act(results);
  die();
  await idle();
}

describe('a page that ends right after put()', () => {
  it('has written the result', async () => {
    await lastBreath((results) => void results.put(entry('a', 100)));
    expect(await tab().results.get('a')).toMatchObject({ key: 'a', answer: 1 });
    expect(await lying(disk)).toMatchObject({ results: ['a'], arrivals: ['a'], index: [] });
  });

  it('leaves a result that is listed, and counted by whoever writes next', async () => {
    await lastBreath((results) => void results.put(entry('a', 100)));
    const { results } = tab();
    expect(await results.list()).toMatchObject([{ key: 'a', bytes: 100 }]);
    await results.put(entry('b', 50));
    await idle();
    expect(await lying(disk)).toMatchObject({ arrivals: [], tally: { bytes: 150 } });
    expect((await results.list()).map(({ key }) => key)).toEqual(['b', 'a']);
  });

  it('leaves one that can be added to, renamed, marked and removed before it is counted', async () => {
    const acts = {
      keep: (results: ReturnType<typeof tab>['results']) =>
        results.keep('a', 'pdf', { bytes: new ArrayBuffer(20), type: 'application/pdf' }),
      rename: (results: ReturnType<typeof tab>['results']) => results.rename('a', 'Cat'),
      progress: (results: ReturnType<typeof tab>['results']) => results.saveProgress('a', { share: 0.5 }),
      remove: (results: ReturnType<typeof tab>['results']) => results.remove('a'),
    };
    for (const [name, act] of Object.entries(acts)) {
      newDisk();
      await lastBreath((results) => void results.put(entry('a', 100)));
      await act(tab().results);
      await tab().results.ready();
      const list = await tab().results.list();
      const { tally, arrivals } = await lying(disk);
      expect(arrivals).toEqual([]);
      const weight = ({ bytes, progress }: (typeof list)[0]) => bytes + (progress?.bytes ?? 0);
      expect(tally!.bytes, name).toBe(list.reduce((sum, one) => sum + weight(one), 0));
      expect(list, name).toMatchObject(
        { keep: [{ bytes: 120 }], rename: [{ title: { name: 'Cat' } }], progress: [{ progress: { share: 0.5 } }], remove: [] }[
          name
        ]!,
      );
    }
  });

  it('has also put back what was removed, with its progress', async () => {
    const { results } = tab();
    await results.put(entry('a', 100));
    await results.saveProgress('a', { share: 0.25 });
    const taken = (await results.remove('a'))!;
    await lastBreath((results) => void results.restore(taken));
    expect(await tab().results.get('a')).toBeDefined();
    expect(await tab().results.progress('a')).toEqual({ share: 0.25 });
  });
});

it('the requests are made, and committed, before put() returns', async () => {
  const calls: string[] = [];
  const { factory } = mortal(disk, (call) => calls.push(call));
  const { results } = tab({ indexedDB: () => factory });
  await results.ready();
  await idle();
  calls.length = 0;
  void results.put(entry('a', 100));
  // In this turn; what is answered and counted comes after.
  expect(calls).toEqual(['transaction results progress arrivals', 'put results', 'put arrivals', 'commit']);
});

it('ready() opens the database once, and again when it was lost meanwhile', async () => {
  let opened = 0;
  const { store, results } = tab({ indexedDB: () => (opened++, disk) });
  await results.ready();
  await results.ready();
  expect(opened).toBe(1);
  store.close();
  await results.ready();
  expect(opened).toBe(2);
});
