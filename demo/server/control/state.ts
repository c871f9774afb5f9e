import type { Account, ApiKey } from '../data/accounts.js';
import type { Services } from '../services.js';

/** What the demo's panel shows. Keys are masked. */
export function stateOf(services: Services) {
  const { clock, settings, accounts, faults } = services;
  return {
    clock: { now: new Date(clock.now()).toISOString(), set: clock.isSet },
    latencyMs: settings.latencyMs,
    exposeHeaders: settings.exposeHeaders,
    faults: faults.list(),
    accounts: accounts.list().map((account) => describe(services, account)),
  };
}

function describe({ counters, credits }: Services, account: Account & { keys: ApiKey[] }) {
  const { id, provider, name, email, plan, minuteLimit } = account;
  const keys = account.keys.map(({ masked, active, allowedDomains, allowedNiches, brand }) => ({
    key: masked,
    active,
    allowedDomains,
    allowedNiches,
    brand,
  }));
  const common = { id, provider, name, email, minuteLimit, keys };
  if (provider === 'picsart') return { ...common, credits: credits.available(account) };
  const { used, limit, remaining, resetDate, days } = counters.usage(account);
  return { ...common, plan, used, limit, usesLeft: remaining, resetDate, days };
}
