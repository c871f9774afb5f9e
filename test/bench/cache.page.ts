import { createStore, get, set } from 'idb-keyval';
import localforage from 'localforage';
import { SCHEMA, type Entry } from '../../src/cache/store/entry.js';
import { Results } from '../../src/cache/store/results.js';
import { Store } from '../../src/cache/store/store.js';

// Runs in Chromium; cache.bench.ts prints what it answers. Every contender keeps the same entries.
export interface Row {
  what: string;
  [contender: string]: number | string;
}

const MB = 1e6;
const random = (size: number) => {
  const bytes = new Uint8Array(size);
  for (let at = 0; at < size; at += 65_536) crypto.getRandomValues(bytes.subarray(at, at + 65_536));
  return bytes.buffer;
};
const entry = (key: string, size: number): Entry => ({
  key,
  schema: SCHEMA,
  account: 'shop',
  title: { niche: 'crossstitch' },
  parameters: {},
  answer: {
    materials: Array.from({ length: 20 }, (_, id) => ({
      id,
      name: `Colour ${id}`,
      hex: '#123456',
      quantity: 100,
      percentage: 5,
    })),
  },
  at: Date.now(),
  files: {
    picture: { bytes: random(size), type: 'image/jpeg' },
    thumb: { bytes: random(Math.min(size, 3000)), type: 'image/webp' },
  },
});

interface Contender {
  get(key: string): Promise<unknown>;
  put(entry: Entry): Promise<unknown>;
  /** Written, counted and bounded; the others do no more than write. */
  count?(entry: Entry): Promise<unknown>;
  end(): void;
}

const contenders: Record<string, (name: string, maxBytes: number) => Contender> = {
  here(name, maxBytes) {
    const store = new Store({ name });
    const results = new Results({ store });
    const bounds = { maxBytes, maxAge: 1e9 };
    const put = (entry: Entry) => results.put(entry, bounds);
    // A read of what the counting may touch waits for it.
    const count = (entry: Entry) => put(entry).then(() => results.progress(entry.key, bounds));
    return { get: (key) => results.get(key, bounds), put, count, end: store.close };
  },
  'idb-keyval'(name) {
    const store = createStore(name, 'keyval');
    return { get: (key) => get(key, store), put: (entry) => set(entry.key, entry, store), end() {} };
  },
  localforage(name) {
    const store = localforage.createInstance({ name, driver: localforage.INDEXEDDB });
    return { get: (key) => store.getItem(key), put: (entry) => store.setItem(entry.key, entry), end() {} };
  },
};

async function median(times: number, run: (i: number) => Promise<unknown>): Promise<number> {
  const spans: number[] = [];
  for (let i = 0; i < times; i++) {
    const start = performance.now();
    await run(i);
    spans.push(performance.now() - start);
    // As a visitor would: not on the heels of the last one.
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  return spans.sort((a, b) => a - b)[times >> 1]!;
}

async function measure(): Promise<Row[]> {
  const rows: Row[] = [];
  for (const [count, size] of [
    [10, 20_000],
    [100, 20_000],
    [1000, 20_000],
    [50, MB],
  ] as const) {
    const full = `${count} × ${size / 1000} kB`;
    const hit: Row = { what: `hit, ${full}` };
    const write: Row = { what: `write, ${full}` };
    const whole: Row = { what: `write and count, ${full}` };
    const evict: Row = { what: `write that evicts one, ${full}` };
    for (const [name, make] of Object.entries(contenders)) {
      const database = `bench-${name}-${count}-${size}`;
      const entries = Array.from({ length: count }, (_, i) => entry(`key-${i}`, size));
      const contender = make(database, 2e9);
      for (const one of entries) await contender.put(one);
      hit[name] = await median(41, (i) => contender.get(`key-${(i * 7) % count}`));
      const more = Array.from({ length: 11 }, (_, i) => entry(`more-${i}`, size));
      write[name] = await median(11, (i) => contender.put(more[i]!));
      const counted = Array.from({ length: 11 }, (_, i) => entry(`counted-${i}`, size));
      whole[name] = contender.count ? await median(11, (i) => contender.count!(counted[i]!)) : '–';
      contender.end();
      evict[name] = '–';
      if (name === 'here') {
        const bound = make(database, Math.max((count + 22) * (size + Math.min(size, 3000) + 1500), size * 5));
        const last = Array.from({ length: 11 }, (_, i) => entry(`last-${i}`, size));
        evict[name] = await median(11, (i) => bound.count!(last[i]!));
        bound.end();
      }
      indexedDB.deleteDatabase(database);
    }
    rows.push(hit, write, whole, evict);
  }
  return rows;
}

(globalThis as unknown as { measure: typeof measure }).measure = measure;
