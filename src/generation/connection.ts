import type { Account } from '../api/account.js';
import { recount } from '../api/counter.js';
import { check, watchExhaustion } from '../api/exhaustion.js';
import { describe, meaningOf } from '../api/failure.js';
import { PatternError } from '../core/pattern-error.js';
import type { Choice } from '../providers/provider.js';
import type { Closed, Quota } from '../quota/ledger.js';
import type { Page } from './page.js';
import type { Settings } from './settings.js';

/** What a widget hears of its account for as long as it stands on the page. */
export interface Connection {
  account: Account;
  /** What the API itself offers to choose from. */
  choices?: Choice[];
}

/** Listens to the quota of the account that the settings name, until the signal ends it. */
export async function connect(
  page: Page,
  settings: Settings,
  told: (quota: Quota, closed?: Closed) => void,
  signal: AbortSignal,
): Promise<Account> {
  if (settings.apiKey) page.keeping.warnOfPublicKey();
  const account = await page.openAccount(settings);
  if (signal.aborted) return account;
  const { ledger } = account;
  ledger.subscribe(told, signal);
  if (settings.meter && ledger.known.remaining === undefined) void check(account, settings, signal);
  watchExhaustion(account, { terms: settings, signal, visible: page.env.visible }).catch((error) => {
    // Nothing in it may fail; should it do so all the same, the page must not hear of it as an error of its own.
    console.error('<pattern-generator>', error);
  });
  return account;
}

/** A free look at the counter, at most one in five minutes over all tabs, so that nobody tunes a design for a month that is over. */
export const askCounter = async (page: Page, settings: Settings): Promise<void> =>
  check(await page.openAccount(settings), settings);

/** Asks the free counter now; throws what it says when it says no. */
export async function refreshed(page: Page, settings: Settings): Promise<Quota> {
  const account = await page.openAccount(settings);
  if (!page.env.online()) throw new PatternError('offline');
  const reply = await recount(account, settings);
  if (!reply) throw new PatternError('misconfigured', { cause: 'This API has no free counter' });
  if (reply.status !== 200) throw describe(meaningOf(reply, account), reply, account);
  await account.ledger.lift();
  return account.ledger.quota;
}
