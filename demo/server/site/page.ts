// What the pages have in common is written once, here; in a page stands a comment in its place.

const LINKS: [path: string, text: string][] = [
  ['/', 'Product page'],
  ['/playground.html', 'Playground'],
  ['/themes.html', 'Themes'],
  ['/texts.html', 'Texts'],
  ['/guide/index.html', 'Guide'],
  ['/embed.html', 'One script tag'],
];

/** The whole guide is one place to be. */
const place = (path: string) => (path.startsWith('/guide/') ? '/guide/index.html' : path);

const header = (path: string) =>
  `<header>
      <strong>Wool and Thread</strong>
      <nav aria-label="Demo pages">
        <ul>
          ${LINKS.map(([href, text]) => `<li><a href="${href}"${href === place(path) ? ' aria-current="page"' : ''}>${text}</a></li>`).join('\n          ')}
        </ul>
      </nav>
    </header>`;

const HEAD = `<meta charset="utf-8" />
    <meta name="viewport" content="width=device-width" />
    <link rel="icon" href="data:," />
    <link rel="stylesheet" href="/pages/shop.css" />`;

/** What stands in for `<!-- name -->`. */
export type Parts = Record<string, (path: string) => string>;

export const COMMON: Parts = { head: () => HEAD, header };

export const fillPage = (path: string, page: string, parts: Parts) =>
  page.replace(/<!-- ([\w-]+) -->/g, (comment, name: string) => parts[name]?.(path) ?? comment);
