// `npm run build:scripts`: the files for pages without a bundler. The later files come first, so that their hashes can be baked
// into the first one, which there is as a module and as a classic script. Another folder than `dist` may be named.
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, mergeConfig, type InlineConfig } from 'vite';
import common from '../../../vite.config.js';
import { ownTrustedTypesPolicy } from './lit.js';
import { noWorker, ownFiles } from './own-files.js';

// Lit and others have a development build, which a test runner or a shell may have asked for.
process.env.NODE_ENV = 'production';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const dist = resolve(process.argv[2] ?? root + 'dist') + sep;
const hash = (algorithm: string, code: string) => createHash(algorithm).update(code).digest('base64');

/** Besides this line, a later file is a line in src/element/files.ts and one in src/script/files.ts. */
const LATER: Record<string, string> = {
  making: 'src/generation/making.ts',
  outcome: 'src/element/outcome/outcome.ts',
  keeping: 'src/generation/keeping.ts',
  picture: 'src/image/opened.ts',
  viewer: 'src/element/panels/viewer/viewer.ts',
  craft: 'src/element/panels/craft/craft.ts',
  history: 'src/element/panels/history/history.ts',
  studio: 'src/element/panels/studio/studio.ts',
  draft: 'src/studio/draft.ts',
};
const LOCALES = Object.fromEntries(
  readdirSync(root + 'src/element/texts/locales')
    .map((file) => [basename(file, '.ts'), 'src/element/texts/locales/' + file])
    .filter(([language]) => language !== 'en'),
);

async function bundle(entry: string, format: 'es' | 'iife', more: InlineConfig = {}): Promise<string> {
  const own: InlineConfig = {
    root,
    configFile: false,
    logLevel: 'warn',
    build: {
      write: false,
      lib: { entry: root + entry, formats: [format], name: 'PatternGeneratorElement' },
      // A classic script has no address of its own there; it reads `document.currentScript`.
      ...(format === 'iife' && { rolldownOptions: { transform: { define: { 'import.meta': '{}' } } } }),
    },
  };
  const built = await build(mergeConfig(mergeConfig(common, own), more));
  return (built as unknown as { output: { code: string }[] }[])[0]!.output[0]!.code;
}

const integrity: Record<string, string> = {};
mkdirSync(dist, { recursive: true });
for (const file of readdirSync(dist)) if (/^pattern-generator\..*js(\.map)?$/.test(file)) rmSync(dist + file);

function write(name: string, bundled: string): string {
  // A classic script is read in the encoding of its page unless it begins with this mark.
  const code = '\uFEFF' + bundled;
  const file = `pattern-generator${name}.js`;
  writeFileSync(dist + file, code);
  integrity[file] = 'sha384-' + hash('sha384', code);
  return code;
}

/**
 * What a later file exports it hands over on the script element that runs it (src/script/load-file.ts), under no global name; in a
 * worker there is none, and nobody to hand it to.
 */
async function later(name: string, entry: string): Promise<string> {
  const code = await bundle(entry, 'iife');
  const own = code.replace(/^var PatternGeneratorElement=/, '(globalThis.document?.currentScript??{}).exports=');
  if (own === code) throw new Error(`${name}: a bundle begins otherwise than this build knows`);
  return write('.' + name, own);
}

async function hashes(algorithm: string, entries: Record<string, string>): Promise<string> {
  const made = Object.entries(entries).map(async ([name, entry]) => [name, hash(algorithm, await later(name, entry))]);
  return JSON.stringify(Object.fromEntries(await Promise.all(made)));
}

const define = { __FILES__: await hashes('sha384', LATER), __LOCALES__: await hashes('sha256', LOCALES) };
for (const [name, format, found] of [
  ['', 'es', [ownFiles()]],
  ['.iife', 'iife', [ownFiles()]],
  // For pages whose optimisers inline, join or rewrite scripts: everything inside.
  ['.all', 'iife', [noWorker()]],
] as const)
  write(name, await bundle('src/script/index.ts', format, { define, plugins: [ownTrustedTypesPolicy(), ...found] }));

const sorted = Object.fromEntries(Object.entries(integrity).sort());
writeFileSync(dist + 'integrity.json', JSON.stringify(sorted, null, 2) + '\n');
