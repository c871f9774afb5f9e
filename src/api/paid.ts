import { PatternError } from '../core/pattern-error.js';
import type { Failure } from '../quota/failures.js';
import type { Written } from '../providers/provider.js';
import { admit } from '../quota/gate.js';
import { learnFailure } from '../quota/learn-failure.js';
import { proofOf } from '../quota/proof.js';
import type { Account, Terms } from './account.js';
import { counted, hasMoved } from './counter.js';
import { describe, heldBackError, meaningOf } from './failure.js';
import type { Reply } from './transport.js';

export interface PaidTerms extends Terms {
  /** Longest wait in milliseconds that is sat out without asking. */
  maxWait: number;
  /** How long after its time limit an answer is still waited for, in silence: it is worth money. */
  patience: number;
}

/** What the flight of a paid request must hear, and may say (see flight/plan.ts). */
export interface Tower {
  signal: AbortSignal;
  onWait(until?: number): void;
  sending(now: () => { at?: number; limit: number; counted?: number }): Promise<void>;
  answered(ended?: boolean): Promise<void>;
  /** What to throw when only time and proof can tell what became of the request. */
  unsettled(why: Error): Error;
}

export interface PaidRequest<Answer> {
  write(): Promise<Written> | Written;
  /** The visitor was told that it may have been counted, and wants it made again. */
  insists?: boolean;
  /** Reads a good answer, in the turn in which it arrives; throws when it cannot be read. */
  read(reply: Reply): Answer;
  /** Told of what could become a good answer, but takes turns to be read: what it says is not known yet. */
  arrived?(bytes: ArrayBuffer): void;
  /** Told of an answer that came after its time. */
  late(answer: Answer): void;
}

/** Most tries for one press, the first one included. */
const MOST = { throttled: 5, other: 3 };

/** What a 200 is where the address is that of a site, and not of an API. */
const isPage = ({ type }: Reply) => type.startsWith('text/html');
const A_PAGE = 'The endpoint answers a web page, and no API: name the base address of the proxy or the API.';

/** Sends until there is an answer, within the rules of the quota, and never when the last one may have been counted. */
export async function sendPaid<Answer>(
  account: Account,
  { write, read, arrived, late, insists }: PaidRequest<Answer>,
  { maxWait, patience, ...terms }: PaidTerms,
  tower: Tower,
): Promise<Answer> {
  const { ledger, provider, deps } = account;
  const { clock, random, turns, online } = deps;
  const { signal } = tower;
  let onWait: Tower['onWait'] | undefined = tower.onWait;
  /** What went wrong before, when it ended without proof that it was not counted. */
  let unproved: { error: PatternError; before?: number } | undefined;
  for (let tries = 1; ; tries++) {
    // Before the gate, whose allowance is for what is sent.
    if (!online()) throw new PatternError('offline');
    const place = await admit(ledger, { clock, random, turns, signal, onWait, maxWait }).catch((error) => {
      throw heldBackError(error, account);
    });
    tower.onWait();
    let reply: Reply;
    let before: number | undefined;
    let sent = false;
    let failure: Failure = { kind: 'unknown' };
    let good = false;
    try {
      const { body, headers } = await write();
      // Only our own proxy knows this word; to others it would be a header that no page may send.
      const choice: Record<string, string> = insists && account.repeatsAreFree ? { 'Pattern-Insist': '1' } : {};
      const written = { body, headers: { ...headers, ...choice } };
      const ready = await account.ready(provider.operations.generate, written, terms, signal);
      if (unproved) {
        const { error, before } = unproved;
        if ((await hasMoved(account, before, terms, signal)).moved !== false) throw maybeCounted(error);
      }
      if (!online()) throw new PatternError('offline');
      await tower.sending(() => ({ at: account.serverTime, limit: terms.timeout, counted: (before = counted(account)) }));
      sent = true;
      reply = await account.exchange(ready, {
        limit: terms.timeout,
        paid: true,
        arrived,
        patience: { ms: patience, late: (reply) => reply.status === 200 && late(read(reply)) },
      });
      failure = meaningOf(reply, account);
      good = reply.status >= 200 && reply.status < 300;
    } finally {
      void (sent ? place.done(good ? undefined : failure) : place.giveBack());
    }

    let unread: PatternError | undefined;
    if (good)
      try {
        return read(reply);
      } catch (cause) {
        unread = new PatternError('bad-response', { status: reply.status, cause: isPage(reply) ? A_PAGE : cause });
      }
    // What is not understood is tried again like what passes, as often and no more.
    const again = unread
      ? undefined
      : await learnFailure(ledger, failure.kind === 'unknown' ? { kind: 'transient' } : failure, { clock, random });
    const error = unread ?? describe(failure, reply, account);
    const throttled = failure.kind === 'throttled';
    const retry = !!again && tries < (throttled ? MOST.throttled : MOST.other) && again - clock.now() <= maxWait;
    // A hiccup is sat out as part of the work; only a limit is worth a countdown.
    onWait = throttled ? tower.onWait : undefined;
    unproved = undefined;

    const proof = reply.lost === 'unsent' ? 'not-counted' : unread ? 'ended' : proofOf(reply);
    if (proof === 'not-counted' || account.repeatsAreFree) {
      await tower.answered();
      // The machine that held the answer died, and the counter has moved: this once repeating is not free.
      if (!retry) throw reply.headers.has('Pattern-Maybe-Counted') ? maybeCounted(error) : error;
    } else if (proof === 'ended') {
      await tower.answered(true);
      if (retry) unproved = { error, before };
      else throw (await hasMoved(account, before, terms, signal)).moved === false ? error : maybeCounted(error);
    } else if (reply.lost === 'timeout') {
      // Our own limit says nothing about theirs: the visitor decides.
      throw maybeCounted(error);
    } else throw tower.unsettled(error);
  }
}

function maybeCounted(error: PatternError): PatternError {
  error.maybeCounted = true;
  return error;
}
