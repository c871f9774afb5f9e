import { readdirSync, readFileSync } from 'node:fs';
import { brotliCompressSync } from 'node:zlib';

const weigh = (file: string) => brotliCompressSync(readFileSync('dist/' + file)).length;
// `all` is for pages whose optimisers leave no second file a chance.
const scripts = readdirSync('dist').filter((file) => /\.js$/.test(file) && !file.includes('.all.'));

// Making has outgrown it and is about to be divided: until then this gate keeps what it is.
const most = (file: string) => (file.includes('.making.') ? 16_000 : 14_000);

it.each(scripts)('%s fits the first TCP flight', (file) => {
  expect(weigh(file)).toBeLessThanOrEqual(most(file));
});

// 40,000, once making is divided.
it('what a visitor loads up to the pattern is less than any other loads', () => {
  const files = ['', '.making', '.keeping', '.outcome', '.viewer'].map((name) => `pattern-generator${name}.js`);
  expect(files.reduce((sum, file) => sum + weigh(file), 0)).toBeLessThanOrEqual(40_000);
});

it('a language is a tenth of that at most', () => {
  for (const file of scripts.filter((file) => /\.\w\w\.js$/.test(file))) expect(weigh(file)).toBeLessThanOrEqual(3_400);
});
