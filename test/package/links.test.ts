import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { slug } from '../../demo/server/site/guide/markdown.js';

const guide = readdirSync('demo/guide').map((file) => join('demo/guide', file));
const headings = (file: string) => [...readFileSync(file, 'utf8').matchAll(/^#+ (.*)$/gm)].map(([, title]) => slug(title!));

it.each(['README.md', 'CHANGELOG.md', 'demo/server/README.md', ...guide])('every link of %s leads somewhere', (page) => {
  const text = readFileSync(page, 'utf8').replace(/^```[^]*?^```/gm, '');
  for (const [, address] of text.matchAll(/\]\(([^)\s]+)\)/g)) {
    if (/^https?:/.test(address!)) continue;
    const [path, anchor] = address!.split('#') as [string, string?];
    const file = path ? join(dirname(page), path) : page;
    expect(existsSync(file), `${address} in ${page}`).toBe(true);
    if (anchor) expect(headings(file), `${address} in ${page}`).toContain(anchor);
  }
});
