import { PatternError, type PatternErrorCode } from '../core/pattern-error.js';
import { fields } from '../providers/tolerant.js';
import { refusal } from '../providers/refusal.js';
import { classify } from '../quota/classifier.js';
import { QuotaError, type Failure } from '../quota/failures.js';
import type { Account } from './account.js';
import type { Reply } from './transport.js';

const CODES: Partial<Record<Failure['kind'], PatternErrorCode>> = {
  exhausted: 'quota-exhausted',
  credits: 'credits-exhausted',
  throttled: 'rate-limited',
};

/** When it works again, by the world's clock and not the visitor's own. */
const worksAgain = ({ kind }: Failure, { ledger: { quota, closed } }: Account): Date | undefined =>
  kind === 'exhausted' ? closed?.until : kind === 'throttled' ? quota.blockedUntil : undefined;

/** What a failed answer means by the table of SPEC 3. */
export const meaningOf = (reply: Reply, { provider, ledger, deps }: Account): Failure =>
  classify(reply, provider.rules ?? {}, deps.clock.now(), ledger.known);

/** The gate's refusal in our words. */
export function heldBackError(error: unknown, account: Account): unknown {
  if (!(error instanceof QuotaError)) return error;
  const { failure } = error;
  const { policy } = account.ledger.known;
  return new PatternError(CODES[failure.kind] ?? 'rate-limited', {
    retryAt: worksAgain(failure, account),
    cause: policy && { policy },
  });
}

/** Why a request brought nothing. The owner may read what the API said; secrets are out of it already. */
export function describe(failure: Failure, reply: Reply, account: Account): PatternError {
  const { lost, status, body } = reply;
  const told: { code: PatternErrorCode; field?: string } =
    lost === 'unsent'
      ? { code: 'misconfigured' }
      : lost
        ? { code: lost }
        : failure.kind === 'refused'
          ? refusal(reply, account.provider)
          : { code: CODES[failure.kind] ?? 'server-error' };
  return new PatternError(told.code, {
    field: told.field,
    retryAt: worksAgain(failure, account),
    ...(status > 0
      ? { status, cause: { ...fields(body), policy: failure.policy } }
      : lost === 'unsent' && { cause: 'The page’s policy forbids this address.' }),
  });
}
