import fc from 'fast-check';
import { clock, disk, everyTestAnew, newDisk } from './anew.js';
import { DAY, entry, idle, lying, openTab } from './desk.js';

// What was paid for must not expire by a wrong clock, and nothing may live for ever by one.
const AGE = 30;

everyTestAnew();
let start: number;
beforeEach(() => void (start = clock.time));

/** A visit on that day, with the clock so many days off: a new page that makes a design, adds to it and goes. */
async function visit(day: number, key: string, off = 0) {
  clock.time = start + (day + off) * DAY;
  const { store, results } = openTab({ clock, indexedDB: () => disk, maxBytes: 1e9, maxAge: AGE * DAY });
  await results.ready();
  await results.put(entry(key, 100, { at: clock.time }));
  clock.time += 60_000;
  await results.keep(key, 'thumb', { bytes: new ArrayBuffer(5), type: 'image/webp' });
  await idle(2);
  store.close();
  return results;
}

const kept = async () => (await lying(disk)).results as string[];

it('a clock 60 days ahead for one press removes nothing, hides nothing and makes nothing be paid again', async () => {
  await visit(0, 'a');
  await visit(29, 'b');
  const results = await visit(29.1, 'c', 60);
  expect((await results.list()).map(({ key }) => key)).toEqual(['c', 'b', 'a']);
  expect(await results.get('a')).toBeDefined();
  await visit(29.2, 'd');
  expect(await kept()).toEqual(['a', 'b', 'c', 'd']);
});

it('one that stays there is believed on its second day', async () => {
  await visit(0, 'a');
  await visit(0, 'b', 60);
  await visit(1, 'c', 60);
  const results = await visit(2, 'd', 60);
  expect(await kept()).toEqual(['b', 'c', 'd']);
  expect(await results.get('b')).toBeDefined();
});

it('whoever comes back after a long time finds it once more', async () => {
  await visit(0, 'a');
  const back = await visit(100, 'b');
  expect(await back.get('a')).toBeDefined();
  const next = await visit(101, 'c');
  expect(await next.get('a')).toBeUndefined();
  expect(await kept()).toEqual(['b', 'c']);
});

it('a clock set back for good makes nothing immortal', async () => {
  await visit(0, 'a');
  for (let day = 1; day <= AGE + 6; day++) await visit(day, `b${day}`, -5000);
  expect(await kept()).not.toContain('a');
});

it('a clock that was years ahead and is right again leaves nothing immortal, and the order of use as it was', async () => {
  await visit(0, 'a');
  await visit(0.1, 'ahead', 5000);
  const results = await visit(0.2, 'b');
  expect((await results.list()).map(({ key }) => key)).toEqual(['b', 'ahead', 'a']);
  for (let day = 1; day <= AGE + 5; day++) await visit(day, `b${day}`);
  expect(await kept()).not.toContain('ahead');
});

it('holds for any visits: nothing goes before its time, whatever clock shows up between two right ones; all go in the end', async () => {
  const visits = fc.array(
    fc.record({
      pause: fc.oneof(fc.double({ min: 0, max: 3, noNaN: true }), fc.double({ min: 0, max: 90, noNaN: true })),
      off: fc.oneof(fc.constant(0), fc.integer({ min: -5000, max: 5000 }), fc.integer({ min: -3, max: 70 })),
    }),
    { minLength: 3, maxLength: 12 },
  );
  const property = fc.asyncProperty(visits, async (list) => {
    newDisk();
    const born = new Map<string, number>();
    let day = 0;
    let wrong = false;
    for (const [i, { pause, off }] of list.entries()) {
      day += pause;
      // Two wrong ones in a row are no longer one press.
      wrong = off !== 0 && !wrong;
      await visit(day, `v${i}`, wrong ? off : 0);
      // One that was made while the clock was behind looks older than it is.
      born.set(`v${i}`, wrong && off < 0 ? -Infinity : day);
      const lie = await kept();
      for (const [key, at] of born) if (day - at < AGE) expect(lie).toContain(key);
    }
    const last = Math.ceil(day) + 1;
    for (let more = 0; more <= AGE + 6; more++) await visit(last + more, 'last');
    expect(await kept()).toEqual(['last']);
  });
  await fc.assert(property, { seed: 60, numRuns: 30 });
}, 60_000);
