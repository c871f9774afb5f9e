import { pause } from '../core/pause.js';
import type { Account, Terms } from './account.js';
import type { Reply } from './transport.js';
import { httpDate } from '../quota/http-date.js';

/** Asks the free counter; undefined when the API has none. Rejects where nothing can be sent. */
export async function recount(account: Account, terms: Terms, signal?: AbortSignal): Promise<Reply | undefined> {
  const { usage } = account.provider.operations;
  if (!usage) return;
  return account.exchange(await account.ready(usage, undefined, terms, signal), { limit: terms.timeout, signal });
}

/** The number that moves when something is counted. */
export function counted({ ledger }: Account): number | undefined {
  const { kind, used, remaining } = ledger.known;
  return kind === 'credits' && typeof remaining === 'number' ? remaining : used;
}

/** How long the first press may be held up by a counter that does not answer. */
const PATIENCE = 3000;

/** Makes sure that the count is known before something is sent, for only then can it prove anything afterwards. */
export async function knowCount(account: Account, terms: Terms, signal?: AbortSignal): Promise<void> {
  if (counted(account) !== undefined || account.repeatsAreFree) return;
  const asked = recount(account, terms, signal).catch(() => {}); // Then nothing is proved, and the visitor is asked.
  await Promise.race([asked, pause(PATIENCE, account.deps.clock, signal)]);
}

/**
 * Whether something was counted since the counter stood at `before`; undefined when nobody can tell. With it the server's
 * time, where an answer tells it.
 */
export async function hasMoved(
  account: Account,
  before: number | undefined,
  terms: Terms,
  signal?: AbortSignal,
): Promise<{ moved?: boolean; serverNow?: number }> {
  const reply = await recount(account, terms, signal).catch(() => {
    signal?.throwIfAborted();
    return undefined; // What cannot be asked does not tell.
  });
  const serverNow = reply && httpDate(reply.headers.get('Date'), account.deps.clock.now());
  if (reply?.status !== 200) return { serverNow };
  const now = counted(account);
  // Where nothing was known before, a month without any use still is proof.
  const fresh = account.ledger.known.used === 0 ? false : undefined;
  return { moved: before === undefined || now === undefined ? fresh : now !== before, serverNow };
}
