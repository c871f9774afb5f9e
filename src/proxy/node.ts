import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Answer } from './answer.js';
import { createProxy, type Proxy } from './create-proxy.js';
import type { ProxyOptions } from './options.js';
import { received } from './received.js';
export { openStore } from './stores/open-store.js';

/** Whoever is answered while he still sends often sees a broken connection instead, so he is heard out: so long, and so much. */
const HEARD_OUT = { ms: 10_000, bytes: 64e6 };

/** The proxy as a listener for `http.createServer()` and for Express: `app.use('/patterns', nodeListener({ … }))`. */
export function nodeListener(given: Proxy | ProxyOptions): (message: IncomingMessage, answer: ServerResponse) => void {
  const proxy = typeof given === 'function' ? given : createProxy(given);
  return (message, answer) => {
    void respond(proxy, message, answer).catch(() => answer.destroy());
  };
}

export default nodeListener;

const NONSENSE: Answer = { status: 400, headers: new Headers({ 'Pattern-Proxy': '1' }), body: null };

async function respond(proxy: Proxy, message: IncomingMessage, answer: ServerResponse): Promise<void> {
  const request = received(message, answer);
  const { status, headers, body } = request ? await proxy.answer(request, { ip: message.socket.remoteAddress }) : NONSENSE;
  const bytes = typeof body === 'string' ? Buffer.from(body) : body;
  // By name, and not with the head: what stands around this listener, a log or a middleware, may ask for them.
  for (const name of headers.keys()) answer.removeHeader(name);
  for (const [name, value] of headers) answer.appendHeader(name, value);
  // What has no content has no length either (RFC 9110, 8.6).
  if (status !== 204 && status !== 304) answer.setHeader('Content-Length', bytes?.length ?? 0);
  if (!message.complete) answer.setHeader('Connection', 'close');
  answer.writeHead(status);
  if (message.complete) return void answer.end(bytes);
  // All of the answer goes now, and its end, with which Node closes the connection, when nothing more comes.
  if (bytes?.length) answer.write(bytes);
  else answer.flushHeaders();
  await hearOut(message);
  answer.end();
}

async function hearOut(message: IncomingMessage): Promise<void> {
  let bytes = 0;
  await new Promise<void>((resolve) => {
    if (message.closed) return resolve();
    const late = setTimeout(resolve, HEARD_OUT.ms);
    message
      .on('data', (chunk: Uint8Array) => (bytes += chunk.length) > HEARD_OUT.bytes && resolve())
      .once('close', () => (clearTimeout(late), resolve()))
      .resume();
  });
}
