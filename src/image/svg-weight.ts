/** What is inside of a drawing: its parts, each with the parts inside of it and those that it borrows by name. */
interface Part {
  own: number;
  inside: Part[];
  borrowed: string[];
  /** Everything that is drawn for it. */
  total?: number;
}

/** A step of a filter is worth many shapes: it looks at every pixel. */
const FILTER = 50;
/** A borrowed part takes longer to set up than one that is written out (measured: five times in Chromium and Firefox). */
const BORROWED = 10;
/** So many plain shapes take a quarter of a second, which cannot be done in slices. */
const MOST = 20_000;

/** The tags of a text, comments and other declarations left out. A `>` in quotes does not end a tag. */
function* tagsOf(text: string): Generator<string> {
  const stop = /["'>]/g;
  for (let at = 0; (at = text.indexOf('<', at)) >= 0;) {
    const start = at + 1;
    const section = ['!--', '![CDATA['].find((mark) => text.startsWith(mark, start));
    if (section) {
      at = text.indexOf(section === '!--' ? '-->' : ']]>', start);
      if (at < 0) return;
      continue;
    }
    for (stop.lastIndex = start; ;) {
      const found = stop.exec(text);
      if (!found) return;
      at = stop.lastIndex;
      if (found[0] === '>') break;
      stop.lastIndex = text.indexOf(found[0], at) + 1;
      if (!stop.lastIndex) return;
    }
    if (text[start] !== '!' && text[start] !== '?') yield text.slice(start, at - 1);
  }
}

const NAME = /\sid\s*=\s*["']([^"']+)/;
const BORROWS = /(?:href\s*=\s*["']\s*|url\(\s*["']?)#([^"')\s]+)/g;

/**
 * Whether a drawing (SVG) would stop the page while it is drawn: some lines of nested `use` are enough for a million shapes. Counted
 * in its text, before any browser sees it.
 */
export function isTooComplex(text: string): boolean {
  const top: Part = { own: 0, inside: [], borrowed: [] };
  const named = new Map<string, Part>();
  const open = [top];
  let written = 0;
  for (const tag of tagsOf(text)) {
    if (tag.startsWith('/')) {
      if (open.length > 1) open.pop();
      continue;
    }
    const own = /^(\w+:)?fe[A-Z]/.test(tag) ? FILTER : 1;
    const part: Part = { own, inside: [], borrowed: [...tag.matchAll(BORROWS)].map(([, name]) => name!) };
    if ((written += own) > MOST) return true;
    open.at(-1)!.inside.push(part);
    const name = NAME.exec(tag)?.[1];
    if (name) named.set(name, part);
    if (!tag.endsWith('/')) open.push(part);
  }
  const count = (part: Part): number => {
    if (part.total !== undefined) return part.total;
    part.total = 0; // what borrows itself is drawn by no browser
    let total = part.own;
    for (const one of part.inside) total += count(one);
    for (const name of part.borrowed) {
      const one = named.get(name);
      if (one) total += count(one);
    }
    return (part.total = total);
  };
  try {
    return written + (count(top) - written) * BORROWED > MOST;
  } catch {
    return true; // nested too deep to be counted
  }
}
