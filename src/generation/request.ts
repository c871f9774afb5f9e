import { classify } from '../quota/classifier.js';
import { waitUntil } from '../core/wait-until.js';
import { QuotaError, type Failure } from '../quota/failures.js';
import { admit } from '../quota/gate.js';
import { learnFailure } from '../quota/learn-failure.js';
import { fields } from '../providers/tolerant.js';
import { recount, type Account } from './account.js';
import { PatternError, type PatternErrorCode } from '../core/pattern-error.js';
import { refusal } from '../providers/refusal.js';
import type { Settings } from './settings.js';
import type { Ask, Reply } from './transport.js';

export interface RequestOptions {
  settings: Settings;
  signal?: AbortSignal;
  /** Sitting out a limit until then (epoch ms); undefined: going on. */
  onWait?: (until?: number) => void;
  /** For a paid request: writes down that it is about to be sent, with the count known before. */
  sending?: (counted: number | undefined) => Promise<void>;
  /** Nothing that may be counted is under way any more. */
  answered?: () => void;
}

/** The number that moves when a paid request is counted. */
export const counted = ({ ledger }: Account): number | undefined => {
  const { kind, used, remaining } = ledger.known;
  return kind === 'credits' ? (remaining as number) : used;
};

/** Whether the free counter proves that nothing was counted since it stood at `before`. */
export async function unmoved(
  account: Account,
  before: number | undefined,
  { settings, signal }: RequestOptions,
): Promise<boolean> {
  if ((await recount(account, settings, signal))?.status !== 200) return false;
  const now = counted(account);
  // Where nothing was known before, a month without any use still is proof.
  return before === undefined ? now === 0 && account.ledger.known.kind === 'monthly' : now === before;
}

/** Sends until there is an answer, within the rules of the quota; throws a PatternError when there is none to be had. */
export async function request(account: Account, makeAsk: () => Promise<Ask> | Ask, options: RequestOptions): Promise<Reply> {
  const { settings, signal, onWait, sending } = options;
  const { ledger, provider } = account;
  let tell = onWait;
  // Counted here too: a free look at the counter is a good answer, and good answers end the shared row of failures.
  let tries = 0;
  for (;;) {
    if (!sending) await waitUntil(ledger.known.blockedUntil ?? 0, { signal });
    const answered =
      sending &&
      (await admit(ledger, { signal, onWait: tell, maxWait: settings.maxWait }).catch((error) => hold(error, account)));
    onWait?.();
    let reply: Reply;
    const before = counted(account);
    try {
      if (globalThis.navigator?.onLine === false) throw new PatternError('offline');
      const ask = await makeAsk();
      await sending?.(before);
      // A paid request is never cut short: its answer may be under way already, and it is worth money.
      reply = await account.send(ask, settings, sending ? undefined : signal, !!sending);
    } finally {
      void answered?.();
    }
    if (reply.status >= 200 && reply.status < 300) return reply;

    const failure = classify(reply, provider.rules ?? {}, Date.now(), ledger.known);
    const error = describe(failure, reply, account, settings);
    if (reply.lost && sending && !(await unmoved(account, before, options))) {
      error.maybeCounted = true;
      throw error;
    }
    options.answered?.();
    // What is not understood is tried again like what passes, as often and no more.
    const again = await learnFailure(ledger, failure.kind === 'unknown' ? { kind: 'transient' } : failure);
    error.retryAt = worksAgain(failure, account);
    const most = failure.kind === 'throttled' ? 5 : 3;
    if (!again || ++tries >= most || again - Date.now() > settings.maxWait) throw error;
    // A hiccup is sat out as part of the work; only a limit is worth a countdown.
    tell = failure.kind === 'throttled' ? onWait : undefined;
  }
}

const CODES: Partial<Record<Failure['kind'], PatternErrorCode>> = {
  exhausted: 'quota-exhausted',
  credits: 'credits-exhausted',
  throttled: 'rate-limited',
};

/** When it works again, by the world's clock and not the visitor's own. */
const worksAgain = ({ kind }: Failure, { ledger: { quota } }: Account): Date | undefined =>
  kind === 'exhausted' ? quota.resetAt : kind === 'throttled' ? quota.blockedUntil : undefined;

/** The gate's refusal in our words. */
function hold(error: unknown, account: Account): never {
  if (!(error instanceof QuotaError)) throw error;
  const { failure } = error;
  throw new PatternError(CODES[failure.kind] ?? 'rate-limited', { retryAt: worksAgain(failure, account) });
}

/** Why a free request brought nothing. */
export const refused = (reply: Reply | undefined, account: Account, settings: Settings): PatternError =>
  reply
    ? describe(classify(reply, account.provider.rules ?? {}, Date.now()), reply, account, settings)
    : new PatternError('misconfigured');

function describe(failure: Failure, reply: Reply, { provider }: Account, { apiKey }: Settings): PatternError {
  const { code, field }: { code: PatternErrorCode; field?: string } =
    failure.kind === 'refused' ? refusal(reply, provider) : { code: CODES[failure.kind] ?? 'server-error' };
  const said = JSON.stringify(fields(reply.body));
  return new PatternError(reply.lost ?? code, {
    field,
    // The owner may read what the API said, but never a key that it echoed.
    ...(reply.status > 0 && { status: reply.status, cause: JSON.parse(apiKey ? said.replaceAll(apiKey, '***') : said) }),
  });
}
