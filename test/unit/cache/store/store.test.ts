import { IDBFactory as FakeFactory } from 'fake-indexeddb';
import { Store } from '../../../../src/cache/store/store.js';
import { fault, steady } from '../../../support/idb-faults.js';
import { idle } from './desk.js';
import { FakeClock } from './fake-clock.js';

const NAME = 'pattern-generator-1';
const disk = () => new FakeFactory() as unknown as IDBFactory;
const add = (old = 0) => old + 1;

let clock: FakeClock;
beforeEach(() => {
  clock = new FakeClock();
  vi.spyOn(console, 'info').mockImplementation(() => {});
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

/** A factory that can be broken and mended while a page uses it, and counts how often it is opened. */
function breakable(real: IDBFactory, name: string) {
  const bad = steady(fault(name), real, NAME);
  const state = { broken: true, opened: 0 };
  const indexedDB = () => {
    state.opened++;
    return state.broken ? bad() : real;
  };
  return { state, indexedDB };
}

describe('facts', () => {
  it('are kept over a page load, and deleted by undefined', async () => {
    const indexedDB = disk();
    const one = new Store({ indexedDB: () => indexedDB, clock });
    expect(await one.get('quota')).toBeUndefined();
    expect(await one.update('quota', () => ({ used: 3 }))).toEqual({ used: 3 });
    const two = new Store({ indexedDB: () => indexedDB, clock });
    expect(await two.get('quota')).toEqual({ used: 3 });
    expect(await two.update('quota', () => undefined)).toBeUndefined();
    expect(await one.get('quota')).toBeUndefined();
  });

  it('are changed atomically by two tabs at once', async () => {
    const indexedDB = disk();
    const tabs = [new Store({ indexedDB: () => indexedDB, clock }), new Store({ indexedDB: () => indexedDB, clock })];
    const values = await Promise.all(Array.from({ length: 100 }, (_, i) => tabs[i % 2]!.update('n', add)));
    expect(new Set(values).size).toBe(100);
    expect(await tabs[0]!.get('n')).toBe(100);
  });

  it('are changed atomically in memory too', async () => {
    const store = new Store({ indexedDB: () => undefined as never, clock });
    const values = await Promise.all(Array.from({ length: 50 }, () => store.update('n', add)));
    expect(new Set(values).size).toBe(50);
  });

  it('are written with strict durability', async () => {
    const real = disk();
    const asked: unknown[] = [];
    const open = real.open.bind(real);
    real.open = (...args) => {
      const request = open(...args);
      request.addEventListener('success', () => {
        const transaction = request.result.transaction.bind(request.result);
        request.result.transaction = (names, mode, options) => {
          asked.push([mode, options?.durability]);
          return transaction(names, mode, options);
        };
      });
      return request;
    };
    const store = new Store({ indexedDB: () => real, clock });
    await store.update('n', add);
    expect(asked).toEqual([['readwrite', 'strict']]);
  });
});

describe('when storage fails', () => {
  it('waits for it once, then leaves it alone for a minute', async () => {
    const { state, indexedDB } = breakable(disk(), 'open hangs for ever');
    const store = new Store({ indexedDB, clock });
    expect((await clock.measure(store.get('a'))).ms).toBe(4000);
    expect((await clock.measure(store.get('a'))).ms).toBe(0);
    expect(state.opened).toBe(1);
    clock.turn(60_000);
    await clock.measure(store.get('a'));
    expect(state.opened).toBe(2);
  });

  it('goes on from the last known value, and stores the outcome when storage is back', async () => {
    const real = disk();
    const { state, indexedDB } = breakable(real, 'private mode');
    state.broken = false;
    const store = new Store({ indexedDB, clock });
    await store.update('n', add);
    state.broken = true;
    store.close();
    expect(await store.update('n', add)).toBe(2);
    expect(await store.update('n', add)).toBe(3);
    expect(await store.get('n')).toBe(3);
    state.broken = false;
    clock.turn(60_000);
    expect(await store.get('n')).toBe(3);
    expect(await store.update('n', add)).toBe(4);
    expect(await new Store({ indexedDB: () => real, clock }).get('n')).toBe(4);
    // From then on the store is believed again, with what other tabs write to it.
    await new Store({ indexedDB: () => real, clock }).update('n', add);
    expect(await store.get('n')).toBe(5);
  });

  it('believes what it could not write rather than what it can still read', async () => {
    const indexedDB = steady(fault('disk full'), disk(), NAME);
    const store = new Store({ indexedDB, clock });
    await store.update('stop', () => 'until tomorrow');
    expect(await store.get('stop')).toBe('until tomorrow');
  });

  it('opens three times for one call at most', async () => {
    const real = disk();
    const { state, indexedDB } = breakable(real, 'connection lost each time');
    const store = new Store({ indexedDB, clock });
    await store.update('n', add);
    expect(state.opened).toBe(3);
    state.broken = false;
    expect(await store.get('n')).toBe(1);
  });

  it('one lost connection does not use up the patience of others', async () => {
    const { state, indexedDB } = breakable(disk(), 'connection lost without an event, once');
    const store = new Store({ indexedDB, clock });
    await Promise.all(Array.from({ length: 10 }, () => store.update('n', add)));
    expect(await store.get('n')).toBe(10);
    expect(state.opened).toBe(2);
  });

  it('a thread that stands still is not taken for storage that hangs', async () => {
    const real = disk();
    let answer = () => {};
    const slow = {
      open: (...args: Parameters<IDBFactory['open']>) => {
        const stub = {} as { result: IDBDatabase; onsuccess?: () => void };
        const request = real.open(...args);
        request.onupgradeneeded = () =>
          ['facts', 'index', 'results', 'progress', 'arrivals', 'tally'].forEach((name) =>
            request.result.createObjectStore(name),
          );
        request.onsuccess = () => (stub.result = request.result);
        answer = () => stub.onsuccess?.();
        return stub;
      },
    } as unknown as IDBFactory;
    const store = new Store({ indexedDB: () => slow, clock });
    for (const still of [5000, 60_000, 3_600_000]) {
      const update = store.update('n', add);
      await idle();
      // However long it stood: the answer was waiting, and is heard when it goes on.
      clock.turn(still);
      answer();
      await update;
      store.close();
    }
    expect(await new Store({ indexedDB: () => real, clock }).get('n')).toBe(3);
    expect(console.info).not.toHaveBeenCalled();
  });

  it('gives up after four seconds in which the page ran', async () => {
    const { indexedDB } = breakable(disk(), 'open hangs for ever');
    const store = new Store({ indexedDB, clock });
    const update = store.update('n', add);
    const told = () => vi.mocked(console.info).mock.calls.length;
    for (const [ms, calls] of [
      [9000, 0],
      [1000, 0],
      [1000, 0],
      [1000, 1],
    ] as const) {
      clock.turn(ms);
      await idle();
      expect(told()).toBe(calls);
    }
    expect(await update).toBe(1);
  });

  it('a clock that is set back meanwhile does not make it rest for years', async () => {
    const { state, indexedDB } = breakable(disk(), 'private mode');
    const store = new Store({ indexedDB, clock });
    await store.get('n');
    state.broken = false;
    clock.time -= 1e11;
    await store.update('n', add);
    expect(await new Store({ indexedDB, clock }).get('n')).toBe(1);
  });

  it('what is owed is written by itself as soon as storage works, asked at growing distances', async () => {
    const real = disk();
    const { state, indexedDB } = breakable(real, 'private mode');
    const store = new Store({ indexedDB, clock });
    for (const key of ['a', 'b']) await store.update(key, add);
    const opened: number[] = [];
    const start = clock.time;
    for (let second = 0, last = state.opened; second < 70; second++) {
      clock.turn(1000);
      await idle();
      if (state.opened !== last) opened.push((clock.time - start) / 1000);
      last = state.opened;
    }
    expect(opened).toEqual([1, 3, 7, 15, 31, 63]);
    state.broken = false;
    clock.turn(60_000);
    await idle();
    for (const key of ['a', 'b']) expect(await new Store({ indexedDB: () => real, clock }).get(key)).toBe(1);
    expect(clock.timers.size).toBe(0);
  });

  it('what is owed is not what was changed meanwhile', async () => {
    const real = disk();
    const { state, indexedDB } = breakable(real, 'private mode');
    const store = new Store({ indexedDB, clock });
    await store.update('n', add);
    state.broken = false;
    clock.turn(1000);
    // Half way through paying, and the page goes on.
    const value = await store.update('n', add);
    await idle();
    expect(value).toBe(2);
    clock.turn(60_000);
    await idle();
    expect(await new Store({ indexedDB: () => real, clock }).get('n')).toBe(2);
  });

  it('one debt that can never be paid does not stand in the way of others', async () => {
    const { state, indexedDB } = breakable(disk(), 'private mode');
    const store = new Store({ indexedDB, clock });
    const asked: string[] = [];
    store.debts.owe('never', async () => (asked.push('never'), false));
    await store.update('n', add);
    state.broken = false;
    for (let i = 0; i < 3; i++) {
      clock.turn(60_000);
      await idle();
    }
    expect(asked).toEqual(['never', 'never', 'never']);
    expect(store.debts.has('fact n')).toBe(false);
    store.close();
    expect(clock.timers.size).toBe(0);
  });

  it('says so once', async () => {
    const store = new Store({ indexedDB: () => undefined as never, clock });
    for (let i = 0; i < 3; i++) await store.update('n', add);
    expect(console.info).toHaveBeenCalledOnce();
  });
});

describe('the connection', () => {
  /** Deletes the database as another tab would; resolves with whether somebody stood in the way. */
  const deleted = (real: IDBFactory) =>
    new Promise<boolean>((resolve) => {
      let blocked = false;
      const request = real.deleteDatabase(NAME);
      request.onblocked = () => (blocked = true);
      request.onsuccess = () => resolve(blocked);
    });

  it('makes room at once when another tab wants to upgrade or delete', async () => {
    const real = disk();
    const store = new Store({ indexedDB: () => real, clock });
    await store.update('n', add);
    expect(await deleted(real)).toBe(false);
    expect(await store.update('n', add)).toBe(1);
  });

  it('that comes too late is closed', async () => {
    const real = disk();
    let release = () => {};
    const late = {
      open() {
        const stub = {} as { result: IDBDatabase; onsuccess?: () => void };
        release = () => {
          const request = real.open(NAME, 1);
          request.onupgradeneeded = () => ['facts', 'index', 'results'].forEach((name) => request.result.createObjectStore(name));
          request.onsuccess = () => {
            stub.result = request.result;
            stub.onsuccess?.();
          };
        };
        return stub;
      },
    } as unknown as IDBFactory;
    const store = new Store({ indexedDB: () => late, clock });
    await clock.measure(store.get('n'));
    release();
    await idle();
    let versionchanges = 0;
    const database = await new Promise<IDBDatabase>((resolve) => {
      const request = real.open(NAME, 2);
      request.onblocked = () => versionchanges++;
      request.onsuccess = () => resolve(request.result);
    });
    expect(versionchanges).toBe(0);
    database.close();
  });

  it('is closed on pagehide and opened again by the next call; close() leaves no listener', async () => {
    const page = new EventTarget();
    let listeners = 0;
    vi.stubGlobal('addEventListener', (type: string, run: () => void) => {
      listeners++;
      page.addEventListener(type, run);
    });
    vi.stubGlobal('removeEventListener', (type: string, run: () => void) => {
      listeners = 0;
      page.removeEventListener(type, run);
    });
    const real = disk();
    const close = vi.fn();
    const open = vi.fn(real.open.bind(real));
    real.open = (...args) => {
      const request = open(...args);
      request.addEventListener('success', () => {
        const own = request.result.close.bind(request.result);
        request.result.close = () => (close(), own());
      });
      return request;
    };
    const store = new Store({ indexedDB: () => real, clock });
    await store.update('n', add);
    expect(listeners).toBe(1);
    page.dispatchEvent(new Event('pagehide'));
    await idle();
    expect(close).toHaveBeenCalledOnce();
    expect(listeners).toBe(0);
    expect(await store.get('n')).toBe(1);
    expect(open).toHaveBeenCalledTimes(2);
    store.close();
    expect(listeners).toBe(0);
  });
});
