import { systemClock, type Clock } from '../../core/clock.js';
import { weight, type Bounds, type Counts, type Kept, type Store } from './store.js';

/** Distinct budgets held at once; a site's own minute limit allows no more than 86,400 new ones a day. */
const MOST_BUDGETS = 100_000;
const MOST_DAYS = 62;

const parse = (text: string | undefined) => (text === undefined ? text : (JSON.parse(text) as unknown));

/** For one process. Nothing here survives it. */
export function memoryStore({ clock = systemClock }: { clock?: Pick<Clock, 'now'> } = {}): Store {
  const facts = new Map<string, string>(); // as text, as everywhere else: nobody changes what another one has read
  const budgets = new Map<string, { count: number; until: number }>();
  const results = new Map<string, Kept>(); // the last used at the end
  const days = new Map<string, Counts>();
  const ears = new Set<(message: unknown) => void>();
  let bytes = 0;
  /** When the oldest result was made, or one that was let go of. */
  let oldest = Infinity;

  const running = (name: string) => {
    const budget = budgets.get(name);
    return budget && budget.until > clock.now() ? budget : undefined;
  };
  function forgetBudgets(): void {
    for (const [name, { until }] of budgets) if (until <= clock.now()) budgets.delete(name);
    // A tenth at once, so that not every take has to look through all of them.
    for (const name of budgets.keys()) {
      if (budgets.size < MOST_BUDGETS * 0.9) break;
      budgets.delete(name);
    }
  }
  function drop(key: string): void {
    const old = results.get(key);
    if (old) bytes -= weight(old);
    results.delete(key);
  }
  function makeRoom({ maxBytes, maxAge }: Bounds, wanted: number): void {
    // All are looked through only when the oldest is too old.
    if (clock.now() - oldest >= maxAge) {
      oldest = Infinity;
      for (const [key, { at }] of results)
        if (clock.now() - at >= maxAge) drop(key);
        else oldest = Math.min(oldest, at);
    }
    for (const key of results.keys()) {
      if (bytes + wanted <= maxBytes) break;
      drop(key);
    }
  }

  return {
    get: async <T>(key: string) => parse(facts.get(key)) as T | undefined,
    async update<T>(key: string, change: (old: T | undefined) => T | undefined) {
      const value = change(parse(facts.get(key)) as T | undefined);
      if (value === undefined) facts.delete(key);
      else facts.set(key, JSON.stringify(value));
      return value;
    },
    async take(wants) {
      const full = wants.filter(({ name, limit }) => (running(name)?.count ?? 0) >= limit).map(({ name }) => name);
      if (full.length) return full;
      if (budgets.size + wants.length > MOST_BUDGETS) forgetBudgets();
      for (const { name, until } of wants) budgets.set(name, { count: (running(name)?.count ?? 0) + 1, until });
      return [];
    },
    async give(names) {
      for (const name of names) {
        const budget = running(name);
        if (budget && --budget.count <= 0) budgets.delete(name);
      }
    },
    async kept(key) {
      const found = results.get(key);
      if (!found) return;
      results.delete(key);
      results.set(key, found);
      return found;
    },
    async keep(key, kept, bounds) {
      drop(key);
      makeRoom(bounds, weight(kept));
      results.set(key, kept);
      bytes += weight(kept);
      oldest = Math.min(oldest, kept.at);
    },
    async count(day, counts) {
      const old = days.get(day) ?? {};
      for (const [name, more] of Object.entries(counts)) old[name] = (old[name] ?? 0) + more;
      days.set(day, old);
      if (days.size > MOST_DAYS) days.delete([...days.keys()].sort()[0]!);
    },
    counts: async (wanted) => wanted.map((day) => ({ ...days.get(day) })),
    tabs: {
      post: (message) => ears.forEach((hear) => queueMicrotask(() => hear(parse(JSON.stringify(message))))),
      listen: (hear) => {
        ears.add(hear);
        return () => void ears.delete(hear);
      },
    },
    check: async () => {},
    close: async () => {},
  };
}
