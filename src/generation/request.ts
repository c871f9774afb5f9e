import { backOff, spread } from '../quota/back-off.js';
import { classify } from '../quota/classifier.js';
import { waitUntil } from '../quota/deadline.js';
import type { Failure } from '../quota/failures.js';
import { admit } from '../quota/gate.js';
import type { Ask } from '../providers/provider.js';
import { fields } from '../providers/tolerant.js';
import { recount, type Account } from './account.js';
import { PatternError, type PatternErrorCode } from './pattern-error.js';
import { refusal } from './refusal.js';
import type { Settings } from './settings.js';
import type { Reply } from './transport.js';

export interface RequestOptions {
  settings: Settings;
  signal?: AbortSignal;
  /** Sitting out a limit until then (epoch ms); undefined: going on. */
  onWait?: (until?: number) => void;
  /** For a paid request: writes down that it is about to be sent, with the count known before. */
  sending?: (used: number | undefined) => Promise<void>;
}

/** How often each kind of failure is tried again before the visitor is asked. */
const RETRIES: Record<string, number> = { throttled: 5, transient: 2, unknown: 2 };

/** The number that moves when a paid request is counted. */
export const counted = ({ ledger }: Account): number | undefined => {
  const { kind, used, remaining } = ledger.known;
  return kind === 'credits' ? (remaining === 'unlimited' ? undefined : remaining) : used;
};

/** Whether the free counter proves that nothing was counted since `before`. */
export async function unmoved(account: Account, before: number | undefined, { settings, signal }: RequestOptions): Promise<boolean> {
  if (!(await recount(account, settings, signal))) return false;
  const now = counted(account);
  return now === before ? now !== undefined : now === 0 && account.ledger.known.kind === 'monthly';
}

/** Sends until there is an answer, within the rules of the quota; throws a PatternError when there is none to be had. */
export async function request(account: Account, makeAsk: () => Promise<Ask> | Ask, options: RequestOptions): Promise<Reply> {
  const { settings, signal, onWait, sending } = options;
  const { ledger } = account;
  const tries: Record<string, number> = {};
  for (;;) {
    if (sending) await admit(ledger, { signal, onWait, maxWait: settings.maxWait });
    else await waitUntil(ledger.known.blockedUntil ?? 0, { signal });
    onWait?.();
    const ask = await makeAsk();
    if (globalThis.navigator?.onLine === false) throw new PatternError('offline');
    const before = counted(account);
    await sending?.(before);
    // A paid request is never cut short: its answer may be under way already, and it is worth money.
    const reply = await account.send(ask, settings, sending ? undefined : signal);
    if (reply.status >= 200 && reply.status < 300) return reply;

    const now = Date.now();
    const failure = classify(reply, account.provider.rules ?? {}, now);
    const tried = (tries[failure.kind] = (tries[failure.kind] ?? 0) + 1);
    const error = describe(failure, reply, account, settings);
    await note(account, failure, now);
    if (reply.lost && sending && !(await unmoved(account, before, options))) {
      error.maybeCounted = true;
      throw error;
    }
    if (tried > (RETRIES[failure.kind] ?? 0)) throw error;
    const until = failure.kind === 'throttled' && failure.until ? spread(failure.until) : now + backOff(tried - 1);
    if (until - now > settings.maxWait) throw error;
    if (failure.kind === 'throttled') onWait?.(until);
    await waitUntil(until, { signal });
  }
}

/** What everybody on the origin must know of a failure. */
async function note({ ledger }: Account, failure: Failure, now: number): Promise<void> {
  if (failure.kind === 'exhausted') await ledger.learn({ exhausted: true, exhaustedUntil: failure.until, remaining: 0, asOf: now });
  if (failure.kind === 'credits') await ledger.learn({ kind: 'credits', exhausted: true, remaining: 0, asOf: now });
  if (failure.kind === 'throttled' && failure.until) await ledger.learn({ blockedUntil: failure.until, asOf: now });
}

const CODES: Partial<Record<Failure['kind'], PatternErrorCode>> = {
  exhausted: 'quota-exhausted',
  credits: 'credits-exhausted',
  throttled: 'rate-limited',
  refused: 'misconfigured',
};

function describe(failure: Failure, reply: Reply, { provider }: Account, { apiKey }: Settings): PatternError {
  const said = JSON.stringify(fields(reply.body));
  return new PatternError(reply.lost ?? (failure.kind === 'refused' ? refusal(reply, provider).code : (CODES[failure.kind] ?? 'server-error')), {
    ...(failure.kind === 'refused' && refusal(reply, provider)),
    ...('until' in failure && failure.until && { retryAt: new Date(failure.until) }),
    ...(reply.status && { status: reply.status, cause: JSON.parse(apiKey ? said.replaceAll(apiKey, '***') : said) }),
  });
}
