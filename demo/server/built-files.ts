import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { RequestListener } from 'node:http';
import { extname, join, sep } from 'node:path';

const TYPES: Record<string, string> = {
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.map': 'application/json',
  '.html': 'text/html; charset=utf-8',
  '.ts': 'text/plain; charset=utf-8',
};

/** `/dist/*` as a shop would load it from elsewhere: readable for every origin, and never an old copy. */
export const builtFiles =
  (folder: string): RequestListener =>
  async (request, response) => {
    const headers: Record<string, string> = { 'Access-Control-Allow-Origin': '*', 'Cache-Control': 'no-store' };
    const refuse = (status: number, text: string) =>
      response.writeHead(status, { ...headers, 'Content-Type': 'text/plain' }).end(text);
    if (request.method !== 'GET' && request.method !== 'HEAD') return void refuse(405, 'GET only');
    const path = pathIn(request.url);
    const file = path && join(folder, path);
    if (!file?.startsWith(folder + sep)) return void refuse(404, 'There is no such file');
    const found = await stat(file).catch(() => undefined);
    if (!found?.isFile()) return void refuse(404, 'There is no such file; `npm run build` makes the built files');
    response.writeHead(200, {
      ...headers,
      'Content-Type': TYPES[extname(file)] ?? 'application/octet-stream',
      'Content-Length': found.size,
    });
    if (request.method === 'HEAD') response.end();
    else createReadStream(file).pipe(response);
  };

function pathIn(url = ''): string | undefined {
  try {
    return decodeURIComponent(new URL(url, 'http://here').pathname.slice('/dist'.length));
  } catch {
    return undefined;
  }
}
