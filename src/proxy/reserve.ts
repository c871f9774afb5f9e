import type { Account } from '../api/account.js';
import type { Settings } from './options.js';
import { Refused } from './refused.js';

/** Far from the end nobody has to count what is under way. */
const NEAR = 100;
/** Nothing is under way for longer; what a dead machine left is forgotten then. */
const LONGEST = 180_000;

/**
 * Near the end of the vendor's uses no more may be under way than are left, and the owner's reserve is not touched.
 * Resolves with what is to be called when it is known whether a use was taken.
 */
export async function takeFromRest(account: Account, site: string, settings: Settings): Promise<() => Promise<void>> {
  const { store, clock, reserve, random } = settings;
  const { ledger } = account;
  const rest = () => (typeof ledger.known.remaining === 'number' ? ledger.known.remaining - reserve : Infinity);
  if (rest() > NEAR) return async () => {};
  await ledger.load();
  const fact = `under-way:${site}`;
  const mine = random().toString(36).slice(2);
  let room = false;
  await store.update<Record<string, number>>(fact, (old = {}) => {
    const now = clock.now();
    const running = Object.fromEntries(Object.entries(old).filter(([, until]) => until > now));
    room = Object.keys(running).length < rest();
    return room ? { ...running, [mine]: now + LONGEST } : running;
  });
  if (room)
    return async () => {
      await ledger.edit((old) => old); // what the answer told of the quota is written before this
      await store
        .update<Record<string, number>>(fact, (old = {}) => {
          const others = Object.entries(old).filter(([name]) => name !== mine);
          return others.length ? Object.fromEntries(others) : undefined;
        })
        .catch(() => {}); // it is forgotten by itself
    };
  // Somebody else has the last ones in hand, and may not need them.
  if (rest() > 0) throw new Refused('rate-limited', { until: clock.now() + 5000 });
  const until = ledger.quota.resetAt?.getTime();
  throw new Refused(ledger.known.kind === 'credits' ? 'credits-exhausted' : 'quota-exhausted', { until });
}
