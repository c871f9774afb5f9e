import { readFile } from 'node:fs/promises';
import type { RequestListener } from 'node:http';
import { join } from 'node:path';
import { guidePages } from './guide/guide.js';
import { COMMON, fillPage, type Parts } from './page.js';
import { pageScripts } from './page-scripts.js';
import { languageBoxes, playgroundForm } from './playground-form.js';
import { readReference } from './reference.js';
import { builtFiles, refuse, sendFile, staticFiles } from './static-files.js';

/** As strict as policies come: nothing inline, no eval, Trusted Types required. All pages live under it. */
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob: data:; connect-src 'self'; require-trusted-types-for 'script'";

/** The demo's pages with their scripts and pictures, the guide, and the built files. `root` is the repository's folder. */
export async function demoSite(root: string): Promise<RequestListener> {
  const demo = join(root, 'demo');
  const source = join(root, 'src');
  const reference = readReference(source);
  const parts: Parts = {
    ...COMMON,
    'playground-form': () => playgroundForm(reference.tags.attr ?? []),
    'language-boxes': languageBoxes,
  };
  const made = new Map<string, string | Buffer>([
    ...guidePages(join(demo, 'guide'), source, reference),
    ...(await pageScripts({
      product: join(demo, 'pages/product.ts'),
      playground: join(demo, 'pages/playground/playground.ts'),
      texts: join(demo, 'pages/texts/texts.ts'),
    })),
  ]);
  const folders: [start: string, listener: RequestListener][] = [
    ['/dist/', builtFiles(join(root, 'dist'))],
    ['/pages/', staticFiles('/pages', join(demo, 'pages'))],
    ['/pictures/', staticFiles('/pictures', join(demo, 'pictures'))],
  ];
  return async (request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://here');
    const ready = made.get(pathname);
    const folder = folders.find(([start]) => pathname.startsWith(start));
    if (!ready && folder) return folder[1](request, response);
    const name = pathname === '/' ? '/index.html' : pathname;
    const content = ready ?? (/^\/[\w-]+\.html$/.test(name) && (await readFile(join(demo, name), 'utf8').catch(() => undefined)));
    if (!content) return refuse(response, 404, 'There is no such page');
    if (!name.endsWith('.html')) return sendFile(request, response, name, Buffer.from(content));
    const body = Buffer.from(fillPage(pathname, String(content), parts));
    await sendFile(request, response, name, body, { 'Content-Security-Policy': POLICY });
  };
}
