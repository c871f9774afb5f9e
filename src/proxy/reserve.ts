import type { Account } from '../api/account.js';
import type { Settings } from './options.js';
import { Refused } from './refused.js';

/** Far from the end nobody has to count what is under way. */
const NEAR = 100;
/** Nothing is under way for longer; what a dead machine left is forgotten then. */
const LONGEST = 180_000;

/** What is under way by name: until when at most, and once it was counted, what was left then. */
type UnderWay = Record<string, [until: number, left?: number]>;

export interface FromRest {
  /** It was counted. */
  landed(): Promise<void>;
  /** It was not. */
  giveBack(): Promise<void>;
}

const NOTHING: FromRest = { landed: async () => {}, giveBack: async () => {} };

/** Near the end of the vendor's uses no more may be under way than are left, and the owner's reserve is not touched. */
export async function takeFromRest(account: Account, site: string, settings: Settings): Promise<FromRest> {
  const { store, clock, reserve, random } = settings;
  const { ledger } = account;
  const remaining = () => (typeof ledger.known.remaining === 'number' ? ledger.known.remaining : Infinity);
  if (remaining() - reserve > NEAR) return NOTHING;
  await ledger.load();
  const fact = `under-way:${site}`;
  const mine = random().toString(36).slice(2);
  let room = false;
  await store.update<UnderWay>(fact, (old = {}) => {
    const now = clock.now();
    const running = Object.entries(old).filter(([, [until]]) => until > now);
    // What was counted is in our number already, unless ours is older: the counter only goes down.
    const open = running.filter(([, [, left]]) => left === undefined || left < remaining());
    room = open.length < remaining() - reserve;
    return Object.fromEntries(room ? [...running, [mine, [now + LONGEST]]] : running) as UnderWay;
  });
  // What a dead machine has not taken out is forgotten by itself.
  const change = async (entry?: (old: UnderWay[string]) => UnderWay[string]) =>
    void (await store
      .update<UnderWay>(fact, (old = {}) => {
        const { [mine]: own, ...others } = old;
        return entry && own ? { ...others, [mine]: entry(own) } : others;
      })
      .catch(() => {}));
  if (room)
    return {
      giveBack: () => change(),
      async landed() {
        await ledger.edit((old) => old); // what the answer told of the quota is written before this
        const left = remaining();
        await change(Number.isFinite(left) ? ([until]) => [until, left] : undefined);
      },
    };
  // Somebody else has the last ones in hand, and may not need them.
  if (remaining() > reserve) throw new Refused('rate-limited', { until: clock.now() + 5000 });
  const until = ledger.quota.resetAt?.getTime();
  throw new Refused(ledger.known.kind === 'credits' ? 'credits-exhausted' : 'quota-exhausted', { until });
}
