import type { Clock, Random } from '../core/clock.js';
import type { Facts } from '../core/facts.js';
import { secretsOf } from '../core/mask.js';
import { PatternError } from '../core/pattern-error.js';
import type { Tabs } from '../core/tabs.js';
import type { Provider, Written } from '../providers/provider.js';
import { httpDate } from '../quota/http-date.js';
import type { Known } from '../quota/known.js';
import { Ledger } from '../quota/ledger.js';
import { readAllowance } from '../quota/rate-limit.js';
import { skew } from '../quota/server-time.js';
import type { Turns } from '../quota/turns.js';
import { readReply } from './read-reply.js';
import { outgoing, send, type Fetch, type Outgoing, type Reply, type Sending } from './transport.js';

/** Whoever asks decides these anew with each request. */
export interface Terms {
  /** Milliseconds before one request is given up. */
  timeout: number;
  /** Extra headers, asked for before each request. */
  authorize?: () => Promise<Record<string, string>> | Record<string, string>;
}

export interface AccountDeps {
  /** Names provider, endpoint and key without telling the key. */
  id: string;
  provider: Provider;
  /** Absolute address without a trailing slash. */
  base: string;
  key: string;
  facts: Facts;
  tabs?: Tabs;
  clock: Clock;
  random: Random;
  fetch: Fetch;
  /** Who may go while the API tells no window (default: one at a time). */
  turns?: Turns;
  online(): boolean;
}

/** A request that can be sent, with what must never be told of it. */
export interface Ready extends Outgoing {
  secrets: string[];
}

/** One customer of one API: what is known of its quota, and the way to send it something. Runs in a page and on a server. */
export class Account {
  readonly ledger: Ledger;
  readonly deps: AccountDeps;
  /** The server's clock when it last told it, and ours then. */
  #heard?: { server: number; elapsed: number };

  /** Use {@link openAccount}: what earlier pages learnt must be read first. */
  constructor(deps: AccountDeps) {
    const { id, facts, tabs, clock } = deps;
    this.deps = deps;
    this.ledger = new Ledger(id, { facts, tabs, clock });
  }

  get id(): string {
    return this.deps.id;
  }
  get provider(): Provider {
    return this.deps.provider;
  }

  /** Behind our own proxy the same request again costs nothing. */
  get repeatsAreFree(): boolean {
    return !!this.ledger.known.proxy;
  }

  /** The server's time now, or undefined when it never told it here. Never early: no wall clock that was set back counts. */
  get serverTime(): number | undefined {
    const { clock } = this.deps;
    const { server, elapsed } = this.#heard ?? {};
    if (server === undefined) return;
    // A computer that slept may not have counted, a clock may have been set: the later of the two is not too early.
    return Math.max(server + clock.elapsed() - elapsed!, clock.now() - (this.ledger.known.skew ?? 0));
  }

  /** Puts a request together, `authorize` included, within its time limit. Whatever is wrong with it, nothing was sent. */
  async ready(
    { method, path }: { method?: string; path: string },
    written: Partial<Written> | undefined,
    { authorize, timeout }: Terms,
    signal?: AbortSignal,
  ): Promise<Ready> {
    const { base, key, provider, clock } = this.deps;
    const own = key ? provider.auth(key) : {};
    const extra = authorize ? await inTime(authorize, timeout, clock, signal) : {};
    const headers = { Accept: 'application/json', ...written?.headers, ...own, ...extra };
    return {
      ...outgoing(base + path, { method: method ?? 'GET', body: written?.body, headers }),
      secrets: [...(key ? [key] : []), ...secretsOf({ ...own, ...extra })],
    };
  }

  /**
   * Sends, and lets the ledger learn from the answer, which comes without any secret. `arrived` is told of one that takes turns to
   * be read before it is, in the turn in which it came where that can be.
   */
  async exchange(
    { secrets, ...request }: Ready,
    options: Pick<Sending, 'limit' | 'signal' | 'patience'> & { paid?: boolean; arrived?(bytes: ArrayBuffer): void },
  ): Promise<Reply> {
    const { fetch, clock } = this.deps;
    const { patience, paid, arrived } = options;
    const learn = async (reply: Reply) => this.#learn(await readReply(reply, secrets, arrived), paid);
    return learn(
      await send(request, {
        ...options,
        fetch,
        clock,
        // What cannot be read brings nothing, late or not.
        patience: patience && {
          ...patience,
          late: (reply) =>
            void learn(reply)
              .then(patience.late)
              .catch(() => {}),
        },
      }),
    );
  }

  #learn(reply: Reply, paid?: boolean): Reply {
    const { provider, clock } = this.deps;
    const { status, headers, body } = reply;
    const now = clock.now();
    const server = httpDate(headers.get('Date'), now);
    if (server !== undefined) this.#heard = { server, elapsed: clock.elapsed() };
    const good = status === 200;
    const { ledger } = this;
    // A paid request that was served proves that the quota is not gone, even where the API does not tell.
    const news: Partial<Known> | undefined =
      (good && provider.quota?.(body, headers)) || (good && paid ? { exhausted: false } : undefined);
    const window = readAllowance(headers, now, provider.rules);
    const ahead = server === undefined ? (ledger.known.skew ?? 0) : skew(headers, now);
    // The API names its dates by its own clock; the deadlines here run by the visitor's.
    if (news?.resetAt) news.resetAt += ahead;
    // Every answer of the proxy says so; that of a gateway before it, which is no 200, says nothing of it.
    const proxy = headers.get('Pattern-Proxy') === '1' || (!good && ledger.known.proxy);
    if (news || window || ahead !== (ledger.known.skew ?? 0) || !!proxy !== !!ledger.known.proxy)
      void ledger.learn({ ...news, window, skew: ahead, proxy, asOf: now });
    return reply;
  }
}

/** What `authorize` returns, in time; a failure of it is the page's, and nothing was sent. */
async function inTime(
  authorize: NonNullable<Terms['authorize']>,
  ms: number,
  clock: Clock,
  signal?: AbortSignal,
): Promise<Record<string, string>> {
  let timer: unknown;
  try {
    const late = new Promise<never>((_, reject) => {
      timer = clock.setTimeout(() => reject(new Error('late')), ms);
      signal?.addEventListener('abort', () => reject(signal.reason));
    });
    return Object(await Promise.race([(async () => authorize())(), late])) as Record<string, string>;
  } catch (error) {
    signal?.throwIfAborted();
    const cause = (error as Error)?.message === 'late' ? 'authorize did not answer in time' : 'authorize failed';
    throw new PatternError('misconfigured', { cause });
  } finally {
    clock.clearTimeout(timer);
  }
}

/** An account as earlier pages and other tabs left it. */
export async function openAccount(deps: AccountDeps): Promise<Account> {
  const account = new Account(deps);
  await account.ledger.load();
  return account;
}
