import type { Failure } from './failures.js';
import { nextMonth } from './known.js';
import { readCounters, tightest } from './rate-limit.js';
import type { ProviderRules } from './rules.js';
import { CONTRACT, plausible, retryAfter, skew } from './server-time.js';

/** All that is known of an answer that was not good. */
export interface Evidence {
  /** 0: no answer (network failure or timeout). */
  status: number;
  headers?: Headers;
  /** Parsed JSON. */
  body?: unknown;
}

interface Problem {
  code?: unknown;
  type?: unknown;
  'violated-policies'?: unknown;
}

const DAY = 86_400; // seconds

/** What a failed answer means: the table of SPEC 3, first match wins. `known` is what the ledger knows. */
export function classify(
  { status, headers = new Headers(), body }: Evidence,
  rules: ProviderRules,
  now: number,
  known?: { resetAt?: number },
): Failure {
  const problem = Object(body) as Problem;
  const code = rules.code ? rules.code(body) : problem.code;
  const says = (codes?: readonly string[]) => typeof code === 'string' && !!codes?.includes(code);
  const violated = problem['violated-policies'];
  const counters = readCounters(headers, now, rules);
  const spent = counters.filter(({ name, available }) => (Array.isArray(violated) ? violated.includes(name) : available === 0));
  const counter = tightest(spent) ?? tightest(counters);
  const ahead = skew(headers, now);
  const told = rules.resetAt?.(body);
  const renewed =
    plausible(told && told + ahead, now, CONTRACT) ?? plausible(known?.resetAt, now, CONTRACT) ?? nextMonth(now, ahead);
  // The answers of a server may all carry their counters; a 503 is explained only by an empty one.
  const until = retryAfter(headers, now) ?? (status === 429 || counter?.available === 0 ? counter?.resetAt : undefined);
  // The last one is the longest where our proxy names several.
  const long = spent.filter(({ span = 0 }) => span >= DAY && /quota-exceeded$/.test(String(problem.type))).pop();

  const table: [boolean, Failure['kind'], number?][] = [
    [status === 402, 'credits'],
    [status === 429 && says(rules.monthCodes), 'exhausted', renewed],
    [status === 429 && !!long, 'exhausted', until ?? renewed],
    [(status === 429 || status === 503) && until !== undefined, 'throttled', until],
    [status === 429, 'throttled'],
    [status >= 300 && status < 400, 'refused'],
    [status === 0 || (status >= 500 && status < 600) || says(rules.transientCodes), 'transient'],
    [status >= 400 && status < 500, 'refused'],
    [true, 'unknown'],
  ];
  const [, kind, end] = table.find(([matches]) => matches)!;
  const ours = long && kind === 'exhausted' && headers.has('Pattern-Proxy') && !says(rules.monthCodes);
  return { kind, ...(end && { until: end }), ...(ours && { policy: String(long.name) }) };
}
