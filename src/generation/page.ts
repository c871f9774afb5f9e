import type { Library } from '../api/lookups.js';
import { openAccount, type Account } from '../api/account.js';
import type { Fetch } from '../api/transport.js';
import type { Entry } from '../cache/store/entry.js';
import type { Results } from '../cache/store/results.js';
import type { Store } from '../cache/store/store.js';
import { systemClock, type Clock, type Random } from '../core/clock.js';
import type { Facts } from '../core/facts.js';
import type { Tabs } from '../core/tabs.js';
import type { Flights } from '../flight/flights.js';
import type { Logbook } from './logbook.js';
import type * as Keeping from './keeping.js';
import type { Provider } from '../providers/provider.js';
import type { Settings } from './settings.js';

/** What a page gives its widgets; a test gives its own. */
export interface Environment {
  store: Store;
  tabs: Tabs;
  clock: Clock;
  random: Random;
  fetch: Fetch;
  online(): boolean;
  /** Whether anybody looks at the page. */
  visible(): boolean;
}

/** What all widgets of a page share, and through the browser's store and channel all tabs of the origin. Composed here, once. */
export class Page {
  readonly results: Results;
  readonly flights: Flights<Entry>;
  readonly library: Library;
  readonly logbook: Logbook;
  readonly env: Environment;
  /** The file of the store. */
  readonly keeping: typeof Keeping;
  #accounts = new Map<string, Promise<Account>>();

  constructor(keeping: typeof Keeping, env: Partial<Environment> = {}) {
    this.keeping = keeping;
    this.library = new keeping.Library();
    const clock = env.clock ?? systemClock;
    this.env = {
      clock,
      store: env.store ?? new keeping.Store({ clock }),
      tabs: env.tabs ?? keeping.openTabs('pattern-generator'),
      random: env.random ?? Math.random,
      fetch: env.fetch ?? keeping.pageFetch,
      online: env.online ?? (() => globalThis.navigator?.onLine !== false),
      visible: env.visible ?? (() => document.visibilityState === 'visible'),
    };
    const { store, tabs, random } = this.env;
    this.results = new keeping.Results({ store, clock });
    this.logbook = new keeping.Logbook(this.results, tabs);
    this.flights = new keeping.Flights<Entry>({ facts: store, tabs, clock, random });
  }

  /** The same account for everybody on the page who uses the same provider, endpoint and key. */
  openAccount({ provider, base, apiKey: key }: Pick<Settings, 'provider' | 'base' | 'apiKey'>): Promise<Account> {
    const name = JSON.stringify([provider.name, base, key]);
    let account = this.#accounts.get(name);
    if (!account) {
      account = this.#create(name, { provider, base, key });
      this.#accounts.set(name, account);
      // What failed once, such as the store behind the salt, is tried again.
      account.catch(() => this.#accounts.delete(name));
    }
    return account;
  }

  async #create(name: string, { provider, base, key }: { provider: Provider; base: string; key: string }): Promise<Account> {
    const { store, tabs, clock, random, fetch, online } = this.env;
    const id = await this.keeping.sha256((await salt(store)) + name);
    return openAccount({ id, provider, base, key, facts: store, tabs, clock, random, fetch, online });
  }
}

/** The key leaves the page's memory only as a digest with a salt of this browser's own. */
const salt = (facts: Facts) => facts.update<string>('salt', (old) => old ?? String(crypto.getRandomValues(new Uint32Array(4))));

let page: Page | undefined;

/** The one of this page, made when it is first needed. */
export const thisPage = (keeping: typeof Keeping): Page => (page ??= new Page(keeping));
