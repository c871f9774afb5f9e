import type { Answer, Operation, Written } from '../providers/provider.js';

/** What one request says; address, key and `authorize` headers come on top. */
export type Ask = Pick<Operation, 'path'> & Partial<Pick<Operation, 'method'> & Written>;

export interface Reply extends Answer {
  /** Set when no answer came: the request may or may not have been counted. Status is then 0. */
  lost?: 'timeout' | 'network';
  blob?: Blob;
}

/** One request and its whole body within the time limit. Failures are answers too: only `signal` makes it throw. */
export async function send(
  url: string,
  { method, body, headers }: Ask,
  timeout: number,
  extra: Record<string, string>,
  signal?: AbortSignal,
): Promise<Reply> {
  const limit = new AbortController();
  const give = () => limit.abort();
  const timer = setTimeout(give, timeout);
  signal?.addEventListener('abort', give);
  try {
    const response = await fetch(url, {
      method,
      body,
      headers: { Accept: 'application/json', ...headers, ...extra },
      cache: 'no-store',
      signal: limit.signal,
    });
    const blob = await response.blob();
    let json: unknown;
    if (!/pdf|image/.test(blob.type)) {
      try {
        json = JSON.parse(await blob.text());
      } catch {
        // Not JSON: a gateway's page, told apart by its status alone.
      }
    }
    return { status: response.status, headers: response.headers, body: json, blob };
  } catch {
    signal?.throwIfAborted();
    return { status: 0, headers: new Headers(), body: undefined, lost: limit.signal.aborted ? 'timeout' : 'network' };
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', give);
  }
}
