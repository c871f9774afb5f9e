import type { Settings } from './options.js';
import { Refused } from './refused.js';
import type { Want } from './stores/store.js';

interface Budget extends Want {
  /** `visitor-day`; in the store its name goes on: `visitor-day:2026-11-27:…`. */
  policy: string;
  /** Seconds. */
  window: number;
}

const DAY = 86_400_000;
const MINUTE = 60_000;

/** The budgets that one paid request takes from. All windows are the calendar's, in UTC, and go by name. */
function budgetsOf(visitor: string, site: string, settings: Settings): Budget[] {
  const now = settings.clock.now();
  const date = new Date(now);
  const iso = date.toISOString();
  const month = Date.UTC(date.getUTCFullYear(), date.getUTCMonth());
  const nextMonth = Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1);
  const endOf = (length: number) => (Math.floor(now / length) + 1) * length;
  const windows: [policy: string, name: string, limit: number, until: number, length: number][] = [
    ['visitor-day', `${iso.slice(0, 10)}:${visitor}`, settings.visitorDay, endOf(DAY), DAY],
    ['site-minute', iso.slice(0, 16), settings.siteMinute, endOf(MINUTE), MINUTE],
    ['site-month', iso.slice(0, 7), settings.siteMonth, nextMonth, nextMonth - month],
  ];
  return windows
    .filter(([, , limit]) => Number.isFinite(limit))
    .map(([policy, name, limit, until, length]) => ({
      policy,
      name: `${policy}:${name}:${site}`,
      limit,
      until,
      window: length / 1000,
    }));
}

/** Takes from all budgets in one step. Resolves with what gives back all of it, or refuses. */
export async function takeBudgets(visitor: string, site: string, settings: Settings): Promise<() => Promise<void>> {
  const { store } = settings;
  const budgets = budgetsOf(visitor, site, settings);
  const full = await store.take(budgets.map(({ name, limit, until }) => ({ name, limit, until })));
  if (!full.length) return () => store.give(budgets.map(({ name }) => name));
  const spent = budgets.filter(({ name }) => full.includes(name));
  throw new Refused('over-budget', {
    until: Math.max(...spent.map(({ until }) => until)),
    policies: spent.map(({ policy, limit, window }) => ({ name: policy, limit, window })),
  });
}
