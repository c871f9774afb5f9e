import type { Pattern } from '../../../src/engine/index.js';
import type { ApiKey } from '../data/accounts.js';
import type { Usage } from '../data/counters.js';
import type { Niche } from './niches.js';

// The names on the wire. Which fields there are is documented; the shapes inside the arrays and `usage` are assumed.

/** All but `usage`, which is known only when the pattern is made and counted. */
export const patternAnswer = (pattern: Pattern, niche: Niche) => ({
  success: true,
  niche: niche.id,
  dimensions: { cols: pattern.columns, rows: pattern.rows, total_units: pattern.columns * pattern.rows },
  materials: pattern.materials.map(({ id, name, hex, quantity, percentage }) => ({ id, name, hex, quantity, percentage })),
  assembly_guide: pattern.guide.map(({ step, direction, runs }) => ({
    step,
    direction,
    runs: runs.map(({ color, hex, count }) => ({ color, hex, count })),
  })),
  ...(niche.colorSummary && { color_summary: pattern.colorSummary }),
  difficulty: pattern.difficulty,
});

/** Writes `usage` into an answer as its last field, without reading the rest: it may be 50 MB. */
export function withUsage(answer: Uint8Array, usage: Usage): Buffer<ArrayBuffer> {
  const rest = Buffer.from(`,"usage":${JSON.stringify(usageNumbers(usage))}}`);
  return Buffer.concat([answer.subarray(0, -1), rest]) as Buffer<ArrayBuffer>;
}

const usageNumbers = ({ used, limit, remaining, resetDate }: Usage) => ({
  calls_used: used,
  calls_limit: limit,
  calls_remaining: remaining,
  reset_date: resetDate,
});

/** Documented in full. */
export const usageAnswer = ({ masked, account }: ApiKey, usage: Usage, period: string) => ({
  api_key: masked,
  plan: account.plan,
  period,
  ...usageNumbers(usage),
  daily_breakdown: usage.days,
});
