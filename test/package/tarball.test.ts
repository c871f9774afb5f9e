import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import esbuild from 'esbuild';
import { build } from 'vite';
import webpack from 'webpack';

// What a stranger gets: the packed package, installed into an empty project, and built by the bundlers that they may have.
const NAME = 'pattern-generator-element';
const project = mkdtempSync(join(tmpdir(), 'pattern-project-'));
const installed = join(project, 'node_modules', NAME);
const npm = (...args: string[]) =>
  execFileSync('npm', args, { cwd: project, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
let files: string[];
let tarball: string;

beforeAll(() => {
  const [packed] = JSON.parse(execFileSync('npm', ['pack', '--json', '--pack-destination', project], { encoding: 'utf8' }));
  files = packed.files.map((file: { path: string }) => file.path);
  tarball = join(project, packed.filename);
  writeFileSync(join(project, 'package.json'), '{ "private": true, "type": "module" }');
  npm('install', '--prefer-offline', '--no-audit', '--no-fund', './' + packed.filename);
  mkdirSync(join(project, 'src'));
  writeFileSync(join(project, 'src/main.js'), `import '${NAME}/define';`);
  writeFileSync(
    join(project, 'index.html'),
    '<script type="module" src="/src/main.js"></script><pattern-generator></pattern-generator>',
  );
}, 120_000);
afterAll(() => rmSync(project, { recursive: true, force: true }));

it('every entry can be imported in Node, and brings its types', () => {
  const { exports } = JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8'));
  const modules = Object.entries<any>(exports).filter(([, entry]) => entry?.types);
  const named = modules
    .map(([name]) => NAME + name.slice(1).replace('locales/*', 'locales/de'))
    .filter((name) => !name.includes('*'));
  execFileSync(process.execPath, ['--input-type=module', '-e', named.map((name) => `await import('${name}');`).join('')], {
    cwd: project,
  });
  for (const [, { types }] of modules)
    expect(existsSync(join(installed, types.includes('*') ? dirname(types.replace('*', '')) : types))).toBe(true);
});

it('each file of the proxy can be imported, which starts nothing; those of the command cannot', () => {
  const names = readdirSync(join(installed, 'dist/npm/proxy'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.js'))
    .map((file) => `${NAME}/proxy/${file.slice(0, -3).replaceAll('\\', '/')}`);
  const code = `const of = async (name) => import(name).then(() => '', ({ code }) => name + ' ' + code);
    console.log((await Promise.all(${JSON.stringify(names)}.map(of))).filter(Boolean).join('\\n'))`;
  const said = execFileSync(process.execPath, ['--input-type=module', '-e', code], { cwd: project, encoding: 'utf8' });
  const command = names.filter((name) => name.includes('/command/'));
  expect(command).toContain(`${NAME}/proxy/command/command`);
  expect(said.trim().split('\n')).toEqual(command.map((name) => name + ' ERR_PACKAGE_PATH_NOT_EXPORTED'));
});

it('holds the script files and their hashes, and nothing that leads nowhere', () => {
  expect(files).toContain('dist/pattern-generator.js');
  expect(files).toContain('dist/integrity.json');
  expect(files.filter((file) => /\.d\.ts\.map$|tsbuildinfo|(^|\/)(src|test|demo|build)\//.test(file))).toEqual([]);
  for (const map of files.filter((file) => file.endsWith('.map'))) {
    const { sources, sourcesContent } = JSON.parse(readFileSync(join(installed, map), 'utf8'));
    expect(sourcesContent, map).toHaveLength(sources.length);
  }
  // Every module is reached from an entry, so that no dead ones are carried along.
  const left = new Set(files.filter((file) => /^dist\/npm\/.*\.js$/.test(file)));
  const visit = (file: string): void => {
    if (!left.delete(file)) return;
    const code = readFileSync(join(installed, file), 'utf8');
    for (const [, to] of code.matchAll(/(?:from|import)\s*\(?\s*['"](\.[^'"]+)['"]/g)) visit(join(dirname(file), to!));
    for (const [, to] of code.matchAll(/new URL\(['"](\.[^'"]+)['"], import\.meta\.url\)/g)) visit(join(dirname(file), to!));
  };
  const { exports, bin } = JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8'));
  const entries = [
    ...Object.values<any>(exports).flatMap((entry) => entry?.default ?? entry ?? []),
    ...Object.values<string>(bin),
  ];
  for (const entry of entries) {
    const [before, after] = entry.replace('./', '').split('*');
    for (const file of files)
      if (file.startsWith(before) && (after === undefined ? file === before : file.endsWith(after))) visit(file);
  }
  expect([...left]).toEqual([]);
});

it('TypeScript finds the types of every entry, however it looks for them', () => {
  execFileSync('npx', ['attw', tarball, '--profile', 'esm-only'], { stdio: 'pipe' });
}, 60_000);

/** What a strict compiler is shown. */
const PROGRAM = `
import { PatternError, PatternGenerator, registerLocale, type PatternResult, type Quota, type State } from '${NAME}';
import '${NAME}/define';
import { createPattern } from '${NAME}/engine';
import { de } from '${NAME}/locales/de';
import { createProxy, type Store } from '${NAME}/proxy';
import type {} from '${NAME}/jsx';
import type {} from '${NAME}/svelte';
import type {} from '${NAME}/vue';

registerLocale('de-AT', de);
const made = document.querySelector('pattern-generator')!;
made.parameters = { maxColors: 12 };
made.image = new File([], 'cat.png');
made.image = undefined;
made.authorize = async () => ({ Authorization: 'Bearer x' });
const state: State = made.state;
const quota: Quota | undefined = made.quota;
document.addEventListener('pattern-result', (event) => {
  const result: PatternResult = event.result;
  console.log(result.materials[0]?.hex, event.fromCache, state, quota?.remaining);
});
window.addEventListener('pattern-error', ({ error }) => console.log(error instanceof PatternError, error.code));
made.addEventListener('pattern-pdf', (event) => event.preventDefault());
const other: PatternGenerator = document.createElement('pattern-generator');
other.generate().then(({ columns }) => console.log(columns?.toFixed()));
createPattern(
  { data: new Uint8ClampedArray(4), width: 1, height: 1 },
  { columns: 1, rows: 1, catalogue: [{ id: '1', name: 'Ink', hex: '#000' }], direction: 'rows' },
).cells satisfies Uint16Array;
export const proxyOf = (store: Store) => createProxy({ apiKey: 'px_live_x', origins: ['https://shop.example'], store });
// @ts-expect-error: there is no such state
made.state === 'idle';
// @ts-expect-error: there is no such event
document.addEventListener('pattern-results', (event) => event.result);
`;

it('a program that uses every entry compiles strictly, with its libraries', () => {
  const strict = { strict: true, exactOptionalPropertyTypes: true, noUncheckedIndexedAccess: true, skipLibCheck: false };
  const lib = ['ES2023', 'DOM', 'DOM.Iterable'];
  const compilerOptions = { ...strict, module: 'nodenext', lib, target: 'ES2022', types: [], noEmit: true };
  writeFileSync(join(project, 'src/strict.ts'), PROGRAM);
  writeFileSync(join(project, 'tsconfig.json'), JSON.stringify({ compilerOptions, files: ['src/strict.ts'] }));
  execFileSync('npx', ['tsc', '-p', project], { stdio: 'pipe' });
}, 60_000);

/** The element, and a small chunk for each language: nothing of those is in the first one. */
function check(folder: string) {
  const built = readdirSync(folder, { recursive: true })
    .map(String)
    .filter((file) => file.endsWith('.js'));
  const code = built.map((file) => readFileSync(join(folder, file), 'utf8'));
  expect(code.filter((text) => text.includes('Make your own pattern')).length).toBe(1);
  const spanish = code.filter((text) => text.includes('Crea tu propio patr'));
  expect(spanish).toHaveLength(1);
  expect(spanish[0]).not.toContain('Make your own pattern');
}

it('Vite builds it', async () => {
  const output = join(project, 'out-vite');
  await build({ root: project, configFile: false, logLevel: 'error', mode: 'production', build: { outDir: output } });
  check(output);
}, 60_000);

it('webpack builds it', async () => {
  const output = join(project, 'out-webpack');
  const stats = await new Promise<webpack.Stats>((resolve, reject) =>
    webpack({ context: project, mode: 'production', entry: './src/main.js', output: { path: output } }, (error, stats) =>
      error ? reject(error) : resolve(stats!),
    ),
  );
  expect(stats.toJson({ errors: true, warnings: true, all: false })).toMatchObject({ errors: [], warnings: [] });
  check(output);
}, 60_000);

it('esbuild builds it', async () => {
  const output = join(project, 'out-esbuild');
  const { warnings } = await esbuild.build({
    absWorkingDir: project,
    entryPoints: ['src/main.js'],
    outdir: output,
    bundle: true,
    splitting: true,
    format: 'esm',
    minify: true,
    target: 'es2022',
    logLevel: 'silent',
  });
  expect(warnings).toEqual([]);
  check(output);
}, 60_000);
