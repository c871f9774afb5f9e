import { check } from '../api/exhaustion.js';
import { counted, hasMoved } from '../api/counter.js';
import { sendPaid } from '../api/paid.js';
import type { Reply } from '../api/transport.js';
import { PatternError } from '../core/pattern-error.js';
import type { Pilot, Plan } from '../flight/plan.js';
import type { Visitor } from './admit.js';
import { takeBudgets } from './budgets.js';
import type { Design } from './design.js';
import type { Settings } from './options.js';
import { Refused } from './refused.js';
import { takeFromRest, type FromRest } from './reserve.js';
import { StoreDown, type Kept } from './stores/store.js';
import { sayKept, type Upstream } from './upstream.js';
import { vendorOf } from './vendor.js';

export type Cache = 'hit' | 'miss' | 'joined';

/** Short hiccups are sat out here; any longer wait is told, and the caller comes back. */
const MAX_WAIT = 2000;

/** Refused by the budget of one visitor, whom the others who wait for the same have nothing to do with. */
class OverOwnBudget extends Refused {
  constructor(
    readonly visitor: string,
    { reason, details }: Refused,
  ) {
    super(reason, details);
  }
}

export interface Wish {
  visitor: Visitor;
  /** The visitor has left: he waits for nothing any more. */
  signal: AbortSignal;
  /** What is to be finished whether he waits or not. */
  follow(work: Promise<unknown>): void;
  /** The visitor was told that it may have been counted, and wants it made again. */
  insists: boolean;
}

/** How long after it was told that a design may have been paid for, asking again is a new wish. */
const SECOND_THOUGHTS = 600_000;

/** The one paid operation: kept already, under way already, or asked for now. */
export async function generate(
  design: Design,
  wish: Wish,
  settings: Settings,
  upstream: Upstream,
): Promise<{ kept: Kept; cache: Cache }> {
  const { flights, facts } = upstream;
  const { visitor, signal, insists } = wish;
  const told = `told:${design.key}`;
  for (let insist = false; ;) {
    let made = false;
    let waited = false;
    const watcher = { onWait() {}, onKept() {}, onStep: () => void (waited = true) };
    const plan = planOf(design, wish, settings, upstream, () => (made = true));
    try {
      const { entry, fromCache } = await flights.fly(design.key, plan, watcher, signal, insist);
      return { kept: entry, cache: made ? 'miss' : waited || !fromCache ? 'joined' : 'hit' };
    } catch (error) {
      if (error instanceof OverOwnBudget && error.visitor !== (await visitor())) continue;
      // Paid for and lost with a machine: it is paid for again only when somebody who was told so asks again.
      if (!(error instanceof PatternError && error.maybeCounted && error.code !== 'timeout') || insist) throw error;
      const { clock } = settings;
      const since = await facts.get<number>(told);
      insist = since !== undefined && (insists || clock.now() - since > SECOND_THOUGHTS);
      await facts.update<number>(told, (old) => (insist ? undefined : (old ?? clock.now())));
      if (!insist) throw error;
    }
  }
}

function planOf(
  { key, upload, parameters }: Design,
  { visitor, follow }: Wish,
  settings: Settings,
  upstream: Upstream,
  onMake: () => void,
): Plan<Kept> {
  const { account, results, tally, lookUps } = upstream;
  const { usage } = settings.provider.operations;
  const { provider, clock, timeout } = settings;
  const terms = { timeout, maxWait: MAX_WAIT, patience: timeout };
  function read({ body, type }: Reply): Kept {
    provider.result(body, parameters); // throws when there is no pattern in it
    const bytes = new TextEncoder().encode(JSON.stringify(vendorOf(provider.name).kept(body)));
    const picture = provider.picture?.(body);
    return {
      bytes,
      about: { type: /json/.test(type) ? type : 'application/json', ...(picture && { picture }) },
      at: clock.now(),
    };
  }
  async function make(pilot: Pilot<Kept>): Promise<Kept> {
    onMake();
    pilot.onStep('generating');
    await account.ledger.load();
    // What the counter showed before is what tells later whether a request that was lost has been counted.
    if (counted(account) === undefined && usage) {
      await account.ledger.mayCheck(); // this is that look
      await lookUps.get('usage', usage.path).catch(() => {});
      await account.ledger.load();
    }
    // While the vendor's quota is gone, only a free look now and then can tell that it is back.
    if (account.ledger.known.exhausted) await check(account, terms);
    const tower = withBudgets(pilot, visitor, settings, upstream);
    const kept = await sendPaid(
      account,
      { write: () => provider.write(upload, parameters), read, late: pilot.late },
      terms,
      tower,
    );
    void tower.landed();
    // Answered is what is kept: a machine that dies right after its answer loses nothing.
    await keepOnce(kept);
    return kept;
  }
  async function keep(kept: Kept): Promise<void> {
    const keeping = results.keep(key, kept);
    follow(tally.add('paid'));
    await keeping;
    sayKept(settings, key);
  }
  const begun = new WeakMap<Kept, Promise<void>>();
  function keepOnce(kept: Kept): Promise<void> {
    const keeping = begun.get(kept) ?? keep(kept);
    begun.set(kept, keeping);
    return keeping;
  }
  const followed = <T>(work: Promise<T>) => {
    follow(work.catch(() => {}));
    return work;
  };
  return {
    look: () => results.get(key),
    make: (pilot) => followed(make(pilot)),
    keep: (kept) => followed(keepOnce(kept)),
    recount: (before) => hasMoved(account, before, terms),
  };
}

/** The same tower, but each send takes from the budgets first, and gives back what the vendor did not bill. */
function withBudgets(pilot: Pilot<Kept>, visitor: Visitor, settings: Settings, { account, site, facts }: Upstream) {
  let rest: FromRest | undefined;
  let giveBack: (() => Promise<void>) | undefined;
  const giveAll = async () => {
    const giving = giveBack?.().catch(() => {}); // the store is down: the window's end gives it back
    giveBack = undefined;
    await Promise.all([giving, rest?.giveBack()]);
  };
  return {
    ...pilot,
    async sending(...sent: Parameters<Pilot<Kept>['sending']>) {
      try {
        rest = await takeFromRest(account, site, settings);
        giveBack = await takeBudgets(await visitor(), site, settings);
        const { failures } = facts;
        await pilot.sending(...sent);
        // What is not written down where all machines see it is not sent.
        if (facts.failures !== failures) throw new StoreDown('The lease was not written');
      } catch (error) {
        await giveAll();
        const own = error instanceof Refused && error.details.policies?.every(({ name }) => name === 'visitor-day');
        throw own ? new OverOwnBudget(await visitor(), error) : error;
      }
    },
    async answered(ended?: boolean) {
      await giveAll();
      await pilot.answered(ended);
    },
    /** The answer is here: it was paid for. */
    landed: () => rest?.landed(),
  };
}
