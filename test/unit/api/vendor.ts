import { openAccount, type Account } from '../../../src/api/account.js';
import type { PaidTerms, Tower } from '../../../src/api/paid.js';
import type { Fetch } from '../../../src/api/transport.js';
import { pixcraft } from '../../../src/providers/pixcraft/wire.js';
import { pixcraftFace } from '../../../src/providers/pixcraft/face.js';
import type { Provider } from '../../../src/providers/provider.js';
import { FakeClock, MemoryFacts, seeded } from '../../support/simulation.js';

export const provider: Provider = { ...pixcraft, ...pixcraftFace };
export const KEY = 'px_live_0123456789abcdef';
export const TERMS: PaidTerms = { timeout: 60_000, maxWait: 120_000, patience: 30_000 };

/** What becomes of one paid request: milliseconds, status, and whether it was counted before. */
export interface Fate {
  after?: number;
  status?: number;
  body?: unknown;
  headers?: Record<string, string>;
  counted?: boolean;
  /** No answer ever, or the connection is cut. */
  never?: boolean;
  cut?: boolean;
}

/** An API on a fake network: what it is sent, what it counts, and what it says, by a clock turned by hand. */
export class Vendor {
  clock = new FakeClock();
  facts = new MemoryFacts();
  used = 10;
  fates: Fate[] = [];
  requests: { method: string; path: string; headers: Headers; at: number; redirect?: RequestRedirect }[] = [];
  online = true;
  /** What /usage answers instead of the count. */
  usageFate?: Fate;
  /** Added to every good answer. */
  headers: Record<string, string> = {};

  fetch: Fetch = async (url, init) => {
    const { pathname } = new URL(url);
    this.requests.push({
      method: init.method!,
      path: pathname,
      headers: new Headers(init.headers),
      at: this.clock.time,
      redirect: init.redirect,
    });
    const paid = pathname.endsWith('/generate');
    const fate: Fate = (paid ? this.fates.shift() : this.usageFate) ?? {};
    if (paid && (fate.counted ?? (fate.status ?? 200) === 200)) this.used++;
    const aborted = new Promise<never>((_, reject) =>
      init.signal?.addEventListener('abort', () => reject(new DOMException('', 'AbortError'))),
    );
    const wait = fate.never ? new Promise<void>(() => {}) : this.clock.sleep(fate.after ?? 100);
    await Promise.race([wait, aborted]);
    if (fate.cut) throw new TypeError('Failed to fetch');
    const usage = { calls_used: this.used, calls_limit: 500, calls_remaining: 500 - this.used, reset_date: '2026-12-01' };
    const body = 'body' in fate ? fate.body : paid ? { success: true, pattern: 'p', usage } : usage;
    const status = fate.status ?? 200;
    const text = typeof body === 'string' ? body : JSON.stringify(body);
    return new Response([204, 304].includes(status) ? null : text, {
      status,
      headers: { 'Content-Type': 'application/json', ...this.headers, ...fate.headers },
    });
  };

  account(key = KEY, id = 'account'): Promise<Account> {
    const { clock, facts, fetch } = this;
    return openAccount({
      id,
      provider,
      base: 'https://api.test',
      key,
      facts,
      clock,
      random: seeded(3),
      fetch,
      online: () => this.online,
    });
  }

  get paid() {
    return this.requests.filter(({ path }) => path.endsWith('/generate'));
  }
  get looks() {
    return this.requests.filter(({ path }) => path.endsWith('/usage'));
  }
}

/** A flight that writes down what it is told. */
export class Log implements Tower {
  abort = new AbortController();
  signal = this.abort.signal;
  said: string[] = [];
  waits: (number | undefined)[] = [];
  onWait = (until?: number) => void this.waits.push(until);
  sending = async (now: () => { counted?: number }) => {
    this.signal.throwIfAborted();
    this.said.push(`sending ${now().counted}`);
  };
  answered = async (ended?: boolean) => void this.said.push(ended ? 'ended' : 'answered');
  unsettled = (why: Error) => Object.assign(new Error('unsettled'), { why });
}
