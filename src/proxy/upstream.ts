import { openAccount, type Account } from '../api/account.js';
import { sha256 } from '../cache/key/sha256.js';
import type { Tabs } from '../core/tabs.js';
import { Flights } from '../flight/flights.js';
import { paced } from '../quota/pace.js';
import type { Settings } from './options.js';
import { LookUps } from './look-ups.js';
import { watched, type Health } from './health.js';
import { Results } from './results.js';
import type { Kept } from './stores/store.js';
import { SureFacts } from './stores/sure-facts.js';
import { Tally } from './tally.js';

/** A holder of a design that says nothing for this long has died. Each sign of life is a write. */
const LEASE = { beat: 3000, silence: 10_000 };

/** The vendor as this proxy knows it: one account, what is under way there, what came from there. */
export interface Upstream {
  account: Account;
  /** Names the account where several shops share a store, and tells nothing of its key. */
  site: string;
  facts: SureFacts;
  flights: Flights<Kept>;
  results: Results;
  tally: Tally;
  health: Health;
  lookUps: LookUps;
}

export async function openUpstream(settings: Settings): Promise<Upstream> {
  const { clock, random, store } = settings;
  const facts = new SureFacts(store);
  const tabs = withoutResults(store.tabs);
  const health: Health = { asked: 0, failed: 0 };
  const account = await openShopAccount(settings, facts, tabs, health);
  const site = account.id;
  return {
    account,
    site,
    facts,
    flights: new Flights<Kept>({ facts, tabs, clock, random, ...LEASE }),
    results: new Results(settings),
    tally: new Tally(settings, site),
    health,
    lookUps: new LookUps(settings, { account, facts, site }),
  };
}

/** The shop's account with the vendor, as all its machines know it. */
export async function openShopAccount(settings: Settings, facts: SureFacts, tabs: Tabs, health: Health): Promise<Account> {
  const { provider, upstream: base, apiKey: key, clock, random } = settings;
  const id = (await sha256(JSON.stringify(['proxy', provider.name, base, key]))).slice(0, 24);
  const fetch = watched(settings, health);
  return openAccount({ id, provider, base, key, facts, tabs, clock, random, fetch, turns: paced(), online: () => true });
}

/** A result is found in the store. Its word is only that it is there, and is said once it is (see `sayKept`). */
function withoutResults({ post, listen }: Tabs): Tabs {
  return { listen, post: (message) => void (Object.hasOwn(Object(message) as object, 'entry') || post(message)) };
}

/** Tells the other machines that a design can be found in the store. */
export const sayKept = ({ store: { tabs } }: Settings, key: string): void => tabs.post({ flight: key });
