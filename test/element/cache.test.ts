import { cdp, server } from 'vitest/browser';
import { Results } from '../../src/cache/store/results.js';
import { sha256 } from '../../src/cache/key/sha256.js';
import { Store } from '../../src/cache/store/store.js';
import { faults } from '../support/idb-faults.js';
import { FakeClock } from '../unit/cache/store/fake-clock.js';
import { entry, page, visit } from '../unit/cache/store/fault-journey.js';

// The faults that need no fake: what the wrappers do in Node must be what a real IndexedDB does with them.
const DAY = 86_400_000;
const bounds = { maxBytes: 1e6, maxAge: 30 * DAY };
let count = 0;
let name: string;
beforeEach(() => {
  name = `cache-test-${count++}`;
  vi.spyOn(console, 'info').mockImplementation(() => {});
});
afterEach(async () => {
  vi.restoreAllMocks();
  for (const one of [name, name + '~']) indexedDB.deleteDatabase(one);
});

// Side by side, for most of it is waiting: each has a database of its own.
it.concurrent.each(faults)(
  'in Chromium: $name serves every call within four seconds, and the next page load works',
  async (found) => {
    const own = 'cache-test ' + found.name;
    await visit(found, indexedDB, own, new FakeClock(100));
    for (const one of [own, own + '~']) indexedDB.deleteDatabase(one);
  },
  60_000,
);

it('two tabs writing at once keep the bound', async () => {
  const bounds = { maxBytes: 100_000, maxAge: 30 * DAY };
  const tabs = [1, 2].map(() => new Results({ store: new Store({ name }), clock: new FakeClock() }));
  await Promise.all(Array.from({ length: 60 }, (_, i) => tabs[i % 2]!.put(entry(String(i), 10_000), bounds)));
  const list = await tabs[0]!.list(bounds);
  const sum = list.reduce((total, { bytes }) => total + bytes, 0);
  expect(sum).toBeLessThanOrEqual(100_000);
  expect(list).toHaveLength(9);
});

it('hashes the same with and without crypto.subtle', async () => {
  const data = crypto.getRandomValues(new Uint8Array(60_000));
  expect(await sha256(data, null as never)).toBe(await sha256(data));
});

// Storage is cleared and bounded by Chromium's own protocol.
const inChromium = it.runIf(server.browser === 'chromium');

inChromium(
  'a real quota: the least recently used goes, the new one is kept',
  async () => {
    const { origin } = location;
    await cdp().send('Storage.clearDataForOrigin' as never, { origin, storageTypes: 'indexeddb' } as never);
    await cdp().send('Storage.overrideQuotaForOrigin' as never, { origin, quotaSize: 6_000_000 } as never);
    try {
      const results = new Results({ store: new Store({ name }), clock: new FakeClock() });
      const bounds = { maxBytes: 50e6, maxAge: DAY };
      const random = (key: string) => {
        const { buffer } = new Uint8Array(1_000_000);
        for (let at = 0; at < 1_000_000; at += 50_000) crypto.getRandomValues(new Uint8Array(buffer, at, 50_000));
        return { ...entry(key), files: { picture: { bytes: buffer, type: 'image/jpeg' } } };
      };
      for (let i = 0; i < 12; i++) await results.put(random(String(i)), bounds);
      expect((await results.get('11', bounds))?.files.picture?.bytes.byteLength).toBe(1_000_000);
      expect(await results.get('0', bounds)).toBeUndefined();
    } finally {
      await cdp().send('Storage.overrideQuotaForOrigin' as never, { origin } as never);
    }
  },
  60_000,
);

it('a page that is gone right after put() has written the result', async () => {
  const { store, results } = page(name, () => indexedDB, new FakeClock(100));
  const roomy = { ...bounds, maxBytes: 1e9 };
  for (let i = 0; i < 20; i++) {
    const frame = document.body.appendChild(document.createElement('iframe'));
    const { results: gone } = page(name, () => frame.contentWindow!.indexedDB, new FakeClock(100));
    await gone.ready();
    void gone.put(entry(`gone-${i}`, 100_000), roomy);
    frame.remove();
    // Before the next one: what a busy database has not taken in is found in the one place that a browser writes at once.
    expect(await results.get(`gone-${i}`, roomy)).toMatchObject({ key: `gone-${i}` });
  }
  expect(await results.list(roomy)).toHaveLength(20);
  await results.put(entry('next', 10_000), bounds);
  const left = await results.list(bounds);
  expect(left[0]!.key).toBe('next');
  expect(left.reduce((sum, { bytes }) => sum + bytes, 0)).toBeLessThanOrEqual(bounds.maxBytes);
  store.close();
});

it('a thread that stands still for five seconds, as in alert(), is not taken for storage that hangs', async () => {
  const store = new Store({ name });
  const results = new Results({ store });
  await results.ready();
  const writing = [results.put({ ...entry('a'), at: Date.now() }, bounds), store.update('n', () => 1)];
  for (const end = performance.now() + 5000; performance.now() < end;);
  await Promise.all(writing);
  store.close();
  const later = new Store({ name });
  expect(await new Results({ store: later }).get('a', bounds)).toBeDefined();
  expect(await later.get('n')).toBe(1);
  expect(console.info).not.toHaveBeenCalled();
  later.close();
}, 30_000);

inChromium(
  'real clearing of site data in the midst of the work, fifty times',
  async () => {
    const clear = () =>
      cdp().send('Storage.clearDataForOrigin' as never, { origin: location.origin, storageTypes: 'indexeddb' } as never);
    for (let i = 0; i < 50; i++) {
      // A clock that stands still: nothing is helped on by waiting.
      const { store, results } = page(name, () => indexedDB, new FakeClock());
      await results.put(entry('a'), bounds);
      void results.keep('a', 'pdf', { bytes: new ArrayBuffer(10), type: 'application/pdf' }, bounds);
      await Promise.all([clear(), results.get('a', bounds), store.update('n', () => i)]);
      await results.put(entry('b'), bounds);
      expect(await results.get('b', bounds)).toMatchObject(entry('b'));
      store.close();
    }
  },
  60_000,
);

inChromium('real clearing of site data while the database is open', async () => {
  const { store, results } = page(name, () => indexedDB, new FakeClock(100));
  await results.put(entry('a'), bounds);
  await cdp().send('Storage.clearDataForOrigin' as never, { origin: location.origin, storageTypes: 'indexeddb' } as never);
  expect(await results.get('a', bounds)).toBeUndefined();
  await results.put(entry('b'), bounds);
  expect(await results.get('b', bounds)).toMatchObject(entry('b'));
  expect(await store.update<number>('n', (old = 0) => old + 1)).toBe(1);
  store.close();
});
