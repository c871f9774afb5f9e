import type { IncomingMessage, ServerResponse } from 'node:http';
import { createProxy, type Proxy } from './create-proxy.js';
import type { ProxyOptions } from './options.js';
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

async function respond(proxy: Proxy, message: IncomingMessage, answer: ServerResponse): Promise<void> {
  const left = new AbortController();
  answer.once('close', () => answer.writableFinished || left.abort());
  const request = toRequest(message, left.signal);
  const response = request
    ? await proxy(request, { ip: message.socket.remoteAddress })
    : new Response(null, { status: 400, headers: { 'Pattern-Proxy': '1' } });
  const bytes = Buffer.from(await response.arrayBuffer());
  answer.statusCode = response.status;
  response.headers.forEach((value, name) => answer.setHeader(name, value));
  answer.setHeader('Content-Length', bytes.length);
  const unheard = !message.complete;
  if (unheard) answer.setHeader('Connection', 'close');
  answer.end(bytes);
  if (unheard) hearOut(message);
}

/** Undefined when its head makes no sense. */
function toRequest(message: IncomingMessage, signal: AbortSignal): Request | undefined {
  // Express takes the mount path off `url`.
  const { method = 'GET', originalUrl, body } = message as IncomingMessage & { originalUrl?: string; body?: unknown };
  const protocol = 'encrypted' in message.socket ? 'https' : 'http';
  const hasBody = method !== 'GET' && method !== 'HEAD';
  try {
    const url = new URL(originalUrl ?? message.url ?? '/', `${protocol}://${message.headers.host ?? 'localhost'}`);
    const headers = new Headers();
    for (let i = 0; i < message.rawHeaders.length; i += 2) headers.append(message.rawHeaders[i]!, message.rawHeaders[i + 1]!);
    // A parser that stands before us in the host's own server has read the body already.
    const read = message.readableEnded && body !== undefined ? JSON.stringify(body) : undefined;
    const init = hasBody ? { body: read ?? toStream(message), duplex: 'half' } : {};
    return new Request(url, { method, headers, signal, ...init } as RequestInit);
  } catch {
    return;
  }
}

/** Not Node's own converter: that one breaks the connection when reading is given up, and the answer with it. */
function toStream(message: IncomingMessage): ReadableStream<Uint8Array> {
  let given: (() => void) | undefined;
  return new ReadableStream<Uint8Array>({
    start(stream) {
      const onData = (chunk: Uint8Array) => {
        stream.enqueue(chunk);
        if ((stream.desiredSize ?? 0) <= 0) message.pause();
      };
      const onEnd = () => stream.close();
      const onCut = () => given && stream.error(new Error('cut off'));
      given = () => {
        message.off('data', onData).off('end', onEnd).off('close', onCut);
        given = undefined;
        message.pause();
      };
      message.on('data', onData).on('end', onEnd).on('close', onCut);
      message.once('end', () => (given = undefined));
      message.on('error', () => {});
    },
    pull: () => void message.resume(),
    cancel: () => given?.(),
  });
}

function hearOut(message: IncomingMessage): void {
  let bytes = 0;
  const end = () => message.destroy();
  const late = setTimeout(end, HEARD_OUT.ms);
  message.on('data', (chunk: Uint8Array) => (bytes += chunk.length) > HEARD_OUT.bytes && end());
  message.once('close', () => clearTimeout(late));
  message.resume();
}
