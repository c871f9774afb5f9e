// `npm run bench`: every bench beside this file, one after another; `node test/bench/run.mjs page quota` runs only these.
// Figures to read, not to pass: nothing here fails because something was slow.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { cpus } from 'node:os';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const run = (...args) => spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' }).status === 0;

const all = readdirSync(new URL('.', import.meta.url)).flatMap((file) => file.match(/^(.+)\.bench\.ts$/)?.[1] ?? []);
const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !all.includes(name));
if (unknown.length) {
  console.error(`There is no bench ${unknown.join(', ')}; there are ${all.join(', ')}`);
  process.exit(1);
}

if (!existsSync(`${root}dist/integrity.json`)) {
  console.log('# the script files are built first');
  if (!run('--import', 'tsx', 'src/script/build/scripts.ts')) process.exit(1);
}

const machine = cpus();
console.log(
  `Node ${process.version}, ${process.platform}, ${machine.length} × ${machine[0]?.model.trim() || 'unnamed processor'}`,
);
const broken = [];
for (const name of wanted.length ? wanted : all) {
  console.log(`\n# ${name}\n`);
  const started = Date.now();
  if (!run('--import', 'tsx', `test/bench/${name}.bench.ts`)) broken.push(name);
  console.log(`\n# ${name}: ${Math.round((Date.now() - started) / 1000)} s`);
}
if (broken.length) {
  console.error(`\nBroke off: ${broken.join(', ')}`);
  process.exit(1);
}
