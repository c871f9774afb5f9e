import { SCHEMA, type Entry } from '../../../../src/cache/store/entry.js';
import { Results } from '../../../../src/cache/store/results.js';
import { Store } from '../../../../src/cache/store/store.js';
import { steady, type Fault } from '../../../support/idb-faults.js';
import type { FakeClock } from './fake-clock.js';

const DAY = 86_400_000;
const bounds = { maxBytes: 1e6, maxAge: 30 * DAY };
const bytes = (size: number, fill = 1) => new Uint8Array(size).fill(fill).buffer;
export const entry = (key: string, size = 1000): Entry => ({
  key,
  schema: SCHEMA,
  account: 'shop',
  title: { niche: key },
  parameters: { niche: 'lego' },
  answer: { niche: 'lego' },
  at: Date.UTC(2026, 10, 21),
  files: { picture: { bytes: bytes(size), type: 'image/jpeg' }, thumb: { bytes: bytes(10), type: 'image/webp' } },
});

export function page(name: string, indexedDB: () => IDBFactory, clock: FakeClock) {
  const store = new Store({ name, indexedDB, clock });
  return { store, results: new Results({ store, clock }) };
}

/** A visit under a fault and two page loads after it: every call is served within four seconds. */
export async function visit(found: Fault, disk: IDBFactory, name: string, clock: FakeClock): Promise<void> {
  const end = await found.before?.(disk, name);
  const indexedDB = steady(found, disk, name);
  const { store, results } = page(name, indexedDB, clock);
  const within4s = async <T>(promise: Promise<T>) => {
    const { value, ms } = await clock.measure(promise);
    expect(ms).toBeLessThanOrEqual(4000);
    return value;
  };

  await within4s(results.put(entry('a'), bounds));
  expect(await within4s(results.get('a', bounds))).toMatchObject(entry('a'));
  expect(await within4s(store.update<number>('uses', (old = 0) => old + 1))).toBe(1);
  if (!found.meanwhile) {
    await within4s(results.keep('a', 'pdf', { bytes: bytes(20), type: 'application/pdf', filename: 'a.pdf' }, bounds));
    expect((await within4s(results.get('a', bounds)))?.files).toMatchObject({
      pdf: { filename: 'a.pdf' },
      picture: { type: 'image/jpeg' },
    });
    expect(await within4s(results.list(bounds))).toMatchObject([{ key: 'a', thumb: { type: 'image/webp' } }]);
    expect(await within4s(store.update<number>('uses', (old = 0) => old + 1))).toBe(2);
    expect(await within4s(store.get('uses'))).toBe(2);
  }
  await found.meanwhile?.(disk, name);
  await within4s(results.put(entry('b'), bounds));
  expect(await within4s(results.get('b', bounds))).toMatchObject(entry('b'));
  // Only what is still owed to the store keeps a timer, and only as long as the page lives.
  expect(clock.timers.size).toBeLessThanOrEqual(found.lasting || found.meanwhile ? 0 : 1);
  store.close();
  expect(clock.timers.size).toBe(0);

  // A broken disk stays broken; everything else ends with the page.
  end?.();
  const next = page(name, found.name === 'database cannot be read' ? indexedDB : () => disk, clock);
  if (found.lasting) {
    expect(await within4s(next.results.get('b', bounds))).toMatchObject(entry('b'));
    expect(await within4s(next.store.get('uses'))).toBe(found.meanwhile ? 1 : 2);
  }
  await within4s(next.results.put(entry('c'), bounds));
  expect(await within4s(next.results.get('c', bounds))).toMatchObject(entry('c'));
  expect(await within4s(next.store.update<number>('visits', (old = 0) => old + 1))).toBe(1);
  next.store.close();
  const last = page(name, found.name === 'database cannot be read' ? indexedDB : () => disk, clock);
  expect(await within4s(last.results.get('c', bounds))).toMatchObject(entry('c'));
  last.store.close();
}
