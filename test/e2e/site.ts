import type { RequestListener } from 'node:http';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { API_PATHS } from '../../demo/server/app.js';
import { builtFiles } from '../../demo/server/site/static-files.js';
import { serveApp } from '../../demo/server/serve-app.js';

export const STRICT_CSP =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob: data:; connect-src 'self'; require-trusted-types-for 'script'";
const SCRIPTS: Record<string, string> = {
  module: '<script type="module" src="/dist/pattern-generator.js"></script>',
  all: '<script src="/dist/pattern-generator.all.js"></script>',
  classic: '<script src="/dist/pattern-generator.iife.js"></script>',
};

/** A shop's page: any body, one of the two script files (or both, or none), under a strict CSP unless told otherwise. */
const shopPage: RequestListener = (request, response) => {
  const { searchParams } = new URL(request.url!, 'http://here');
  const scripts = (searchParams.get('scripts') ?? 'module').split(' ').map((kind) => SCRIPTS[kind] ?? '');
  response.setHeader('Content-Type', 'text/html; charset=utf-8');
  if (searchParams.get('csp') !== 'off') response.setHeader('Content-Security-Policy', searchParams.get('csp') ?? STRICT_CSP);
  if (searchParams.has('cleared')) response.setHeader('Clear-Site-Data', '"storage"');
  response.end(
    `<!doctype html><html ${searchParams.get('html') ?? 'lang="en"'}><head><title>A shop</title><link rel="icon" href="data:,">` +
      `<meta name="viewport" content="width=device-width">${scripts.join('')}</head><body>${searchParams.get('body') ?? ''}</body></html>`,
  );
};

/**
 * The built files, pages to put them on and the real local API, on one origin and a free port. `first` may answer a request itself,
 * which it says by `true`.
 */
export async function startSite(first?: (...args: Parameters<RequestListener>) => boolean) {
  const dataDir = await mkdtemp(join(tmpdir(), 'pattern-site-'));
  const dist = builtFiles(fileURLToPath(new URL('../../dist', import.meta.url)));
  const { url, stop } = await serveApp({
    dataDir,
    port: 0,
    host: '127.0.0.1',
    around: (api) => (request, response) => {
      const { pathname } = new URL(request.url!, 'http://here');
      if (first?.(request, response)) return;
      if (API_PATHS.test(pathname)) api(request, response);
      else if (pathname.startsWith('/dist/')) dist(request, response);
      else shopPage(request, response);
    },
  });
  return {
    url,
    async stop() {
      await stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
