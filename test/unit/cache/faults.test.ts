import { IDBFactory } from 'fake-indexeddb';
import { Results, type Entry } from '../../../src/cache/results.js';
import { Store } from '../../../src/cache/store.js';
import { fault, faults, steady } from '../../support/idb-faults.js';
import { FakeClock } from './fake-clock.js';

const NAME = 'pattern-generator-1';
const DAY = 86_400_000;
const bytes = (size: number, fill = 1) => new Uint8Array(size).fill(fill).buffer;
const entry = (key: string, size = 1000): Entry => ({
  key,
  answer: { niche: 'lego' },
  label: key,
  files: { picture: { bytes: bytes(size), type: 'image/jpeg' }, thumb: { bytes: bytes(10), type: 'image/webp' } },
});

function page(indexedDB: () => IDBFactory, clock: FakeClock) {
  const store = new Store({ indexedDB: indexedDB as never, clock });
  return { store, results: new Results(store, { maxBytes: 1e6, maxAge: 30 * DAY, clock }) };
}

beforeEach(() => void vi.spyOn(console, 'info').mockImplementation(() => {}));
afterEach(() => void vi.restoreAllMocks());

describe.each(faults)('$name', (found) => {
  it('serves every call within four seconds, and the next page load works', async () => {
    const clock = new FakeClock();
    const disk = new IDBFactory();
    const end = await found.before?.(disk, NAME);
    const indexedDB = steady(found, disk, NAME) as () => IDBFactory;
    const { store, results } = page(indexedDB, clock);
    const within4s = async <T>(promise: Promise<T>) => {
      const { value, ms } = await clock.measure(promise);
      expect(ms).toBeLessThanOrEqual(4000);
      return value;
    };

    await within4s(results.put(entry('a')));
    expect(await within4s(results.get('a'))).toMatchObject(entry('a'));
    expect(await within4s(store.update<number>('uses', (old = 0) => old + 1))).toBe(1);
    if (!found.meanwhile) {
      await within4s(results.keep('a', 'pdf', { bytes: bytes(20), type: 'application/pdf', filename: 'a.pdf' }));
      expect((await within4s(results.get('a')))?.files).toMatchObject({
        pdf: { filename: 'a.pdf' },
        picture: { type: 'image/jpeg' },
      });
      expect(await within4s(results.list())).toMatchObject([{ key: 'a', thumb: { type: 'image/webp' } }]);
      expect(await within4s(store.update<number>('uses', (old = 0) => old + 1))).toBe(2);
      expect(await within4s(store.get('uses'))).toBe(2);
    }
    await found.meanwhile?.(disk, NAME);
    await within4s(results.put(entry('b')));
    expect(await within4s(results.get('b'))).toMatchObject(entry('b'));
    expect(clock.timers.size).toBe(0);
    store.close();

    // A broken disk stays broken; everything else ends with the page.
    end?.();
    const next = page(found.name === 'database cannot be read' ? indexedDB : () => disk, clock);
    if (found.lasting) {
      expect(await within4s(next.results.get('b'))).toMatchObject(entry('b'));
      expect(await within4s(next.store.get('uses'))).toBe(found.meanwhile ? 1 : 2);
    }
    await within4s(next.results.put(entry('c')));
    expect(await within4s(next.results.get('c'))).toMatchObject(entry('c'));
    expect(await within4s(next.store.update<number>('visits', (old = 0) => old + 1))).toBe(1);
    next.store.close();
    const last = page(found.name === 'database cannot be read' ? indexedDB : () => disk, clock);
    expect(await within4s(last.results.get('c'))).toMatchObject(entry('c'));
    last.store.close();
    expect(vi.mocked(console.info).mock.calls.length).toBeLessThanOrEqual(1);
  });
});

it('leaves the data of others alone', async () => {
  for (const name of ['database of a newer version', 'database of another make']) {
    const disk = new IDBFactory();
    await fault(name).before!(disk as never, NAME);
    const { store, results } = page(() => disk, new FakeClock());
    await results.put(entry('a'));
    await results.clear();
    store.close();
    const db = await new Promise<IDBDatabase>((resolve) => {
      const request = disk.open(NAME);
      request.onsuccess = () => resolve(request.result as never);
    });
    const value = await new Promise((resolve) => {
      const request = db.transaction('theirs').objectStore('theirs').get('key');
      request.onsuccess = () => resolve(request.result);
    });
    expect(value).toBe('theirs');
  }
});
