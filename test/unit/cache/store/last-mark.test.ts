import fc from 'fast-check';
import type { Progress } from '../../../../src/cache/store/entry.js';
import { LastMark } from '../../../../src/cache/store/last-mark.js';
import { Results } from '../../../../src/cache/store/results.js';
import { Store } from '../../../../src/cache/store/store.js';
import { clock, disk, everyTestAnew } from './anew.js';
import { entry, within } from './desk.js';

everyTestAnew();
const NAME = 'pattern-generator-mark';

let words: Map<string, string>;
const paper = () => ({
  getItem: (name: string) => words.get(name) ?? null,
  setItem: (name: string, word: string) => void words.set(name, word),
  removeItem: (name: string) => void words.delete(name),
});
beforeEach(() => void (words = new Map()));
const open = (indexedDB: () => IDBFactory = () => disk, bounds: Parameters<typeof within>[1] = { maxBytes: 1e6, maxAge: 1e9 }) =>
  within(new Results({ store: new Store({ indexedDB, clock }), clock, lastMark: new LastMark(paper) }), bounds);

const bits = (...bytes: number[]) => new Uint8Array(bytes).buffer;
const mark = (share: number, ...bytes: number[]): Progress => ({ share, marks: bits(...bytes) });

/** A page that ends in the turn in which it saves: the browser lets the database's half fall. What it left on paper. */
function leave(before: Progress | undefined, now: Progress): void {
  new LastMark(paper).leave('a', before, now);
}

it('marks whose page ends before the database has them are there on the next page, and kept there', async () => {
  const results = open();
  await results.put(entry('a', 100));
  await results.saveProgress('a', mark(0.1, 1, 0));
  expect(words.size).toBe(0);
  leave(mark(0.1, 1, 0), mark(0.2, 1, 2));

  expect(await open().progress('a')).toEqual(mark(0.2, 1, 2));
  await expect.poll(() => words.size).toBe(0);
  expect(await open().progress('a')).toEqual(mark(0.2, 1, 2));
});

it('they are on paper in the very turn in which they are made, and until the database has them', async () => {
  const results = open();
  await results.put(entry('a', 100));
  const saving = results.saveProgress('a', mark(0.1, 1, 0));
  expect(words.size).toBe(1);
  await saving;
  expect(words.size).toBe(0);
});

it('they stay on paper as long as only the page has them', async () => {
  let works = true;
  const results = open(() => {
    if (works) return disk;
    throw new Error('blocked');
  });
  await open().put(entry('a', 100));
  works = false;
  await results.saveProgress('a', mark(0.1, 1, 0));
  expect(words.size).toBe(1);
  expect(await open().progress('a')).toEqual(mark(0.1, 1, 0));
});

it('what others marked meanwhile stays, and what a page left alone is as they have it', async () => {
  const cells = fc.uint8Array({ minLength: 4, maxLength: 4 });
  await fc.assert(
    fc.asyncProperty(cells, cells, cells, async (base, mine, theirs) => {
      leave(mark(0.5, ...base), mark(0.6, ...mine));
      const found = new LastMark(paper).read('a')!(mark(0.4, ...theirs));
      new Uint8Array(found.marks!).forEach((byte, at) => {
        const changed = base[at]! ^ mine[at]!;
        expect(byte & changed).toBe(mine[at]! & changed);
        expect(byte & ~changed).toBe(theirs[at]! & ~changed);
      });
    }),
    { seed: 5 },
  );
});

it('other colours are left as marks are, each without the other', () => {
  leave({ share: 0.5, marks: bits(1), variant: { 1: 2 } }, { share: 0.5, marks: bits(1), variant: { 1: 3 } });
  const change = new LastMark(paper).read('a')!;
  expect(change({ share: 0.75, marks: bits(3), variant: {} })).toEqual({ share: 0.75, marks: bits(3), variant: { 1: 3 } });
  leave({ share: 0.5, variant: { 1: 2 } }, { share: 0.6, variant: { 1: 2 }, marks: bits(1) });
  expect(new LastMark(paper).read('a')!({ share: 0, variant: {} })).toEqual({ share: 0.6, variant: {}, marks: bits(1) });
});

it('they are nobody else’s: another design, a removed one, one that is not to be kept, another size, or what is no change', async () => {
  await open().put(entry('a', 100));
  await open().put(entry('b', 100));
  leave(undefined, mark(0.5, 9));
  expect(await open().progress('b')).toBeUndefined();
  expect(await open(undefined, 'memory').progress('a')).toBeUndefined();
  expect(new LastMark(paper).read('a')!(mark(0.1, 1, 2)).marks).toEqual(bits(1, 2));
  await open().remove('b');
  expect(words.size).toBe(1);
  await open().remove('a');
  expect(words.size).toBe(0);
  await open(undefined, 'memory').saveProgress('a', mark(0.1, 1));
  expect(words.size).toBe(0);
  await open().put(entry('a', 100));
  const odd = [
    {},
    { bytes: [1] },
    { bytes: ['x', null, {}] },
    { bytes: 7 },
    { size: 1e12, bytes: [] },
    { size: 2, bytes: [9, 9, 9], rest: 3 },
  ];
  for (const word of ['', '{', 'null', '7', ...odd.map((one) => JSON.stringify({ key: 'a', ...one }))]) {
    words.set(NAME, word);
    expect((await open().progress('a'))?.share ?? 0).toBe(0);
  }
});

it('where nothing can be written, or too much would be, all works without', async () => {
  const refused = new LastMark(() => {
    throw new DOMException('', 'SecurityError');
  });
  refused.leave('a', undefined, mark(1, 1))();
  refused.forget();
  expect(refused.read('a')).toBeUndefined();
  leave(undefined, { share: 1, marks: new Uint8Array(125_000).fill(255).buffer });
  expect(words.size).toBe(0);
});
