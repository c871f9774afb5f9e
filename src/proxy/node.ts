import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Answer } from './answer.js';
import { createProxy, type Proxy } from './create-proxy.js';
import type { ProxyOptions } from './options.js';
import { received } from './received.js';
export { openStore } from './stores/open-store.js';

/** Whoever is answered while he still sends often sees a broken connection instead, so he is heard out: as long, and as much. */
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
  const unheard = !message.complete;
  if (unheard) answer.setHeader('Connection', 'close');
  answer.writeHead(status).end(bytes);
  if (unheard) hearOut(message);
}

function hearOut(message: IncomingMessage): void {
  let bytes = 0;
  const end = () => message.destroy();
  const late = setTimeout(end, HEARD_OUT.ms);
  message.on('data', (chunk: Uint8Array) => (bytes += chunk.length) > HEARD_OUT.bytes && end());
  message.once('close', () => clearTimeout(late));
  message.resume();
}
