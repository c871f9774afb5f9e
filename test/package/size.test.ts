import { readdirSync, readFileSync } from 'node:fs';
import { brotliCompressSync } from 'node:zlib';

const weigh = (file: string) => brotliCompressSync(readFileSync('dist/' + file)).length;

it.each(['pattern-generator.js', 'pattern-generator.iife.js'])('%s fits the first TCP flight', (file) => {
  expect(weigh(file)).toBeLessThanOrEqual(14_000);
});

// The goal is 28,000; this gate keeps what has been reached.
it('all script files together do not grow', () => {
  const files = readdirSync('dist').filter((file) => /\.js$/.test(file) && !/iife/.test(file));
  expect(files.reduce((sum, file) => sum + weigh(file), 0)).toBeLessThanOrEqual(34_500);
});
