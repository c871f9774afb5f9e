import type { Pattern } from '../../../src/engine/index.js';
import type { ApiKey } from '../data/accounts.js';
import type { Usage } from '../data/counters.js';
import type { Niche } from './niches.js';

// The names on the wire. Which fields there are is documented; the shapes inside the arrays and `usage` are assumed.

export const patternAnswer = (pattern: Pattern, niche: Niche, usage: Usage) => ({
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
  usage: usageNumbers(usage),
});

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
