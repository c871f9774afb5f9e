import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';

const manifest = JSON.parse(readFileSync('package.json', 'utf8'));

it.each(Object.keys(manifest.exports).filter((name) => !/json|\*/.test(name)))('%s can be imported in Node', (name) => {
  const specifier = JSON.stringify(manifest.name + name.slice(1));
  execFileSync(process.execPath, ['--input-type=module', '-e', `await import(${specifier})`]);
});

it('every file that an export names is there', () => {
  const files = JSON.stringify(manifest.exports).match(/\.\/dist[^"*]+(?=")/g)!;
  expect(files.filter((file) => !existsSync(file))).toEqual([]);
});

it('integrity.json holds the SHA-384 of every script file', () => {
  const integrity: Record<string, string> = JSON.parse(readFileSync('dist/integrity.json', 'utf8'));
  expect(Object.keys(integrity)).toContain('pattern-generator.iife.js');
  for (const [file, hash] of Object.entries(integrity))
    expect(hash).toBe(
      'sha384-' +
        createHash('sha384')
          .update(readFileSync('dist/' + file))
          .digest('base64'),
    );
});

it('leaves lit and idb-keyval to the page that bundles it', () => {
  expect(readFileSync('dist/npm/element/pattern-generator.js', 'utf8')).toContain("from 'lit'");
  expect(Object.keys(manifest.dependencies)).toEqual(['idb-keyval', 'lit']);
});

it('is a package that tools understand', () => {
  execFileSync('npx', ['publint', '--strict'], { stdio: 'pipe' });
});

it.each(['production', 'iife'])('making the script files (%s) leaves the rest of dist alone', async (mode) => {
  const { default: config } = await import('../../vite.config.js');
  expect(config({ mode, command: 'build' })).toMatchObject({ build: { emptyOutDir: false } });
});
