import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Incoming, Pour, Vessel } from './incoming.js';

/** A parser that stands before us in the host's own server (Express) has read the body already, and takes the mount path off `url`. */
type Message = IncomingMessage & { originalUrl?: string; body?: unknown };

/** What Node's own server has received; undefined when its head makes no sense. */
export function received(message: Message, answer: ServerResponse): Incoming | undefined {
  const { method = 'GET', originalUrl, url: path = '/', headers } = message;
  const protocol = 'encrypted' in message.socket ? 'https' : 'http';
  let url: URL;
  try {
    url = new URL(originalUrl ?? path, `${protocol}://${headers.host ?? 'localhost'}`);
  } catch {
    return;
  }
  let left: AbortController | undefined;
  const leaving = () => {
    left = new AbortController();
    const { destroyed, writableFinished } = answer;
    if (destroyed && !writableFinished) left.abort();
    else answer.once('close', () => answer.writableFinished || left!.abort());
    return left;
  };
  return {
    method,
    url,
    headers: { get: (name) => (headers[name.toLowerCase()] as string | undefined) ?? null },
    // Most answers are given before anybody could leave.
    get signal() {
      return (left ?? leaving()).signal;
    },
    pour: method === 'GET' || method === 'HEAD' ? undefined : pourOf(message),
    request() {
      const all = new Headers();
      for (let i = 0; i < message.rawHeaders.length; i += 2) all.append(message.rawHeaders[i]!, message.rawHeaders[i + 1]!);
      return new Request(url, { method, headers: all });
    },
  };
}

const pourOf = (message: Message): Pour =>
  message.readableEnded ? (into) => whole(message.body, into) : (into) => pour(message, into);

/** What a parser has made of it. */
function whole(body: unknown, into: Vessel): () => void {
  const text = body instanceof Uint8Array || typeof body === 'string' ? body : JSON.stringify(body ?? null);
  queueMicrotask(() => {
    into.part(Buffer.from(text));
    into.end();
  });
  return () => {};
}

/** By its events, and not as Node's own stream for it: that one breaks the connection when reading is given up, and the answer with it. */
function pour(message: IncomingMessage, { part, end, cut }: Vessel): () => void {
  const stop = () => void message.off('data', part).off('end', done).off('close', cut).pause();
  const done = () => {
    stop();
    end();
  };
  message
    .on('data', part)
    .on('end', done)
    .on('close', cut)
    .on('error', () => {});
  if (message.destroyed) queueMicrotask(cut);
  return stop;
}
