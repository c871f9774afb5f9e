// `npm start`: the demo pages, the built files and the local API on one origin.
// PORT (default 5173; 0 picks a free one), DATA_DIR (default .data), HOST (default 127.0.0.1).
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createServer as createVite } from 'vite';
import { API_PATHS } from './app.js';
import { builtFiles } from './built-files.js';
import { onStop, portFrom } from './listen.js';
import { serveApp } from './serve-app.js';

const { PORT, DATA_DIR = '.data', HOST = '127.0.0.1' } = process.env;
const root = fileURLToPath(new URL('../..', import.meta.url));
// These pages show the built files as a shop would have them: not through Vite, which adds scripts of its own, and under a
// policy as strict as they come.
const EMBED = /^\/(embed|embed-classic)\.html$/;
const STRICT =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob: data:; connect-src 'self'; require-trusted-types-for 'script'";
const isLocal = HOST === '127.0.0.1' || HOST === 'localhost';

try {
  const server = createServer();
  const vite = await createVite({
    configFile: false,
    root: join(root, 'demo'),
    cacheDir: join(root, 'node_modules/.vite-demo'),
    appType: 'mpa',
    // The pages import the source itself, as /src/… or ../src/….
    resolve: { alias: [{ find: /^\/src\//, replacement: join(root, 'src/') }] },
    // Modules of node_modules as they are: bundling them on first use would reload a page in the middle of a test.
    optimizeDeps: { noDiscovery: true, include: [] },
    server: { middlewareMode: true, hmr: { server }, fs: { allow: [root] }, allowedHosts: isLocal ? undefined : true },
  });
  const dist = builtFiles(join(root, 'dist'));
  const { port, stop } = await serveApp({
    dataDir: DATA_DIR,
    port: portFrom(PORT, 5173),
    host: HOST,
    server,
    around: (api) => (request, response) => {
      const { pathname } = new URL(request.url ?? '/', 'http://here');
      if (API_PATHS.test(pathname)) api(request, response);
      else if (pathname.startsWith('/dist/')) dist(request, response);
      else if (EMBED.test(pathname))
        void readFile(join(root, 'demo', pathname)).then((page) => {
          response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8', 'Content-Security-Policy': STRICT });
          response.end(page);
        });
      else vite.middlewares(request, response);
    },
  });
  onStop(async () => {
    await vite.close();
    await stop();
  });
  console.log(`Demo: http://${isLocal ? 'localhost' : HOST}:${port}/`);
} catch (error) {
  console.error((error as Error).message);
  process.exit(1);
}
