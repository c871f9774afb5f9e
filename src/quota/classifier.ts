import { heldBack, type Failure } from './failures.js';
import { readCounters, tightest } from './rate-limit.js';
import type { ProviderRules } from './rules.js';
import { retryAfter, skew } from './server-time.js';

/** All that is known of an answer that was not good. */
export interface Evidence {
  /** 0: no answer (network failure or timeout). */
  status: number;
  headers?: Headers;
  /** Parsed JSON. */
  body?: unknown;
}

interface Problem {
  code?: string;
  type?: string;
  'violated-policies'?: unknown[];
}

/** What a failed answer means: the table of SPEC 3, first match wins. `known` is what the ledger knows. */
export function classify(
  { status, headers = new Headers(), body }: Evidence,
  rules: ProviderRules,
  now: number,
  known?: { resetAt?: number },
): Failure {
  const problem: Problem = Object(body);
  const code = rules.code ? rules.code(body) : problem.code;
  const violated = problem['violated-policies'];
  const counters = readCounters(headers, now, rules);
  const spent = counters.filter(({ name, available }) => (Array.isArray(violated) ? violated.includes(name) : available === 0));
  const counter = tightest(spent) ?? tightest(counters);
  const shift = skew(headers, now);
  const month = new Date(now - shift);
  const renewed = [
    (rules.resetAt?.(body) ?? NaN) + shift,
    known?.resetAt,
    Date.UTC(month.getUTCFullYear(), month.getUTCMonth() + 1) + shift,
  ].find((time) => time! > now);
  // The answers of a server may all carry their counters; a 503 is explained only by an empty one.
  const until = retryAfter(headers, now) ?? (status === 429 || counter?.available === 0 ? counter?.resetAt : undefined);

  const table: [unknown, Failure['kind'], number?][] = [
    [status === 402, 'credits'],
    [status === 429 && rules.monthCodes?.includes(code!), 'exhausted', renewed],
    [
      status === 429 && /quota-exceeded$/.test(problem.type!) && spent.some(({ span }) => span! >= 86_400),
      'exhausted',
      until ?? renewed,
    ],
    [(status === 429 || status === 503) && until !== undefined, heldBack(until!, now), until],
    [status === 429, 'throttled'],
    [[0, 502, 503, 504].includes(status) || (code !== undefined && rules.transientCodes?.includes(code)), 'transient'],
    [status >= 400 && status < 500, 'refused'],
    [true, 'unknown'],
  ];
  const [, kind, end] = table.find(([matches]) => matches)!;
  return { kind, until: end };
}
