import { fault, steady } from '../../../support/idb-faults.js';
import { clock, disk, everyTestAnew } from './anew.js';
import { DAY, entry, idle, lying, NAME, openTab, within, type TabOptions } from './desk.js';

// One `Results` for a page, whoever uses it.
everyTestAnew();

const tab = (options: Partial<TabOptions> = {}) => openTab({ clock, indexedDB: () => disk, ...options });
const pdf = { bytes: new ArrayBuffer(20), type: 'application/pdf' };

describe('a widget whose cache is off', () => {
  it('has the same design again for free as long as the page lives, and leaves nothing behind', async () => {
    const { page } = tab();
    const off = within(page, 'memory');
    await off.put(entry('a', 100));
    await off.keep('a', 'pdf', pdf);
    await off.rename('a', 'Cat');
    await off.saveProgress('a', { share: 0.5 });
    clock.turn(400 * DAY);
    expect(await off.get('a')).toMatchObject({ title: { name: 'Cat' }, files: { pdf } });
    expect(await off.progress('a')).toEqual({ share: 0.5 });
    expect(await off.list()).toMatchObject([{ key: 'a', bytes: 132, progress: { share: 0.5 } }]);
    await page.ready();
    expect(await lying(disk)).toMatchObject({ results: [], index: [], progress: [] });
    expect(await within(tab().page, 'memory').get('a')).toBeUndefined();
  });

  it('sees nothing of what the others keep, not even that storage rests', async () => {
    const { page, results } = tab();
    await results.put(entry('a', 100));
    const off = within(page, 'memory');
    expect(await off.get('a')).toBeUndefined();
    await off.keep('a', 'pdf', pdf);
    await off.saveProgress('a', { share: 1 });
    expect(await off.list()).toEqual([]);
    expect(await off.progress('a')).toBeUndefined();
    expect((await results.get('a'))!.files.pdf).toBeUndefined();
  });

  it('shares with the others of its page, which then keep it', async () => {
    const { page, results } = tab();
    await within(page, 'memory').put(entry('a', 100));
    expect(await results.get('a')).toBeDefined();
    await idle();
    expect((await lying(disk)).results).toEqual(['a']);
  });

  it('keeps no more than a page can bear, but always the last', async () => {
    const off = within(tab().page, 'memory');
    for (const key of ['a', 'b', 'c']) await off.put(entry(key, 45e6));
    expect((await off.list()).map(({ key }) => key)).toEqual(['c', 'b']);
    await off.put(entry('huge', 150e6));
    expect((await off.list()).map(({ key }) => key)).toEqual(['huge']);
  });
});

it('two widgets with bounds of their own use one store, each within its bounds', async () => {
  const { page, results: large } = tab({ maxBytes: 4000 });
  const small = within(page, { maxBytes: 500, maxAge: DAY });
  for (const key of ['a', 'b', 'c', 'd', 'e', 'f']) await large.put(entry(key, 200));
  await idle();
  expect((await lying(disk)).tally!.bytes).toBe(1200);
  await small.put(entry('g', 100));
  await idle();
  expect((await lying(disk)).tally!.bytes).toBeLessThanOrEqual(500);
});

it('a full disk gives back what is needed, however many widgets look at the same time', async () => {
  const before = tab({ maxBytes: 1e5 });
  for (let i = 0; i < 7; i++) await before.results.put(entry(`old-${i}`, 1000));
  before.store.close();
  const { page, results } = tab({ maxBytes: 1e5, indexedDB: steady(fault('disk full once'), disk, NAME) });
  const other = within(page, { maxBytes: 1e5, maxAge: DAY });
  const writing = results.put(entry('new', 2000));
  await Promise.all([writing, other.list(), other.get('nothing')]);
  await idle();
  const { results: lie } = await lying(disk);
  expect(lie).toContain('new');
  // Twice 2,000 bytes and one more.
  expect(lie).toEqual(['new', 'old-5', 'old-6']);
});

describe('what a visitor does with kept designs', () => {
  it('they are listed by account', async () => {
    const { results } = tab();
    await results.put(entry('a', 100, { account: 'one' }));
    await results.put(entry('b', 100, { account: 'two' }));
    expect(await results.list('one')).toMatchObject([{ key: 'a' }]);
    expect(await results.list()).toHaveLength(2);
    expect(await results.list('')).toEqual([]);
  });

  it('a name is kept, replaced and taken away, and changes no place in the order', async () => {
    const { results } = tab();
    for (const key of ['a', 'b']) await results.put(entry(key, 100, { title: { niche: 'lego' } }));
    await results.rename('a', 'Cat');
    expect((await tab().results.list()).map(({ title }) => title)).toEqual([{ niche: 'lego' }, { niche: 'lego', name: 'Cat' }]);
    await results.rename('a', '');
    await results.rename('nothing', 'Dog');
    expect((await results.list()).map(({ key, title }) => [key, title.name])).toEqual([
      ['b', undefined],
      ['a', undefined],
    ]);
    expect((await tab().results.get('a'))!.title.niche).toBe('lego');
  });

  it('a removal can be undone: the design comes back whole, to its place', async () => {
    const { results } = tab();
    for (const key of ['a', 'b', 'c']) await results.put(entry(key, 100));
    await results.keep('b', 'pdf', pdf);
    await results.saveProgress('b', { share: 0.5, row: 7 });
    const before = await results.list();
    const whole = await results.get('b');
    await results.get('c');
    const taken = (await results.remove('b'))!;
    expect(await lying(disk)).toMatchObject({ results: ['a', 'c'], progress: [], tally: { bytes: 200 } });
    expect(await results.progress('b')).toBeUndefined();
    await results.restore(taken);
    expect(await results.get('b')).toEqual(whole);
    expect(await results.progress('b')).toEqual({ share: 0.5, row: 7 });
    const order = (list: typeof before) => list.map(({ key }) => key).filter((key) => key !== 'c');
    expect(order(await results.list())).toEqual(order(before));
    expect(await results.remove('nothing')).toBeUndefined();
  });

  it('a removal that cannot be written is done when it can, unless the design was made again', async () => {
    const before = tab();
    for (const key of ['a', 'b', 'd']) await before.results.put(entry(key, 100));
    before.store.close();
    let broken = true;
    const bad = steady(fault('every write aborted without an error'), disk, NAME);
    const { results, store } = tab({ indexedDB: () => (broken ? bad() : disk) });
    for (const key of ['a', 'b', 'd']) await results.remove(key);
    await results.put(entry('b', 120));
    expect((await lying(disk)).results).toEqual(['a', 'b', 'd']);
    broken = false;
    store.close();
    await results.put(entry('c', 100));
    // One is made again in the very moment in which its removal is due.
    const again = results.put(entry('d', 130));
    clock.turn(60_000);
    await again;
    await idle();
    clock.turn(60_000);
    await idle();
    const { index } = await lying(disk);
    expect(index.map(({ key, bytes }) => [key, bytes])).toEqual([
      ['b', 120],
      ['c', 100],
      ['d', 130],
    ]);
  });
});
