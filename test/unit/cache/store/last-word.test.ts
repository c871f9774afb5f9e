import { LastWord } from '../../../../src/cache/store/last-word.js';
import { Results } from '../../../../src/cache/store/results.js';
import { Store } from '../../../../src/cache/store/store.js';
import { clock, disk, everyTestAnew } from './anew.js';
import { entry } from './desk.js';

everyTestAnew();
const BOUNDS = { maxBytes: 1e6, maxAge: 30 * 86_400_000 };
const answer = { ...entry('a', 100), files: {}, answer: { guide: [1, 2] } };

let words: Map<string, string>;
const slip = () => ({
  getItem: (name: string) => words.get(name) ?? null,
  setItem: (name: string, word: string) => void words.set(name, word),
  removeItem: (name: string) => void words.delete(name),
});
beforeEach(() => void (words = new Map()));
const open = (indexedDB: () => IDBFactory = () => disk) =>
  new Results({ store: new Store({ indexedDB, clock }), clock, lastWord: new LastWord(slip) });

it('an answer whose page ends before the database has it is shown on the next page, and kept there', async () => {
  const dead = new Promise<never>(() => {});
  const results = open();
  await results.ready();
  void Promise.race([results.put(answer, BOUNDS), dead]);
  // The page ends in this very turn, and the browser lets the database's half fall.
  const left = new Map(words);
  expect(left.size).toBe(1);
  await results.clear();

  words = left;
  expect((await open().get('a', BOUNDS))?.answer).toEqual(answer.answer);
  words = new Map();
  await expect.poll(async () => (await open().get('a', BOUNDS))?.answer).toEqual(answer.answer);
});

it('nothing of it is left when the database has it', async () => {
  const results = open();
  await results.put(answer, BOUNDS);
  expect(words.size).toBe(0);
});

it('it stays as long as only the memory of the page has it', async () => {
  const results = open(() => {
    throw new Error('blocked');
  });
  await results.put(answer, BOUNDS);
  expect(words.size).toBe(1);
});

it('is nobody else’s: another design, a removed one, one that is not to be kept, or what is no entry', async () => {
  new LastWord(slip).leave(answer);
  expect(await open().get('b', BOUNDS)).toBeUndefined();
  expect(await open().get('a', 'memory')).toBeUndefined();
  await open().remove('b');
  expect(words.size).toBe(1);
  await open().remove('a');
  expect(words.size).toBe(0);
  await open().put(answer, 'memory');
  expect(words.size).toBe(0);
  for (const word of ['', '{', 'null', '{"key":"a"}']) {
    words.set('pattern-generator-last', word);
    expect(await open().get('a', BOUNDS)).toBeUndefined();
  }
});

it('where nothing can be written, or too much would be, all works without', async () => {
  const refused = new LastWord(() => {
    throw new DOMException('', 'SecurityError');
  });
  refused.leave(answer)();
  refused.forget();
  expect(refused.read('a')).toBeUndefined();
  new LastWord(slip).leave({ ...answer, answer: 'x'.repeat(600_000) });
  expect(words.size).toBe(0);
});
