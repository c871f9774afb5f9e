import { readdirSync, readFileSync } from 'node:fs';
import { brotliCompressSync } from 'node:zlib';
import type { Line } from './page.setup.js';

const dist = new URL('../../dist/', import.meta.url);

/** What goes over the wire, brotli at its highest level, 11, which is Node's default. */
export function sizes(): Line[] {
  const weigh = (file: string) => brotliCompressSync(readFileSync(new URL(file, dist))).length;
  const bytes = (count: number) => count.toLocaleString('en') + ' B';
  const all = readdirSync(dist).filter((file) => file.endsWith('.js'));
  const modules = all.filter((file) => !file.includes('iife'));
  const first = 'pattern-generator.js';
  const upToThePattern = ['', '.making', '.keeping', '.outcome', '.picture', '.viewer'].map(
    (name) => `pattern-generator${name}.js`,
  );
  return [
    ['first file, module', '<= 14,000 B', bytes(weigh(first))],
    ['first file, classic', '<= 14,000 B', bytes(weigh('pattern-generator.iife.js'))],
    ...modules
      .filter((file) => file !== first)
      .map((file): Line => {
        const kind = file.split('.')[1]!;
        return [`further file: ${kind}`, kind === 'all' ? '' : '<= 14,000 B', bytes(weigh(file))];
      }),
    ['up to the pattern', '<= 40,000 B', bytes(upToThePattern.reduce((sum, file) => sum + weigh(file), 0))],
  ];
}
