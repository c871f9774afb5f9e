import { PIECE } from '../../../src/core/json.js';
import type { Watcher } from '../../../src/flight/plan.js';
import type { Design } from '../../../src/generation/design.js';
import * as keeping from '../../../src/generation/keeping.js';
import { Kept } from '../../../src/generation/kept.js';
import { Page } from '../../../src/generation/page.js';
import { press } from '../../../src/generation/press.js';
import type { Settings } from '../../../src/generation/settings.js';
import { pixcraftFace } from '../../../src/providers/pixcraft/face.js';
import { whole } from '../../../src/providers/whole.js';
import { mortal } from '../../support/idb-faults.js';
import { FakeClock, seeded } from '../../support/simulation.js';
import { disk, everyTestAnew } from '../cache/store/anew.js';
import { idle, lying, NAME } from '../cache/store/desk.js';

// What becomes of an answer that takes turns to be read, from its arrival to the next page.
everyTestAnew();

const KEY = 'px_live_0123456789';
const settings = {
  provider: whole(pixcraftFace),
  base: 'https://api.test',
  apiKey: KEY,
  timeout: 60_000,
  maxWait: 0,
  meter: false,
  parameters: {},
  cache: { maxBytes: 4e7, maxAge: 1e9 },
} as Settings;
const sent = { niche: 'mosaic', widthCm: 10, heightCm: 10 };
const design: Design = {
  key: 'design',
  picture: { url: 'https://shop.test/a.png', id: async () => 'a' },
  sent,
  parameters: sent,
  settings,
};
const watcher: Watcher = { onWait() {}, onStep() {}, onKept() {} };

const good = (more: object = {}) => ({
  success: true,
  dimensions: { cols: 2, rows: 1 },
  materials: [{ name: 'Red', hex: '#ff0000', quantity: 2 }],
  assembly_guide: [{ runs: [{ color: 'Red', hex: '#ff0000', count: 2 }] }],
  padding: 'x'.repeat(PIECE),
  ...more,
});

let used: number;
/** The bytes of the paid answer come when the test says so. */
let arrive: (answer: unknown) => void;
let asked: number;
let pages = 0;

function openPage(indexedDB = () => disk): Page {
  const clock = new FakeClock();
  const fetch = (url: string) => {
    if (!url.endsWith('/generate'))
      return Promise.resolve(Response.json({ calls_used: used, calls_limit: 500, calls_remaining: 9 }));
    asked++;
    const response = new Response(undefined, { headers: { 'Content-Type': 'application/json' } });
    response.arrayBuffer = () =>
      new Promise((resolve) => {
        arrive = (answer) => {
          used++;
          const text = typeof answer === 'string' ? answer : JSON.stringify(answer);
          resolve(new TextEncoder().encode(text).buffer as ArrayBuffer);
        };
      });
    return Promise.resolve(response);
  };
  return new Page(keeping, {
    // By the real clock, for a database takes real turns.
    store: new keeping.Store({ indexedDB }),
    tabs: { post() {}, listen: () => () => {} },
    clock,
    random: seeded(++pages),
    fetch,
    online: () => true,
    visible: () => true,
  });
}

/** Presses Generate, and waits until the answer is waited for. */
async function begin(page: Page) {
  const outcome = press(page, design, watcher, new AbortController().signal, false);
  outcome.catch(() => {});
  await expect.poll(() => asked).toBe(1);
  return { outcome };
}

/** Only what is done in this very turn. */
const thisTurn = async () => {
  for (let at = 0; at < 200; at++) await Promise.resolve();
};

/** A page that gets this answer, and ends in the turn in which it came. */
async function lastBreath(answer: unknown): Promise<void> {
  const { factory, die } = mortal(disk);
  const page = openPage(() => factory);
  await begin(page);
  arrive(answer);
  await thisTurn();
  die();
  await idle();
}

/** What lies in the store of the design. */
async function record(): Promise<{ answer: unknown; title: object; unread?: true } | undefined> {
  const open = disk.open(NAME);
  const db = await new Promise<IDBDatabase>((resolve) => (open.onsuccess = () => resolve(open.result)));
  const found = db.transaction('results').objectStore('results').get('design');
  await new Promise((resolve) => (found.onsuccess = resolve));
  db.close();
  return found.result as never;
}

beforeEach(() => {
  used = 10;
  asked = 0;
});

it('it is kept as it came in the turn in which it came, and shown by the next page for nothing', async () => {
  await lastBreath(good());
  expect(await record()).toMatchObject({ unread: true, title: {} });
  const { entry, fromCache } = await press(openPage(), design, watcher, new AbortController().signal, false);
  expect([fromCache, asked]).toEqual([true, 1]);
  expect(entry.answer).toBeInstanceOf(ArrayBuffer);
  await idle();
  // Now that it was read it has a name.
  expect(await record()).toMatchObject({ title: { niche: 'mosaic', columns: 2, rows: 1 } });
  expect((await record())!.unread).toBeUndefined();
});

it('a page that lives reads it, names it, and shows it again without asking', async () => {
  const page = openPage();
  const { outcome } = await begin(page);
  arrive(good());
  expect((await outcome).fromCache).toBe(false);
  await idle();
  const kept = await record();
  expect(kept).toMatchObject({ title: { columns: 2 } });
  expect(kept!.unread).toBeUndefined();
  expect(kept!.answer).toBeInstanceOf(ArrayBuffer);
  expect((await new Kept(page, settings).list())[0]!.bytes).toBeGreaterThan(PIECE);
  expect((await new Kept(openPage(), settings).recall('design'))!.outcome.entry.key).toBe('design');
});

const bad = {
  'no JSON': 'x'.repeat(PIECE + 1),
  'half of one': JSON.stringify(good()).slice(0, -1),
  'no pattern': good({ dimensions: undefined }),
};

it.each(Object.entries(bad))('what turns out to be nothing (%s) goes out of the store again and is told', async (_, answer) => {
  const page = openPage();
  const { outcome } = await begin(page);
  arrive(answer);
  await expect(outcome).rejects.toMatchObject({ code: 'bad-response', maybeCounted: true });
  await idle();
  expect(await lying(disk)).toMatchObject({ results: [], arrivals: [], index: [] });
});

it.each(Object.entries(bad))(
  'so it does when the page ended before (%s), and no page pays again by itself',
  async (_, answer) => {
    await lastBreath(answer);
    expect(await record()).toMatchObject({ unread: true });
    const page = openPage();
    const outcome = press(page, design, watcher, new AbortController().signal, false);
    let over = false;
    outcome.catch(() => {}).finally(() => (over = true));
    // Until nothing can be under way any more.
    while (!over) await idle(1).then(() => (page.env.clock as FakeClock).advance(10_000));
    await expect(outcome).rejects.toMatchObject({ maybeCounted: true });
    expect(await record()).toBeUndefined();
    expect(asked).toBe(1);
  },
);

it('one in which a secret is spelled never lies there', async () => {
  const answer = good({ echo: KEY });
  await lastBreath(answer);
  expect(await record()).toBeUndefined();
  asked = 0;
  disk.deleteDatabase(NAME);
  const { outcome } = await begin(openPage());
  arrive(answer);
  await outcome;
  await idle();
  const { answer: kept } = (await record())!;
  expect(String(kept)).toContain('***');
  expect(String(kept)).not.toContain(KEY);
});
