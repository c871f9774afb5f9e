import { mkdtemp, readFile, rm } from 'node:fs/promises';
import type { IncomingMessage, RequestListener } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { API_PATHS } from '../../demo/server/app.js';
import { serveApp } from '../../demo/server/serve-app.js';
import { staticFiles } from '../../demo/server/site/static-files.js';

const BUILT = fileURLToPath(new URL('dist', import.meta.url));

/** `/patterns`, as a shop's server would answer it: the local API, with the key that the page does not know. */
function withKey(request: IncomingMessage): void {
  request.url = request.url!.replace(/^\/patterns(?=\/)/, '');
  request.rawHeaders.push('Authorization', 'Bearer px_live_demo');
}

/** The page of an app; where the server is to render it, its framework does so anew for every visitor. */
async function page(app: string, rendered: boolean): Promise<string> {
  const html = await readFile(join(BUILT, app, 'index.html'), 'utf8');
  if (!rendered) return html;
  const { render, head } = await import(pathToFileURL(join(BUILT, app, 'server/server.js')).href);
  const body = await render();
  return html.replace('<!--app-->', () => body).replace('</head>', () => (head?.() ?? '') + '</head>');
}

/** The built apps with the local API behind them, on one origin and a free port. */
export async function startSite() {
  const dataDir = await mkdtemp(join(tmpdir(), 'pattern-frameworks-'));
  const files = staticFiles('', BUILT);
  const around =
    (api: RequestListener): RequestListener =>
    (request, response) => {
      const { pathname, searchParams } = new URL(request.url!, 'http://here');
      const [, app] = /^\/([\w-]+)\/$/.exec(pathname) ?? [];
      if (pathname.startsWith('/patterns/')) withKey(request);
      else if (app)
        return void page(app, searchParams.has('server')).then(
          (html) => response.setHeader('Content-Type', 'text/html; charset=utf-8').end(html),
          (error) => response.writeHead(500).end(String(error.stack)),
        );
      else if (!API_PATHS.test(pathname)) {
        // Squeezing what is asked for once takes longer than sending it.
        delete request.headers['accept-encoding'];
        return files(request, response);
      }
      api(request, response);
    };
  const { url, stop } = await serveApp({ dataDir, port: 0, host: '127.0.0.1', around });
  return {
    url,
    async stop() {
      await stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
