import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { hits } from './page.hits.js';
import { huge } from './page.huge.js';
import { leaks } from './page.leaks.js';
import { mount } from './page.mount.js';
import { pan } from './page.pan.js';
import { twelveMegapixels, type Line } from './page.setup.js';
import { sizes } from './page.sizes.js';
import { studio } from './page.studio.js';
import { tasks } from './page.tasks.js';

// The built widget on a page of real Chromium, beside the bars: npx tsx test/bench/page.bench.ts [sizes mount hits tasks huge pan leaks studio]
const chapters: Record<string, (picture: string) => Line[] | Promise<Line[]>> = {
  sizes,
  mount: () => mount(),
  hits,
  tasks,
  huge: () => huge(),
  pan: () => pan(),
  leaks,
  studio: () => studio(),
};
const wanted = process.argv.slice(2);
const folder = await mkdtemp(join(tmpdir(), 'pattern-bench-'));
const picture = join(folder, 'twelve-megapixels.jpg');
try {
  await writeFile(picture, await twelveMegapixels());
  for (const [name, measure] of Object.entries(chapters)) {
    if (wanted.length && !wanted.includes(name)) continue;
    for (const [what, bar, here, how] of [['', 'bar', 'here'] as Line, ...(await measure(picture))])
      console.log(`${what.padEnd(76)} ${bar.padEnd(12)} ${here.padEnd(12)}${how ? '  ' + how : ''}`);
    console.log();
  }
} finally {
  await rm(folder, { recursive: true, force: true });
}
