import fc from 'fast-check';
import { connect } from '../../../../src/cache/store/connection.js';
import { readEntry, readSummary } from '../../../../src/cache/store/entry.js';
import { leave } from '../../../support/idb-faults.js';
import { clock, disk, everyTestAnew, newDisk } from './anew.js';
import { DAY, entry, idle, lay, lying, NAME, openTab } from './desk.js';

everyTestAnew();
const tab = () => openTab({ clock, indexedDB: () => disk, maxBytes: 1e6 });

/** A record as the first browsers hold it. */
const old = (key: string, label?: string) => ({
  key,
  answer: { niche: 'lego' },
  label,
  parameters: { niche: 'lego' },
  files: { picture: { bytes: new ArrayBuffer(100), type: 'image/jpeg' } },
  at: clock.time - DAY,
});
const oldSummary = (key: string, label?: string) => ({ key, label, at: clock.time - DAY, used: clock.time - DAY, bytes: 160 });

describe('records of the first version', () => {
  it.each([
    [
      'pixcraft https://shop.example/api lego 20 × 30',
      'pixcraft https://shop.example/api',
      { niche: 'lego', columns: 20, rows: 30 },
    ],
    ['picsart https://api.picsart.io hex', 'picsart https://api.picsart.io', { pattern: 'hex' }],
    ['pixcraft /api cross stitch 1 × 1', 'pixcraft /api', { niche: 'cross stitch', columns: 1, rows: 1 }],
    ['pixcraft /api ', 'pixcraft /api', {}],
    ['rubbish', '', {}],
    [undefined, '', {}],
  ])('“%s” is carried over', async (label, account, title) => {
    (await leave(disk, NAME, 1, ['facts', 'index', 'results'])).close();
    await lay(disk, 'index', { k: oldSummary('k', label) });
    await lay(disk, 'results', { k: old('k', label) });
    const { results } = tab();
    expect(await results.list(account)).toMatchObject([{ key: 'k', account, title, at: clock.time - DAY }]);
    const { parameters, answer, files, at } = old('k');
    expect(await results.get('k')).toEqual({ key: 'k', schema: 2, account, title, parameters, answer, files, at });
    await idle();
    const { index, tally } = await lying(disk);
    expect(index).toMatchObject([{ key: 'k', account, title }]);
    expect(tally!.bytes).toBe(index[0]!.bytes);
  });

  it('count and go with the others', async () => {
    (await leave(disk, NAME, 1, ['facts', 'index', 'results'])).close();
    await lay(disk, 'index', { a: oldSummary('a'), b: { ...oldSummary('b'), used: clock.time - 2 * DAY } });
    await lay(disk, 'results', { a: old('a'), b: old('b') });
    const { results } = openTab({ clock, indexedDB: () => disk, maxBytes: 400 });
    await results.put(entry('new', 100));
    await idle();
    expect(await lying(disk)).toMatchObject({ results: ['a', 'new'], tally: { bytes: 260 } });
  });
});

it('a record of a later version is none of ours', async () => {
  await tab().results.ready();
  await lay(disk, 'results', { k: { ...entry('k', 100), schema: 3 } });
  const { results } = tab();
  expect(await results.get('k')).toBeUndefined();
  await results.keep('k', 'pdf', { bytes: new ArrayBuffer(1), type: 'x' });
  expect(await results.remove('k')).toBeUndefined();
});

it('whatever lies in the store, reading it never throws, and what we write is ours again', async () => {
  const anything = fc.oneof(
    fc.anything({ withDate: true, withTypedArray: true, withMap: true, withSet: true, withBigInt: true }),
    fc.record(
      {
        key: fc.anything(),
        at: fc.anything(),
        used: fc.anything(),
        bytes: fc.anything(),
        title: fc.anything(),
        label: fc.anything(),
      },
      { requiredKeys: [] },
    ),
    fc.record({ key: fc.constant('k'), answer: fc.anything(), files: fc.anything(), account: fc.anything() }),
  );
  const isStorable = (value: unknown) => {
    try {
      structuredClone(value);
      return true;
    } catch {
      return false;
    }
  };
  const property = fc.asyncProperty(anything.filter(isStorable), async (value) => {
    expect(() => [readEntry(value), readSummary(value, clock.time)]).not.toThrow();
    newDisk();
    (await connect(disk, NAME)).close();
    for (const store of ['index', 'results', 'progress', 'arrivals', 'tally']) await lay(disk, store, { k: value, all: value });
    const { results } = tab();
    await results.list();
    await results.get('k');
    await results.progress('k');
    for (const key of ['mine', 'k']) await results.put(entry(key, 100));
    await idle();
    for (const key of ['mine', 'k']) expect(await tab().results.get(key)).toMatchObject({ key, answer: 1 });
    expect((await tab().results.list('shop')).map(({ key }) => key)).toEqual(expect.arrayContaining(['mine', 'k']));
    expect((await lying(disk)).tally!.bytes).toBeGreaterThanOrEqual(200);
    expect(console.info).not.toHaveBeenCalled();
  });
  await fc.assert(property, { seed: 3, numRuns: 100 });
}, 60_000);
