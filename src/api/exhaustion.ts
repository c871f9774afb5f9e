import { waitUntil } from '../core/wait-until.js';
import { exhaustionEnds } from '../quota/known.js';
import type { Account, Terms } from './account.js';
import { recount } from './counter.js';

/** How often the free counter may be asked while the quota is gone. */
const CHECK = 300_000;

export interface Watch {
  terms: Terms;
  signal: AbortSignal;
  /** Whether anybody looks: a page in the background asks nothing. */
  visible(): boolean;
}

/** A free look at the counter, if five minutes have passed since the last one of any tab. It may fail: the next one asks again. */
export async function check(account: Account, terms: Terms, signal?: AbortSignal): Promise<void> {
  if (await account.ledger.mayCheck()) await recount(account, terms, signal).catch(() => {});
}

/** While the quota is gone: asks the free counter when the reset time has passed, and now and then before. */
export async function watchExhaustion(account: Account, { terms, signal, visible }: Watch): Promise<void> {
  const { ledger, deps } = account;
  const { clock } = deps;
  let news = new AbortController();
  ledger.subscribe(() => news.abort(), signal);
  signal.addEventListener('abort', () => news.abort());
  while (!signal.aborted) {
    news = new AbortController();
    const ends = exhaustionEnds(ledger.known) ?? Infinity;
    const { exhausted, closedUntil = Infinity } = ledger.known;
    const until = exhausted ? Math.min(ends, clock.now() + CHECK) : closedUntil;
    await waitUntil(until, { clock, signal: news.signal }).catch(() => {});
    if (signal.aborted || until > clock.now()) continue;
    // Its time may have passed: whoever listens is told.
    await ledger.load();
    if (exhausted && visible()) await check(account, terms, signal);
  }
}
