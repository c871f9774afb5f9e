import { sha256 } from '../cache/key/sha256.js';
import type { Provider } from '../providers/provider.js';
import { waitUntil } from '../core/wait-until.js';
import { Ledger } from '../quota/ledger.js';
import { exhaustionEnds } from '../quota/known.js';
import { readAllowance } from '../quota/rate-limit.js';
import { skew } from '../quota/server-time.js';
import { store, tabs } from './origin.js';
import type { Settings } from './settings.js';
import { send, type Ask, type Reply } from './transport.js';

type Access = Pick<Settings, 'provider' | 'base' | 'apiKey' | 'authorize' | 'timeout' | 'meter'>;

/** One customer of one API: what is known of its quota, and the way to send it something. */
export interface Account {
  /** Salted digest of provider, endpoint and key. */
  id: string;
  provider: Provider;
  ledger: Ledger;
  /** Sends, and lets the ledger learn from the answer. */
  send(ask: Ask, access: Access, signal?: AbortSignal, paid?: boolean): Promise<Reply>;
}

const accounts = new Map<string, Promise<Account>>();

/** The same account for everybody on the page who uses the same provider, endpoint and key. */
export function openAccount({ provider, base, apiKey }: Access): Promise<Account> {
  if (apiKey) warnOfPublicKey();
  const name = JSON.stringify([provider.name, base, apiKey]);
  let account = accounts.get(name);
  if (!account) accounts.set(name, (account = create(provider, name)));
  return account;
}

let warned = false;

function warnOfPublicKey(): void {
  if (warned || /^(localhost|127\.|\[::1])/.test(location.hostname)) return;
  warned = true;
  console.warn('<pattern-generator> A key in a page is public: keep it on your server, behind a proxy.');
}

async function create(provider: Provider, name: string): Promise<Account> {
  // The key leaves the page's memory only as a digest with a salt of this browser's own.
  const salt = await store.update<string>('salt', (old) => old ?? String(crypto.getRandomValues(new Uint32Array(4))));
  const id = await sha256(salt + name);
  const ledger = new Ledger(id, { facts: store, tabs });
  await ledger.load();
  return {
    id,
    provider,
    ledger,
    async send(ask, { base, apiKey, authorize, timeout }, signal, paid) {
      const reply = await send(
        base + ask.path,
        ask,
        timeout,
        { ...(apiKey && provider.auth(apiKey)), ...(await authorize?.()) },
        signal,
      );
      const now = Date.now();
      const good = reply.status === 200;
      // A paid request that was served proves that the quota is not gone, even where the API does not tell.
      const news = (good && provider.quota?.(reply.body, reply.headers)) || (good && paid ? { exhausted: false } : undefined);
      const window = readAllowance(reply.headers, now, provider.rules);
      const ahead = skew(reply.headers, now);
      // The API names its dates by its own clock; the deadlines here run by the visitor's.
      if (news?.resetAt) news.resetAt += ahead;
      if (news || window || ahead !== (ledger.known.skew ?? 0)) await ledger.learn({ ...news, window, skew: ahead, asOf: now });
      return reply;
    },
  };
}

/** Asks the free counter; undefined when the API has none or does not answer. */
export async function recount(account: Account, access: Access, signal?: AbortSignal): Promise<Reply | undefined> {
  const { usage } = account.provider.operations;
  return usage && account.send(usage, access, signal);
}

const CHECK = 300_000;

/** While the quota is gone: asks the free counter when the reset time has passed, and now and then before. */
export async function watchExhaustion(account: Account, access: Access, signal: AbortSignal): Promise<void> {
  const { ledger } = account;
  const check = async () => void ((await ledger.mayCheck()) && (await recount(account, access, signal).catch(() => {})));
  if (access.meter && ledger.known.remaining === undefined) void check();
  let news = new AbortController();
  signal.addEventListener(
    'abort',
    ledger.subscribe(() => news.abort()),
  );
  while (!signal.aborted) {
    news = new AbortController();
    const until = ledger.known.exhausted ? Math.min(exhaustionEnds(ledger.known) ?? Infinity, Date.now() + CHECK) : Infinity;
    await waitUntil(until, { signal: AbortSignal.any([signal, news.signal]) }).catch(() => {});
    if (signal.aborted || until > Date.now()) continue;
    // Its time may have passed: whoever listens is told.
    await ledger.load();
    if (document.visibilityState === 'visible' && (await ledger.mayCheck()))
      await recount(account, access, signal).catch(() => {});
  }
}
