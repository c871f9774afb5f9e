import { systemClock, type Clock } from '../../core/clock.js';
import { StoreDown, type Store } from './store.js';

/** A store that answers within a bound or counts as down: whoever asks never hangs. */
export function steady(store: Store, { clock = systemClock, bound = 5000 }: { clock?: Clock; bound?: number } = {}): Store {
  function within<T>(call: () => Promise<T>): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      const fail = (cause: unknown) => reject(new StoreDown(cause));
      const late = clock.setTimeout(() => fail(new Error('Too late')), bound);
      call()
        .then(resolve, fail)
        .finally(() => clock.clearTimeout(late));
    });
  }
  return {
    get: (key) => within(() => store.get(key)),
    update: (key, change) => within(() => store.update(key, change)),
    take: (wants) => within(() => store.take(wants)),
    give: (names) => within(() => store.give(names)),
    kept: (key) => within(() => store.kept(key)),
    keep: (key, kept, bounds) => within(() => store.keep(key, kept, bounds)),
    count: (day, counts) => within(() => store.count(day, counts)),
    counts: (days) => within(() => store.counts(days)),
    check: () => within(() => store.check()),
    close: () => store.close(),
    tabs: store.tabs,
  };
}
