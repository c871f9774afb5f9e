import type { Account } from '../data/accounts.js';
import type { Services } from '../services.js';
import { ControlError, flag, text, whole, type Order } from './numbers.js';

type Setter = (services: Services, order: Order) => void;

function accountIn({ accounts }: Services, order: Order, usualKey: string): Account {
  const key = accounts.findKey(text(order, 'key') ?? usualKey);
  if (!key) throw new ControlError('`key` is not a key of any account');
  return key.account;
}

function timeOf(value: unknown): number | null {
  if (value === null) return null;
  const time = typeof value === 'string' ? Date.parse(value) : value;
  if (typeof time !== 'number' || Number.isNaN(new Date(time).getTime()))
    throw new ControlError('`now` must be an ISO date, milliseconds, or null for the real time');
  return time;
}

/** One entry a field; all of an order are checked for being known before any is done. */
export const SETTERS: Record<string, Setter> = {
  key: (services, order) => void accountIn(services, order, ''),
  now: ({ clock }, order) => clock.set(timeOf(order.now)),
  usesLeft(services, order) {
    const account = accountIn(services, order, 'px_live_demo');
    const left = whole(order, 'usesLeft');
    if (account.provider !== 'pixcraft') throw new ControlError('`usesLeft` is for PixCraft keys; Picsart has `credits`');
    if (account.limit === 'unlimited') throw new ControlError('This plan is unlimited: it has no uses left to set');
    if (left > account.limit) throw new ControlError(`The plan has ${account.limit} uses a month; \`usesLeft\` cannot be more`);
    services.counters.setUsed(account, account.limit - left);
  },
  /** 0: no limit; null: the provider's own default (PixCraft none, Picsart 500) */
  minuteLimit(services, order) {
    const account = accountIn(services, order, 'px_live_demo');
    services.accounts.setMinuteLimit(account.id, order.minuteLimit === null ? null : whole(order, 'minuteLimit'));
    services.minutes.forget(account.id);
  },
  credits(services, order) {
    const account = accountIn(services, order, 'picsart_demo');
    if (account.provider !== 'picsart') throw new ControlError('`credits` is for Picsart keys; PixCraft has `usesLeft`');
    services.accounts.setCredits(account.id, whole(order, 'credits'));
  },
  latencyMs: ({ settings }, order) => void (settings.latencyMs = whole(order, 'latencyMs')),
  exposeHeaders: ({ settings }, order) => void (settings.exposeHeaders = flag(order, 'exposeHeaders', true)),
};

/** Fields in the table's order, so that a new clock counts for the counters set along with it. */
export function set(services: Services, order: Order): void {
  const unknown = Object.keys(order).find((name) => !(name in SETTERS));
  if (unknown) throw new ControlError(`\`${unknown}\` cannot be set; ${Object.keys(SETTERS).join(', ')} can`);
  for (const [name, setter] of Object.entries(SETTERS)) if (order[name] !== undefined) setter(services, order);
}
