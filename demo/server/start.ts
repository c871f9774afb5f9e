// `npm start`: the demo pages, the built files, the proxies and the local API on one origin.
// PORT (default 5173; 0 picks a free one), DATA_DIR (default .data), HOST (default 127.0.0.1).
import { fileURLToPath } from 'node:url';
import { API_PATHS } from './app.js';
import { onStop, portFrom } from './listen.js';
import { Proxies } from './proxies.js';
import { serveApp } from './serve-app.js';
import { demoSite } from './site/site.js';

const { PORT, DATA_DIR = '.data', HOST = '127.0.0.1' } = process.env;
const isLocal = HOST === '127.0.0.1' || HOST === 'localhost';

try {
  const site = await demoSite(fileURLToPath(new URL('../..', import.meta.url)));
  const proxies = new Proxies(
    () => server.url,
    () => server.now(),
  );
  const server = await serveApp({
    dataDir: DATA_DIR,
    port: portFrom(PORT, 5173),
    host: HOST,
    proxies,
    around: (api) => (request, response) => {
      const { pathname } = new URL(request.url ?? '/', 'http://here');
      const listener = API_PATHS.test(pathname) ? api : (proxies.at(pathname) ?? site);
      listener(request, response);
    },
  });
  onStop(async () => {
    await server.stop();
    await proxies.reset();
  });
  console.log(`Demo: http://${isLocal ? 'localhost' : HOST}:${server.port}/`);
} catch (error) {
  console.error((error as Error).message);
  process.exit(1);
}
