import type { CounterFields, ProviderRules } from './rules.js';
import { digits, localTime, plausible } from './server-time.js';
import { parseList, type Bare, type Item, type Member, type Params } from './structured-fields.js';

/** What an answer says about the requests still allowed. */
export interface Allowance {
  available?: number;
  /** Local epoch milliseconds. */
  resetAt?: number;
}

/** One policy's counter; `span` is the length of its window in seconds. */
export interface Counter extends Allowance {
  name: Bare | Item[];
  span?: number;
}

const whole = (value: unknown) => (typeof value === 'number' && Number.isInteger(value) && value >= 0 ? value : undefined);

/** Older than the drafts: three fields. */
const OLDER: CounterFields[] = [{ prefix: 'RateLimit-' }, { prefix: 'X-RateLimit-' }];

/**
 * Draft 8 and later: lists of policies and of counters, joined by name. Up to draft 7: one dictionary, here read as the
 * parameters of a nameless item. https://datatracker.ietf.org/doc/draft-ietf-httpapi-ratelimit-headers/
 */
const members = (field: string): Member[] => parseList(field) ?? parseList('"";' + field.replaceAll(',', ';')) ?? [];

/** All counters of an answer, in any spelling. What is absent or malformed is left out. */
export function readCounters(headers: Headers, now: number, rules: ProviderRules = {}): Counter[] {
  const policies = new Map<Counter['name'], Params>();
  for (const field of ['RateLimit-Policy', 'RateLimit'])
    for (const [name, params] of members(headers.get(field) ?? '')) policies.set(name, { ...policies.get(name), ...params });
  for (const { prefix, remaining = 'Remaining', reset = 'Reset', span } of [...OLDER, ...(rules.counters ?? [])]) {
    const read = (name: string) => digits(headers.get(prefix + name));
    policies.set(prefix, { remaining: read(remaining), reset: read(reset), w: span });
  }
  return [...policies].map(([name, { r, remaining = r, t, reset = t, w, qu = 'requests' }]) => {
    const span = whole(w);
    // A counter of bytes says nothing about how many requests are left, unless none are.
    if (qu !== 'requests' && remaining !== 0) return { name, span };
    const available = whole(remaining);
    const at = (seconds: number | undefined) =>
      seconds === undefined ? undefined : plausible(localTime(seconds, headers, now), now);
    return { name, available, span, resetAt: at(whole(reset)) ?? (available === undefined ? undefined : at(span)) };
  });
}

/** The counter that holds back first: least left, then longest to wait. */
export const tightest = (counters: Counter[]): Counter | undefined =>
  counters
    .filter(({ available, resetAt }) => (available ?? resetAt) !== undefined)
    .sort((a, b) => (a.available ?? 0) - (b.available ?? 0) || (b.resetAt ?? 0) - (a.resetAt ?? 0))[0];

/** What any answer, good or bad, says about the allowance; undefined when it says nothing (or CORS hides it). */
export function readAllowance(headers: Headers, now: number, rules?: ProviderRules): Allowance | undefined {
  const { available, resetAt } = tightest(readCounters(headers, now, rules)) ?? {};
  return (available ?? resetAt) === undefined ? undefined : { available, resetAt };
}
