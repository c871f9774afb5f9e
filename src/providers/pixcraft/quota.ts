import type { Known } from '../../quota/known.js';
import { fields, number, text } from '../tolerant.js';

/** The month's uses, from the free counter or from what a pattern's answer says of it. */
export function quota(body: unknown): Partial<Known> | undefined {
  const answer = fields(body);
  const usage = 'calls_used' in answer || 'calls_limit' in answer ? answer : fields(answer.usage);
  const amount = (name: string) => (usage[name] === 'unlimited' ? ('unlimited' as const) : number(usage, name));
  const used = number(usage, 'calls_used');
  const limit = amount('calls_limit');
  const told = amount('calls_remaining');
  const remaining = told ?? (limit === 'unlimited' ? limit : undefined);
  if (remaining === undefined) return;
  const resetAt = Date.parse(text(usage, 'reset_date'));
  const plan = text(usage, 'plan');
  return {
    kind: 'monthly',
    ...(used !== undefined && { used }),
    ...(limit !== undefined && { limit }),
    remaining: typeof remaining === 'number' ? Math.max(0, remaining) : remaining,
    ...(resetAt > 0 && { resetAt }),
    ...(plan && { plan }),
  };
}
