import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

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
  expect(readFileSync('dist/npm/element/lit.js', 'utf8')).toContain("from 'lit'");
  expect(Object.keys(manifest.dependencies)).toEqual(['idb-keyval', 'lit']);
});

it('is a package that tools understand', () => {
  execFileSync('npx', ['publint', '--strict'], { stdio: 'pipe' });
});

it('making the script files again makes the same ones, and leaves the rest of the folder alone', () => {
  const folder = mkdtempSync(join(tmpdir(), 'pattern-dist-'));
  try {
    mkdirSync(join(folder, 'npm'));
    for (const file of ['npm/index.js', 'pattern-generator.gone.js']) writeFileSync(join(folder, file), '');
    execFileSync(process.execPath, ['--import', 'tsx', 'src/script/build/scripts.ts', folder]);
    expect(readFileSync(join(folder, 'integrity.json'), 'utf8')).toBe(readFileSync('dist/integrity.json', 'utf8'));
    expect(existsSync(join(folder, 'npm/index.js'))).toBe(true);
    expect(existsSync(join(folder, 'pattern-generator.gone.js'))).toBe(false);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
