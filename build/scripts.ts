// `npm run build:scripts`: the files for pages without a bundler. The later files come first, so that their hashes can be baked
// into the first one, which there is as a module and as a classic script. Another folder than `dist` may be named.
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type InlineConfig } from 'vite';
import { minifyLitTemplates, ownTrustedTypesPolicy } from './lit.js';
import { ownFiles } from './own-files.js';

// Lit and others have a development build, which a test runner or a shell may have asked for.
process.env.NODE_ENV = 'production';

const root = fileURLToPath(new URL('..', import.meta.url));
const dist = resolve(process.argv[2] ?? root + 'dist') + sep;
const sha384 = (code: string) => createHash('sha384').update(code).digest('base64');

/** Besides this line, a later file is a line in src/element/files.ts and one in src/script/files.ts. */
const LATER: Record<string, string> = { making: 'src/generation/making.ts', viewer: 'src/element/viewing.ts' };
const LOCALES = Object.fromEntries(
  readdirSync(root + 'src/element/texts/locales')
    .map((file) => [basename(file, '.ts'), 'src/element/texts/locales/' + file])
    .filter(([language]) => language !== 'en'),
);

async function bundle(entry: string, format: 'es' | 'iife', more: InlineConfig = {}): Promise<string> {
  const plugins = [minifyLitTemplates(), ...(more.plugins ?? [])];
  const built = await build({
    root,
    configFile: false,
    logLevel: 'warn',
    ...more,
    plugins,
    build: {
      write: false,
      target: 'es2022',
      lib: { entry: root + entry, formats: [format], name: 'PatternGeneratorElement' },
      rolldownOptions: {
        output: { codeSplitting: false, minify: true },
        // A classic script has no address of its own there; it reads `document.currentScript`.
        ...(format === 'iife' && { transform: { define: { 'import.meta': '{}' } } }),
      },
    },
  });
  return (built as unknown as { output: { code: string }[] }[])[0]!.output[0]!.code;
}

const integrity: Record<string, string> = {};
mkdirSync(dist, { recursive: true });
for (const file of readdirSync(dist)) if (/^pattern-generator\..*js(\.map)?$/.test(file)) rmSync(dist + file);

function write(name: string, code: string): string {
  const file = `pattern-generator${name}.js`;
  writeFileSync(dist + file, code);
  integrity[file] = 'sha384-' + sha384(code);
  return sha384(code);
}

async function later(entries: Record<string, string>): Promise<string> {
  const made = Object.entries(entries).map(async ([name, entry]) => [name, write('.' + name, await bundle(entry, 'es'))]);
  return JSON.stringify(Object.fromEntries(await Promise.all(made)));
}

const define = { __FILES__: await later(LATER), __LOCALES__: await later(LOCALES) };
for (const [name, format] of [
  ['', 'es'],
  ['.iife', 'iife'],
] as const)
  write(name, await bundle('src/script/index.ts', format, { define, plugins: [ownTrustedTypesPolicy(), ownFiles()] }));

const sorted = Object.fromEntries(Object.entries(integrity).sort());
writeFileSync(dist + 'integrity.json', JSON.stringify(sorted, null, 2) + '\n');
