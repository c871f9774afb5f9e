import fc from 'fast-check';
import type { Entry } from '../../../../src/cache/store/entry.js';
import { SCHEMA } from '../../../../src/cache/store/entry.js';
import { fault, steady } from '../../../support/idb-faults.js';
import { clock, disk, everyTestAnew, newDisk } from './anew.js';
import { DAY, entry as make, idle, lying as look, NAME, openTab, TEXT, type TabOptions } from './desk.js';

everyTestAnew();

const entry = (key: string, size: number, more: Partial<Entry> = {}) => make(key, size, { at: clock.time, ...more });
const tab = (options: Partial<TabOptions> = {}) => openTab({ clock, indexedDB: () => disk, ...options });
const lying = () => look(disk);

/** The disk when each result is read for so long. */
function readingFor(ms: number): IDBFactory {
  const open = (name: string) => {
    const request = disk.open(name);
    request.addEventListener('success', () => {
      const transaction = request.result.transaction.bind(request.result);
      request.result.transaction = (...args: Parameters<typeof transaction>) => {
        const tx = transaction(...args);
        const objectStore = tx.objectStore.bind(tx);
        tx.objectStore = (store) => {
          const found = objectStore(store);
          const get = found.get.bind(found);
          const slow = (key: string) => {
            const answer = {} as { result: unknown; onsuccess(): void };
            const end = clock.time + ms;
            const ask = () => {
              const asked = get(key);
              asked.onsuccess = () => {
                if (clock.time < end) return ask();
                answer.result = asked.result;
                answer.onsuccess();
              };
            };
            ask();
            return answer;
          };
          if (store === 'results') found.get = slow as never;
          return found;
        };
        return tx;
      };
    });
    return request;
  };
  return { open } as never;
}

/** Each step at its own time, as a visitor would do it. */
async function step<T>(promise: Promise<T>): Promise<T> {
  const value = await promise;
  await idle();
  clock.turn(1);
  return value;
}

const keys = async (results: ReturnType<typeof tab>['results']) => (await results.list()).map(({ key }) => key);

describe('what is kept', () => {
  it('comes back whole on the next page load: answer, files, MIME types, times', async () => {
    const pdf = { bytes: new Uint8Array([1, 2, 3]).buffer, type: 'application/pdf', filename: 'pixcraft-lego-10x8.pdf' };
    const whole: Entry = {
      key: 'k',
      schema: SCHEMA,
      account: 'shop',
      title: { niche: 'lego', columns: 10, rows: 8 },
      answer: { raw: [1] },
      parameters: { niche: 'lego' },
      adjustments: { turn: 90 },
      files: { pdf },
      at: clock.time - 5,
    };
    await tab().results.put(whole);
    const found = await tab().results.get('k');
    expect(found).toEqual(whole);
    expect(found!.files.pdf!.bytes).toBeInstanceOf(ArrayBuffer);
    expect(await tab().results.get('other')).toBeUndefined();
  });

  it('is waited for as long as it takes to read, once storage has said that it is there; what is not there is not', async () => {
    await tab().results.put(entry('large', 100));
    await idle();
    const { results } = tab({ indexedDB: () => readingFor(15_000) });
    const large = await clock.measure(results.get('large'));
    expect(large.value).toMatchObject({ key: 'large' });
    expect(large.ms).toBeGreaterThanOrEqual(15_000);
    const other = await clock.measure(results.get('other'));
    expect(other.value).toBeUndefined();
    expect(other.ms).toBeLessThanOrEqual(4100);
  });

  it('gets a PDF later, which replaces an earlier one and counts', async () => {
    const { results } = tab();
    await results.put(entry('a', 100));
    await results.keep('a', 'pdf', { bytes: new ArrayBuffer(50), type: 'application/pdf' });
    await results.keep('a', 'pdf', { bytes: new ArrayBuffer(60), type: 'application/pdf' });
    await results.keep('nothing', 'pdf', { bytes: new ArrayBuffer(60), type: 'application/pdf' });
    expect(await results.list()).toMatchObject([{ key: 'a', bytes: 160 }]);
    expect((await results.get('a'))!.files).toMatchObject({ picture: { type: 'image/jpeg' }, pdf: { type: 'application/pdf' } });
  });

  it('is listed most recently used first, with thumbnail, without loading results', async () => {
    const { store, results } = tab();
    const thumb = { bytes: new ArrayBuffer(7), type: 'image/webp' };
    await step(results.put(entry('a', 100, { title: { niche: 'A' }, files: { thumb } })));
    await step(results.put(entry('b', 100)));
    await step(results.get('a'));
    const transact = vi.spyOn(store, 'transact');
    expect(await results.list()).toMatchObject([
      { key: 'a', title: { niche: 'A' }, thumb: { type: 'image/webp' } },
      { key: 'b' },
    ]);
    expect(transact.mock.calls.map(([{ names }]) => names)).toEqual([['index', 'arrivals', 'tally']]);
  });

  it('a hit reads by key only, whatever else there is', async () => {
    const { store, results } = tab();
    await results.put(entry('a', 100));
    const transact = vi.spyOn(store, 'transact');
    expect(await results.get('a')).toBeDefined();
    const { names, mode, body } = transact.mock.calls[0]![0];
    const get = vi.fn();
    body((name) => ({ get: (key: string) => get(name, key) }) as never);
    expect([names, mode, get.mock.calls]).toEqual([
      ['results', 'index', 'tally'],
      'readonly',
      [
        ['tally', 'all'],
        ['index', 'a'],
        ['results', 'a'],
      ],
    ]);
  });

  it('can be removed one by one or altogether, which leaves facts alone', async () => {
    const { store, results } = tab();
    await store.update('quota', () => 7);
    for (const key of ['a', 'b', 'c']) await results.put(entry(key, 100));
    await results.remove('b');
    expect((await keys(results)).sort()).toEqual(['a', 'c']);
    await results.clear();
    expect(await lying()).toEqual({ index: [], results: [], progress: [], arrivals: [], tally: undefined });
    expect(await store.get('quota')).toBe(7);
  });
});

describe('bounds', () => {
  it('the least recently used goes first, and a look at something is a use', async () => {
    const { results } = tab();
    for (const key of ['a', 'b', 'c', 'd']) await step(results.put(entry(key, 250)));
    await step(results.get('a'));
    await step(results.put(entry('e', 250)));
    expect(await keys(results)).toEqual(['e', 'a', 'd', 'c']);
    expect(await results.get('b')).toBeUndefined();
  });

  it('comparing one with another is no use: the order stays', async () => {
    const { results } = tab();
    for (const key of ['a', 'b', 'c', 'd']) await step(results.put(entry(key, 250)));
    expect((await step(results.look('a')))!.key).toBe('a');
    expect(await keys(results)).toEqual(['d', 'c', 'b', 'a']);
    await step(results.put(entry('e', 250)));
    expect(await results.look('a')).toBeUndefined();
  });

  it('exactly full is not too full; one byte more is', async () => {
    const { results } = tab();
    for (const key of ['a', 'b', 'c', 'd']) await step(results.put(entry(key, 250)));
    expect(await keys(results)).toHaveLength(4);
    await step(results.put(entry('a', 250)));
    expect(await keys(results)).toHaveLength(4);
    await step(results.put(entry('e', 1 + TEXT)));
    expect((await keys(results)).sort()).toEqual(['a', 'c', 'd', 'e']);
  });

  it('one entry takes a quarter at most; what is larger lives as long as the page', async () => {
    const { results } = tab();
    await results.put(entry('a', 250));
    await results.put(entry('b', 251));
    expect((await lying()).results).toEqual(['a']);
    await results.keep('a', 'pdf', { bytes: new ArrayBuffer(1), type: 'application/pdf' });
    expect((await results.get('a'))!.files.pdf).toBeDefined();
    expect(await results.get('b')).toBeDefined();
    expect(await keys(results)).toEqual(['b', 'a']);
    const later = tab().results;
    expect((await later.get('a'))!.files.pdf).toBeUndefined();
    expect(await later.get('b')).toBeUndefined();
  });

  it('what is too old is not shown, and goes two days later', async () => {
    const { results } = tab({ maxAge: DAY });
    await step(results.put(entry('old', 100)));
    clock.turn(DAY / 2);
    await step(results.put(entry('new', 100)));
    clock.turn(DAY / 2);
    expect(await results.get('old')).toBeUndefined();
    expect(await keys(results)).toEqual(['new']);
    for (const key of ['next', 'after']) {
      await step(results.put(entry(key, 100)));
      expect((await lying()).results).toContain('old');
      clock.turn(DAY);
    }
    await results.put(entry('last', 100));
    expect((await lying()).results).toEqual(['after', 'last', 'new', 'next']);
  });

  it('hold for any sequence of writes and reads by two tabs at once', async () => {
    const action = fc.record({
      tab: fc.nat({ max: 1 }),
      verb: fc.constantFrom('put', 'put', 'put', 'get', 'keep', 'remove'),
      key: fc.constantFrom(...'abcdefgh'),
      size: fc.integer({ min: TEXT, max: 300 }),
      wait: fc.boolean(),
    });
    const property = fc.asyncProperty(fc.array(action, { minLength: 5, maxLength: 40 }), async (actions) => {
      newDisk();
      const tabs = [tab().results, tab().results];
      let running: Promise<unknown>[] = [tabs[0]!.list()];
      for (const { tab: which, verb, key, size, wait } of actions) {
        clock.turn(1);
        const results = tabs[which]!;
        if (verb === 'put') running.push(results.put(entry(key, size)));
        else if (verb === 'keep') running.push(results.keep(key, 'pdf', { bytes: new ArrayBuffer(size), type: 'x' }));
        else running.push(results[verb](key));
        if (wait) running = [await Promise.all(running)].map(() => Promise.resolve());
      }
      await Promise.all(running);
      await tabs[0]!.ready();
      const { index, results, arrivals, tally } = await lying();
      expect(arrivals).toEqual([]);
      expect(tally!.bytes).toBe(index.reduce((sum, { bytes }) => sum + bytes, 0));
      expect(index.map(({ key }) => key).sort()).toEqual([...results].sort());
      expect(index.reduce((sum, { bytes }) => sum + bytes, 0)).toBeLessThanOrEqual(1000);
      expect(index.every(({ bytes }) => bytes <= 250)).toBe(true);
    });
    await fc.assert(property, { seed: 41, numRuns: 40 });
  });

  it('hold in memory too', async () => {
    const { results } = tab({ indexedDB: () => undefined as never });
    for (const key of ['a', 'b', 'c', 'd', 'e']) await step(results.put(entry(key, 250)));
    expect(await keys(results)).toEqual(['e', 'd', 'c', 'b']);
    expect(await results.get('a')).toBeUndefined();
    await step(results.get('b'));
    await step(results.put(entry('f', 250)));
    expect(await keys(results)).toEqual(['f', 'b', 'e', 'd']);
    await results.remove('b');
    expect(await results.get('b')).toBeUndefined();
    await results.clear();
    expect(await keys(results)).toEqual([]);
  });
});

describe('a full disk', () => {
  async function full(name: string) {
    const before = tab();
    for (const key of ['a', 'b', 'c']) await step(before.results.put(entry(key, 200)));
    before.store.close();
    const indexedDB = steady(fault(name), disk, NAME);
    return tab({ indexedDB });
  }

  it.each(['disk full once', 'disk full as the error of a request'])(
    'costs what is least recently used and is needed: %s',
    async (name) => {
      const { results } = await full(name);
      await results.put(entry('d', 90));
      expect((await lying()).results).toEqual(['b', 'c', 'd']);
    },
  );

  it('that stays full costs no more; the result is in memory and the rest is still read', async () => {
    const { results } = await full('disk full for results only');
    await results.put(entry('d', 90));
    expect(await results.get('d')).toBeDefined();
    const lay = (await lying()).results;
    for (const key of ['e', 'f']) await results.put(entry(key, 90));
    expect((await lying()).results).toEqual(lay);
    expect(lay).toEqual(['b', 'c']);
    expect(await results.get('c')).toBeDefined();
    expect((await keys(results)).sort()).toEqual(['b', 'c', 'd', 'e', 'f']);
  });

  it('an abort without a name costs nothing', async () => {
    const { results } = await full('every write aborted without an error');
    await results.put(entry('d', 90));
    expect(await results.get('d')).toBeDefined();
    expect((await lying()).results).toEqual(['a', 'b', 'c']);
  });
});

it.each(['looking at it', 'the next write'])('what was only in memory is stored when storage is back, by %s', async (by) => {
  let broken = true;
  const bad = steady(fault('private mode'), disk, NAME);
  const { results } = tab({ indexedDB: () => (broken ? bad() : disk) });
  for (const key of ['a', 'b']) await results.put(entry(key, 100));
  expect(await results.get('a')).toBeDefined();
  broken = false;
  clock.turn(60_000);
  if (by === 'looking at it') await step(results.get('a'));
  else await step(results.put(entry('c', 100)));
  expect((await lying()).results).toEqual(by === 'looking at it' ? ['a', 'b'] : ['a', 'b', 'c']);
});
