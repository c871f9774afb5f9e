import { IDBFactory } from 'fake-indexeddb';
import { fault, faults } from '../../../support/idb-faults.js';
import { FakeClock } from './fake-clock.js';
import { entry, page, visit } from './fault-journey.js';

const NAME = 'pattern-generator-1';

beforeEach(() => void vi.spyOn(console, 'info').mockImplementation(() => {}));
afterEach(() => void vi.restoreAllMocks());

describe.each(faults)('$name', (found) => {
  it('serves every call within four seconds, and the next page load works', async () => {
    await visit(found, new IDBFactory() as never, NAME, new FakeClock());
    expect(vi.mocked(console.info).mock.calls.length).toBeLessThanOrEqual(1);
  });
});

it('leaves the data of others alone', async () => {
  for (const name of ['database of a newer version', 'database of another make']) {
    const disk = new IDBFactory();
    await fault(name).before!(disk as never, NAME);
    const { store, results } = page(NAME, () => disk as never, new FakeClock());
    await results.put(entry('a'), { maxBytes: 1e6, maxAge: 1e9 });
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
