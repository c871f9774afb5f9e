import { readFile, stat } from 'node:fs/promises';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { extname, join, sep } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress } from 'node:zlib';

const compress = promisify(brotliCompress);

const TYPES: Record<string, string> = {
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.map': 'application/json',
  '.html': 'text/html; charset=utf-8',
  '.ts': 'text/plain; charset=utf-8',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
};

type Headers = Record<string, string>;

/** What a server says of a file. Pictures are compressed already. */
export async function sendFile(
  request: IncomingMessage,
  response: ServerResponse,
  name: string,
  body: Uint8Array,
  headers: Headers = {},
): Promise<void> {
  const type = TYPES[extname(name)] ?? 'application/octet-stream';
  const brotli = !type.startsWith('image/') && /\bbr\b/.test(String(request.headers['accept-encoding']));
  const sent = brotli ? await squeezed(name, body) : body;
  response.writeHead(200, {
    'Cache-Control': 'no-cache',
    'Content-Type': type,
    'Content-Length': sent.length,
    Vary: 'Accept-Encoding',
    ...(brotli && { 'Content-Encoding': 'br' }),
    ...headers,
  });
  response.end(request.method === 'HEAD' ? undefined : sent);
}

const known = new Map<string, { body: Uint8Array; small: Promise<Uint8Array> }>();

/** The best that brotli can do takes a moment, so it is done once for what a name stands for. */
function squeezed(name: string, body: Uint8Array): Promise<Uint8Array> {
  const before = known.get(name);
  if (before && Buffer.compare(before.body, body) === 0) return before.small;
  const small = compress(body);
  known.set(name, { body, small });
  return small;
}

export function refuse(response: ServerResponse, status: number, text: string, headers: Headers = {}): void {
  response.writeHead(status, { ...headers, 'Content-Type': 'text/plain; charset=utf-8' }).end(text);
}

/** The files of a folder below a path, and nothing else. `hint` is told where there is none. */
export const staticFiles =
  (path: string, folder: string, headers: Headers = {}, hint = ''): RequestListener =>
  async (request, response) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(response, 405, 'GET only', headers);
    const below = pathIn(request.url)?.slice(path.length);
    const file = below && join(folder, below);
    const found = file?.startsWith(folder + sep) && (await stat(file).catch(() => undefined))?.isFile();
    if (!file || !found) return refuse(response, 404, `There is no such file${hint}`, headers);
    await sendFile(request, response, file, await readFile(file), headers);
  };

/** `/dist/*` as a shop would load it from elsewhere: readable for every origin, and never an old copy. */
export const builtFiles = (folder: string): RequestListener =>
  staticFiles(
    '/dist',
    folder,
    { 'Access-Control-Allow-Origin': '*', 'Cache-Control': 'no-store' },
    '; `npm run build` makes the built files',
  );

function pathIn(url = ''): string | undefined {
  try {
    return decodeURIComponent(new URL(url, 'http://here').pathname);
  } catch {
    return undefined;
  }
}
