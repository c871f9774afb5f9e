import type { Clock } from '../core/clock.js';
import { PatternError } from '../core/pattern-error.js';
import type { Answer } from '../providers/provider.js';

export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

/** Thrown by a `fetch` that knows that nothing was sent, such as a page whose policy forbids the address. */
export class NotSent extends Error {
  /** By which it is known: the class itself may be another file's. */
  override name = 'NotSent';
}

export interface Reply extends Answer {
  /** Why no answer came; status is then 0. `unsent`: nothing left the house. */
  lost?: 'timeout' | 'network' | 'unsent';
  /** What arrived, and its MIME type. */
  bytes?: ArrayBuffer;
  type: string;
  /** What the body is read from. */
  text?: string;
}

/** A request that is known to be one, so that nothing can go wrong any more before it is sent. */
export interface Outgoing {
  url: string;
  init: RequestInit;
}

export interface Sending {
  fetch: Fetch;
  clock: Clock;
  /** Milliseconds before it is given up. */
  limit: number;
  signal?: AbortSignal;
  /** For what is worth money: how much longer the answer is waited for when the limit has passed, and whom it is then told. */
  patience?: { ms: number; late(reply: Reply): void };
}

/** Refuses what no request can be: a header that no field can hold, an address with a password. Nothing of it is told. */
export function outgoing(url: string, init: RequestInit): Outgoing {
  const refuse = (cause: string) => new PatternError('misconfigured', { cause });
  try {
    new Headers(init.headers);
  } catch {
    throw refuse('A header cannot hold this value: check the key and what authorize returns.');
  }
  try {
    // Without the body, which a request would use up.
    new Request(url, { method: init.method, headers: init.headers });
  } catch {
    throw refuse('No request can be sent to this endpoint: check its address.');
  }
  return { url, init };
}

const NOTHING = (lost: Reply['lost']): Reply => ({ status: 0, headers: new Headers(), body: undefined, type: '', lost });

/** One request and its whole body, not read yet, within the time limit. Failures are answers too: only `signal` makes it throw. */
export function send({ url, init }: Outgoing, { fetch, clock, limit, signal, patience }: Sending): Promise<Reply> {
  const cut = new AbortController();
  // Spread, because a server's `fetch` knows no cache to pass by.
  const fresh = { cache: 'no-store' } as RequestInit;
  const answer = receive(() => fetch(url, { redirect: 'manual', ...init, ...fresh, signal: cut.signal }));
  return new Promise((resolve, reject) => {
    let timer = clock.setTimeout(() => {
      resolve(NOTHING('timeout'));
      if (!patience) return cut.abort();
      timer = clock.setTimeout(() => cut.abort(), patience.ms);
      void answer.then((reply) => reply.lost || patience.late(reply));
    }, limit);
    const leave = () => {
      cut.abort();
      reject(signal!.reason);
    };
    signal?.addEventListener('abort', leave);
    if (signal?.aborted) leave();
    void answer.then((reply) => {
      clock.clearTimeout(timer);
      signal?.removeEventListener('abort', leave);
      resolve(reply);
    });
  });
}

async function receive(ask: () => Promise<Response>): Promise<Reply> {
  try {
    const response = await ask();
    const { headers } = response;
    // A redirect is not followed, and a browser then tells nothing of it but that.
    const status = response.type === 'opaqueredirect' ? 302 : response.status;
    const type = headers.get('Content-Type') ?? '';
    // Bytes, so that reading them takes no further turn between the answer's arrival and the store.
    const bytes = await response.arrayBuffer();
    const text = /pdf|image/.test(type) ? undefined : new TextDecoder().decode(bytes);
    return { status, headers, type, bytes, text, body: undefined };
  } catch (error) {
    return NOTHING((error as Error).name === 'NotSent' ? 'unsent' : 'network');
  }
}
