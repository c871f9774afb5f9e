import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { escape } from '../markup.js';
import type { Reference } from '../reference.js';
import { toHtml, type Fence } from './markdown.js';
import { guideTables } from './tables.js';

/** The order in which they are read; a page that is not here comes last. */
const ORDER = [
  'index',
  'attributes',
  'events',
  'theming',
  'quota',
  'studio',
  'privacy',
  'errors',
  'providers',
  'proxy',
  'frameworks',
  'files',
];

interface Chapter {
  name: string;
  title: string;
  markdown: string;
}

const placeOf = (name: string) => (ORDER.includes(name) ? ORDER.indexOf(name) : ORDER.length);

const readChapters = (folder: string): Chapter[] =>
  readdirSync(folder)
    .filter((file) => file.endsWith('.md'))
    .map((file) => {
      const markdown = readFileSync(join(folder, file), 'utf8');
      const name = file === 'README.md' ? 'index' : file.slice(0, -'.md'.length);
      return { name, title: /^# (.*)$/m.exec(markdown)![1]!, markdown };
    })
    .sort((a, b) => placeOf(a.name) - placeOf(b.name) || (a.name < b.name ? -1 : 1));

const addressOf = (name: string) => `/guide/${name}.html`;
/** What a chapter is about, as the list of all of them says it. */
function aboutOf(name: string, chapters: Chapter[]): string {
  const index = chapters.find((one) => one.name === 'index')!.markdown;
  const line = new RegExp(`^- \\[(.*)\\]\\(${name}\\.md\\): (.*)$`, 'm').exec(index);
  return line ? `${line[1]}: ${line[2]}` : /^(?!#).+$/m.exec(index)![0];
}
const short = (title: string) => title.split(':')[0]!;

/** In the repository the chapters link to each other as files. */
const link = (address: string) =>
  address.replace(/^([\w-]+)\.md(?=#|$)/, (_, name: string) => addressOf(name === 'README' ? 'index' : name));

/** The guide's pages and the code of its examples, by path. Live examples run the very code that is printed. */
export function guidePages(folder: string, source: string, reference: Reference): Map<string, string> {
  const tables = guideTables(source, reference);
  const chapters = readChapters(folder);
  const pages = new Map<string, string>();
  for (const { name, title, markdown } of chapters) {
    const styles: string[] = [];
    const scripts: string[] = [];
    let isLive = false;
    const example = (list: string[], extension: string, code: string) => {
      const path = `/guide/${name}-${styles.length + scripts.length + 1}.${extension}`;
      pages.set(path, code);
      list.push(path);
    };
    const fence = ({ language, words, code }: Fence): string => {
      const printed = `<pre tabindex="0" aria-label="Example"><code>${escape(code)}</code></pre>`;
      if (!words.includes('live')) return printed;
      isLive = true;
      if (language === 'css') example(styles, 'css', code);
      if (language === 'js') example(scripts, 'js', code);
      return language === 'html' ? `${printed}<div class="live">${code}</div>` : printed;
    };
    const article = toHtml(markdown, { fence, link, part: (part) => tables[part] });
    const entry = (one: Chapter) =>
      `<li><a href="${addressOf(one.name)}"${one.name === name ? ' aria-current="page"' : ''}>${escape(short(one.title))}</a></li>`;
    pages.set(
      addressOf(name),
      `<!doctype html>
<html lang="en">
  <head>
    <!-- head -->
    <title>${escape(title)} · guide to pattern-generator-element</title>
    <meta name="description" content="${escape(aboutOf(name, chapters))}" />
    ${styles.map((path) => `<link rel="stylesheet" href="${path}" />`).join('')}
    ${isLive ? '<script type="module" src="/dist/pattern-generator.js"></script>' : ''}
    ${scripts.map((path) => `<script type="module" src="${path}"></script>`).join('')}
  </head>
  <body>
    <!-- header -->
    <main class="guide">
      <nav aria-label="Guide"><ul>${chapters.map(entry).join('')}</ul></nav>
      <article>${article}</article>
    </main>
  </body>
</html>`,
    );
  }
  return pages;
}
