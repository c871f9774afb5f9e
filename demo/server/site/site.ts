import { readFile } from 'node:fs/promises';
import type { RequestListener } from 'node:http';
import { join } from 'node:path';
import { COMMON, fillPage, type Parts } from './page.js';
import { pageScripts } from './page-scripts.js';
import { playgroundForm } from './playground-form.js';
import { readReference } from './reference.js';
import { builtFiles, refuse, sendFile, staticFiles } from './static-files.js';

/** As strict as policies come: nothing inline, no eval, Trusted Types required. All pages live under it. */
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob: data:; connect-src 'self'; require-trusted-types-for 'script'";

/** The demo's pages with their scripts and pictures, and the built files. `root` is the repository's folder. */
export async function demoSite(root: string): Promise<RequestListener> {
  const demo = join(root, 'demo');
  const scripts = await pageScripts({
    product: join(demo, 'pages/product.ts'),
    playground: join(demo, 'pages/playground/playground.ts'),
  });
  const reference = readReference(join(root, 'src/element/pattern-generator.ts'));
  const parts: Parts = { ...COMMON, 'playground-form': () => playgroundForm(reference.attr ?? []) };
  const folders: [start: string, listener: RequestListener][] = [
    ['/dist/', builtFiles(join(root, 'dist'))],
    ['/pages/', staticFiles('/pages', join(demo, 'pages'))],
    ['/pictures/', staticFiles('/pictures', join(demo, 'pictures'))],
  ];
  return async (request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://here');
    const script = scripts.get(pathname);
    if (script) return sendFile(request, response, pathname, script);
    const folder = folders.find(([start]) => pathname.startsWith(start));
    if (folder) return folder[1](request, response);
    const name = pathname === '/' ? '/index.html' : pathname;
    const html = /^(?:\/[\w-]+){1,2}\.html$/.test(name) && (await readFile(join(demo, name), 'utf8').catch(() => undefined));
    if (!html) return refuse(response, 404, 'There is no such page');
    const body = Buffer.from(fillPage(pathname, html, parts));
    await sendFile(request, response, name, body, { 'Content-Security-Policy': POLICY });
  };
}
