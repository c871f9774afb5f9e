import type { CounterFields, ProviderRules } from './rules.js';
import { digits, localTime } from './server-time.js';
import { parseList, type Member, type Parameters } from './structured-fields.js';

/** What an answer says about the requests still allowed. */
export interface Allowance {
  available?: number;
  limit?: number;
  /** Local epoch milliseconds. */
  resetAt?: number;
}

/** One policy's counter; `span` is the length of its window in seconds. */
export interface Counter extends Allowance {
  name: Member[0];
  span?: number;
}

const whole = (value: unknown) => (Number.isInteger(value) && (value as number) >= 0 ? (value as number) : undefined);

// Older than the drafts: three fields.
const OLDER: CounterFields[] = [{ prefix: 'RateLimit-' }, { prefix: 'X-RateLimit-' }];

/** All counters of an answer, in any spelling. What is absent or malformed is left out. */
export function readCounters(headers: Headers, now: number, rules: ProviderRules = {}): Counter[] {
  const policies = new Map<Member[0], Parameters>();
  // Draft 8 and later: lists of policies and of counters, joined by name. Up to draft 7: one dictionary, here read as the
  // parameters of a nameless item. https://datatracker.ietf.org/doc/draft-ietf-httpapi-ratelimit-headers/
  for (const field of ['RateLimit-Policy', 'RateLimit']) {
    const text = headers.get(field) ?? '';
    for (const [name, parameters] of parseList(text) ?? parseList('"";' + text.replaceAll(',', ';')) ?? [])
      policies.set(name, { ...policies.get(name), ...parameters });
  }
  for (const { prefix, remaining = 'Remaining', reset = 'Reset', span } of [...OLDER, ...(rules.counters ?? [])]) {
    const read = (name: string) => digits(headers.get(prefix + name));
    policies.set(prefix, { limit: read('Limit'), remaining: read(remaining), reset: read(reset), w: span });
  }
  return [...policies].map(([name, { q, limit = q, r, remaining = r, t, reset = t, w }]) => {
    const available = whole(remaining);
    const span = whole(w);
    const seconds = whole(reset) ?? (available === undefined ? available : span);
    return {
      name,
      available,
      limit: whole(limit),
      span,
      resetAt: localTime(seconds!, headers, now) || undefined,
    };
  });
}

/** The counter that holds back first: least left, then longest to wait. */
export const tightest = (counters: Counter[]): Counter | undefined =>
  counters
    .filter(({ available, resetAt }) => (available ?? resetAt) !== undefined)
    .sort((a, b) => (a.available ?? 0) - (b.available ?? 0) || (b.resetAt ?? 0) - (a.resetAt ?? 0))[0];

/** What any answer, good or bad, says about the allowance; undefined when it says nothing (or CORS hides it). */
export function readAllowance(headers: Headers, now: number, rules?: ProviderRules): Allowance | undefined {
  const { available, limit, resetAt }: Allowance = tightest(readCounters(headers, now, rules)) ?? {};
  return (available ?? resetAt) === undefined ? undefined : { available, limit, resetAt };
}
