// `npm run api`: the local API alone. PORT (default 5174; 0 picks a free one), DATA_DIR (default .data), HOST (default 127.0.0.1).
import { onStop, portFrom } from './listen.js';
import { serveApp } from './serve-app.js';

const { PORT, DATA_DIR = '.data', HOST = '127.0.0.1' } = process.env;

try {
  const { url, stop } = await serveApp({ dataDir: DATA_DIR, port: portFrom(PORT, 5174), host: HOST });
  onStop(stop);
  console.log(`API: ${url}`);
} catch (error) {
  console.error((error as Error).message);
  process.exit(1);
}
