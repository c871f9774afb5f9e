import { PatternError } from '../core/pattern-error.js';
import { waitUntil } from '../core/wait-until.js';
import type { Operation, Written } from '../providers/provider.js';
import { learnFailure } from '../quota/learn-failure.js';
import type { Account, Terms } from './account.js';
import { describe, meaningOf } from './failure.js';
import type { Reply } from './transport.js';

/** Most tries for one thing, the first one included. */
const TRIES = 3;

/** A request that costs nothing, such as the PDF: sent again when it may help. Throws a PatternError when nothing does. */
export async function sendFree(
  account: Account,
  operation: Operation,
  write: () => Promise<Written> | Written,
  { maxWait, ...terms }: Terms & { maxWait: number },
  signal?: AbortSignal,
): Promise<Reply> {
  const { clock, random, online } = account.deps;
  for (let tries = 1; ; tries++) {
    await waitUntil(account.ledger.known.blockedUntil ?? 0, { clock, signal });
    if (!online()) throw new PatternError('offline');
    const ready = await account.ready(operation, await write(), terms, signal);
    const reply = await account.exchange(ready, { limit: terms.timeout, signal });
    if (reply.status >= 200 && reply.status < 300) return reply;
    const failure = meaningOf(reply, account);
    const again = await learnFailure(account.ledger, failure, { clock, random });
    if (!again || tries >= TRIES || again - clock.now() > maxWait) throw describe(failure, reply, account);
  }
}
