import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { memoryStore } from '../../src/proxy/stores/memory.js';
import { openStore } from '../../src/proxy/stores/open-store.js';
import { redisStore } from '../../src/proxy/stores/redis.js';
import { sqliteStore } from '../../src/proxy/stores/sqlite.js';
import { steady } from '../../src/proxy/stores/steady.js';
import { StoreDown, type Store } from '../../src/proxy/stores/store.js';
import { startRedis, type Redis } from '../support/redis.mjs';

let redis: Redis | undefined;
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pattern-stores-'));
  redis = await startRedis().catch((error: Error) => void console.warn(error.message));
}, 200_000);
afterAll(async () => {
  await redis?.stop();
  await rm(folder, { recursive: true, force: true });
});

const clock = { time: Date.now(), now: () => clock.time };
const fullClock = { ...clock, now: () => clock.time, setTimeout, clearTimeout } as never;
let fresh = 0;

/** Each opens one store for several users of it: of one process, as far as this test goes. */
const kinds: Record<string, () => () => Store> = {
  memory() {
    const store = memoryStore({ clock });
    return () => store;
  },
  SQLite() {
    const file = join(folder, `${fresh++}.sqlite`);
    return () => sqliteStore(file, { clock: fullClock });
  },
  Redis() {
    const prefix = `test-${fresh++}`;
    return () => redisStore(redis!.url, { prefix, clock });
  },
};

const text = (value: string) => new TextEncoder().encode(value);
const minute = () => ({ until: clock.time + 60_000 });

describe.each(Object.entries(kinds))('the %s store', (kind, make) => {
  let store: Store;
  let other: Store;
  const opened = new Set<Store>();
  beforeEach(({ skip }) => {
    if (kind === 'Redis' && !redis) skip('there is no Redis here, and none could be installed');
    const open = make();
    [store, other] = [open(), open()];
    opened.add(store).add(other);
  });
  afterEach(async () => {
    for (const each of opened) await each.close();
    opened.clear();
  });

  it('keeps facts for everybody and changes them in one step', async () => {
    expect(await store.get('fact')).toBeUndefined();
    expect(await store.update('fact', () => ({ n: 0 }))).toEqual({ n: 0 });
    await Promise.all(
      Array.from({ length: 60 }, (_, i) => [store, other][i % 2]!.update<{ n: number }>('fact', (old) => ({ n: old!.n + 1 }))),
    );
    expect(await other.get('fact')).toEqual({ n: 60 });
    expect(await store.update('fact', () => undefined)).toBeUndefined();
    expect(await other.get('fact')).toBeUndefined();
  });

  it('does not hand out what it holds: a change made to a fact outside stays outside', async () => {
    const fact = { list: [1] };
    await store.update('fact', () => fact);
    fact.list.push(2);
    (await store.get<typeof fact>('fact'))!.list.push(3);
    expect(await store.get('fact')).toEqual({ list: [1] });
  });

  it('100 concurrent takes on a limit of 10: exactly 10', async () => {
    const want = { name: 'site-minute:1', limit: 10, ...minute() };
    const all = await Promise.all(Array.from({ length: 100 }, (_, i) => [store, other][i % 2]!.take([want])));
    expect(all.filter((full) => !full.length)).toHaveLength(10);
    expect(all.filter((full) => full.length).every(([name]) => name === want.name)).toBe(true);
  });

  it('takes all budgets or none, and names those without room', async () => {
    const site = { name: 'site', limit: 5, ...minute() };
    const visitor = { name: 'visitor', limit: 1, ...minute() };
    expect(await store.take([site, visitor])).toEqual([]);
    for (let i = 0; i < 9; i++) expect(await store.take([site, visitor])).toEqual(['visitor']);
    const other = { name: 'other visitor', limit: 9, ...minute() };
    for (let i = 0; i < 4; i++) expect(await store.take([site, other])).toEqual([]);
    expect(await store.take([site, other])).toEqual(['site']);
    expect(await store.take([site, visitor])).toEqual(['site', 'visitor']);
  });

  it('what is given back can be taken again, and no more than that', async () => {
    const want = { name: 'budget', limit: 2, ...minute() };
    await store.take([want]);
    await store.give(['budget']);
    await store.give(['budget', 'never taken']);
    expect([await store.take([want]), await store.take([want]), await store.take([want])]).toEqual([[], [], ['budget']]);
  });

  it('keeps results with what is known about them, for everybody', async () => {
    const bytes = new Uint8Array([0, 255, 10, 13, 0, 128]);
    await store.keep('design', { bytes, about: { type: 'image/png' }, at: clock.time }, { maxBytes: 1e6, maxAge: 1e6 });
    const found = await other.kept('design');
    expect([...found!.bytes]).toEqual([...bytes]);
    expect(found).toMatchObject({ about: { type: 'image/png' }, at: clock.time });
    expect(await store.kept('another')).toBeUndefined();
  });

  it('makes room by last use, and keeps what was just paid for', async () => {
    const bounds = { maxBytes: 4000, maxAge: 1e9 };
    const bytes = new Uint8Array(1000 - 512);
    const keep = (key: string, content = bytes) => store.keep(key, { bytes: content, about: {}, at: clock.time }, bounds);
    for (const key of ['a', 'b', 'c', 'd']) {
      await keep(key);
      clock.time += 61_000;
    }
    await store.kept('a');
    await new Promise((resolve) => setTimeout(resolve)); // the note of that use may be a message under way
    await store.get('anything');
    clock.time += 61_000;
    await keep('e');
    const left = async () =>
      (await Promise.all(['a', 'b', 'c', 'd', 'e', 'huge'].map(async (key) => ((await store.kept(key)) ? key : '')))).join('');
    expect(await left()).toBe('acde');
    await keep('e'); // the same again takes no more room
    expect(await left()).toBe('acde');
    await keep('huge', new Uint8Array(9000));
    expect(await left()).toBe('huge');
  });

  it('lets go of what is too old when something new is kept', async () => {
    const keep = (key: string, at: number) =>
      store.keep(key, { bytes: text(key), about: {}, at }, { maxBytes: 1e6, maxAge: 10_000 });
    await keep('old', clock.time - 11_000);
    await keep('young', clock.time - 9000);
    await keep('new', clock.time);
    expect([await store.kept('old'), !!(await store.kept('young'))]).toEqual([undefined, true]);
  });

  it('counts by day', async () => {
    await Promise.all([store.count('2026-11-27', { paid: 1 }), other.count('2026-11-27', { paid: 1, hit: 3 })]);
    await store.count('2026-11-28', { paid: 5 });
    expect(await other.counts(['2026-11-26', '2026-11-27', '2026-11-28'])).toEqual([{}, { paid: 2, hit: 3 }, { paid: 5 }]);
  });

  it('passes words on', async () => {
    const heard: unknown[] = [];
    const stop = store.tabs.listen((word) => heard.push(word));
    await expect
      .poll(async () => {
        store.tabs.post({ hello: 1 });
        return heard[0];
      })
      .toEqual({ hello: 1 });
    stop();
  });
});

describe('windows that are over', () => {
  it.each([
    ['memory', () => memoryStore({ clock })],
    ['SQLite', () => sqliteStore(join(folder, 'windows.sqlite'), { clock: fullClock })],
  ])('are over in the %s store', async (_, open) => {
    const store = open();
    const want = { name: 'minute', limit: 1, ...minute() };
    expect([await store.take([want]), await store.take([want])]).toEqual([[], ['minute']]);
    clock.time += 60_000;
    expect(await store.take([{ ...want, ...minute() }])).toEqual([]);
    await store.close();
  });

  it('are over in the Redis store', async ({ skip }) => {
    if (!redis) skip('there is no Redis here, and none could be installed');
    const store = redisStore(redis!.url, { prefix: 'windows' });
    await store.check(); // connected
    const want = { name: 'minute', limit: 1, until: Date.now() + 1500 };
    expect([await store.take([want]), await store.take([want])]).toEqual([[], ['minute']]);
    await expect.poll(() => store.take([{ ...want, until: Date.now() + 60_000 }])).toEqual([]);
    await store.close();
  });

  it('a flood of visitors never makes the memory store grow without a bound', async () => {
    const store = memoryStore({ clock });
    const take = (i: number) => store.take([{ name: `visitor-day:${i}`, limit: 1, until: clock.time + 86_400_000 }]);
    for (let i = 0; i < 150_000; i++) await take(i);
    // The youngest are still known; of the eldest a tenth of all was let go at a time.
    expect([await take(149_999), await take(140_000)].flat()).toEqual(['visitor-day:149999', 'visitor-day:140000']);
    expect(await take(3)).toEqual([]);
  });
});

describe('several processes', () => {
  async function takes(address: string): Promise<number> {
    const processes = Array.from({ length: 3 }, (_, i) =>
      spawn(process.execPath, ['--import', 'tsx', 'test/proxy/take-many.ts', address, String(i ? 33 : 34)], {
        stdio: ['pipe', 'pipe', 'inherit'],
      }),
    );
    await Promise.all(processes.map(({ stdout }) => once(stdout, 'data')));
    const said = processes.map(({ stdout }) => once(stdout, 'data'));
    for (const { stdin } of processes) stdin.write('go\n');
    return (await Promise.all(said)).reduce((sum, [room]) => sum + Number(room), 0);
  }

  it('on one SQLite file: 100 takes on a limit of 10 are exactly 10', async () => {
    expect(await takes(`file:${join(folder, 'three.sqlite')}`)).toBe(10);
  });

  it('on one Redis: 100 takes on a limit of 10 are exactly 10', async ({ skip }) => {
    if (!redis) skip('there is no Redis here, and none could be installed');
    expect(await takes(redis!.url)).toBe(10);
  });

  it('a SQLite process killed in the middle loses nothing that it was told is kept, and holds nobody up', async () => {
    const file = join(folder, 'killed.sqlite');
    for (let round = 0; round < 3; round++) {
      const writer = spawn(process.execPath, ['--import', 'tsx', 'test/proxy/write-on.ts', file], {
        stdio: ['ignore', 'pipe', 'pipe'],
      });
      let told = -1;
      let complaint = '';
      writer.stdout.on('data', (data) => (told = Math.max(told, ...String(data).trim().split('\n').map(Number))));
      writer.stderr.on('data', (data) => (complaint += data));
      // Each number is six writes that wait for the disk, which others may be using.
      const heard = () => (writer.exitCode === null ? told : complaint);
      await expect.poll(heard, { timeout: 30_000, interval: 7 }).toBeGreaterThan(5 + round * 7);
      writer.kill('SIGKILL');
      await once(writer, 'exit');
      const store = sqliteStore(file);
      expect(await store.get('n')).toBeGreaterThanOrEqual(told);
      expect((await store.kept('n'))!.bytes[0]).toBeGreaterThanOrEqual(told % 256);
      await store.update('n', () => undefined);
      await store.close();
    }
    // Nothing of the dead is left beside the database.
    expect((await readdir(folder)).filter((name) => /^killed\.sqlite\.turn/.test(name))).toEqual([]);
  }, 120_000);

  it('a SQLite process killed at any of its writes leaves what was there, whole', async () => {
    // Of the 75 writes the last twenty are to the database itself; what they left half done broke it.
    for (const writes of [
      [1, 40, 58, 62],
      [66, 70, 73, 75],
    ])
      await Promise.all(
        writes.map(async (at) => {
          const file = join(folder, `died-at-${at}.sqlite`);
          const writer = spawn(process.execPath, ['--import', 'tsx', 'test/proxy/die-at.ts', file, String(at)], {
            stdio: 'inherit',
          });
          expect(await once(writer, 'exit')).toEqual([null, 'SIGKILL']);
          const store = sqliteStore(file);
          expect(await store.kept('n')).toMatchObject({ about: { fill: '1' }, bytes: new Uint8Array(60_000).fill(1) });
          await store.update('n', () => at);
          await store.close();
        }),
      );
  });

  it("a dead process's turn at the file is ended, whoever finds it; a living one's is not", async () => {
    const file = join(folder, 'turn.sqlite');
    const store = sqliteStore(file);
    await store.check();
    const { hostname } = await import('node:os');
    await mkdir(file + '.lock');
    await writeFile(file + '.turn', `${hostname()} 4194305 gone 1`);
    await store.check();
    await writeFile(file + '.turn', `${hostname()} ${process.pid} another-first-process 1`); // a container started again
    await store.check();
    await writeFile(file + '.turn', `${hostname()} ${process.ppid} alive 1`);
    await expect(steady(store, { bound: 50 }).check()).rejects.toThrow(StoreDown);
    await rm(file + '.turn');
    await store.check();
    await store.close();
  });
});

describe('a store that does not answer', () => {
  it('rejects in time when Redis hangs, when it is gone, and works again when it is back', async ({ skip }) => {
    if (!redis) skip('there is no Redis here, and none could be installed');
    const own = await startRedis();
    const store = steady(redisStore(own.url), { bound: 300 });
    await store.check();
    own.pause();
    await expect(store.take([{ name: 'a', limit: 1, ...minute() }])).rejects.toThrow(StoreDown);
    own.resume();
    await store.check();
    await own.kill();
    await expect.poll(() => store.check().catch((error: Error) => error.name)).toBe('StoreDown');
    const again = await startRedis(own.port);
    await expect
      .poll(() =>
        store.check().then(
          () => 'works',
          () => 'down',
        ),
      )
      .toBe('works');
    await store.close();
    await again.stop();
  });

  it('rejects when there was no Redis from the beginning', async () => {
    const store = steady(redisStore('redis://127.0.0.1:9'), { bound: 3000 });
    await expect(store.get('fact')).rejects.toThrow(StoreDown);
    await store.close();
  });

  it('says which address it does not understand, and no password', async () => {
    await expect(openStore('mysql://me:secret@host/db')).rejects.toThrow('mysql://…@host/db');
  });
});
