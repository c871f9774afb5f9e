import { readdirSync, readFileSync } from 'node:fs';
import { brotliCompressSync } from 'node:zlib';

const weigh = (file: string) => brotliCompressSync(readFileSync('dist/' + file)).length;
// `all` is for pages whose optimisers leave no second file a chance.
const scripts = readdirSync('dist').filter((file) => /\.js$/.test(file) && !file.includes('.all.'));

it.each(scripts)('%s fits the first TCP flight', (file) => {
  expect(weigh(file)).toBeLessThanOrEqual(14_000);
});

// The goal is 40,000; this gate keeps what has been reached.
it('what a visitor loads up to the pattern does not grow', () => {
  const files = ['', '.making', '.keeping', '.outcome', '.picture', '.viewer'].map((name) => `pattern-generator${name}.js`);
  expect(files.reduce((sum, file) => sum + weigh(file), 0)).toBeLessThanOrEqual(72_000);
});

it('a language is a tenth of that at most', () => {
  for (const file of scripts.filter((file) => /\.\w\w\.js$/.test(file))) expect(weigh(file)).toBeLessThanOrEqual(3_700);
});
