import { escape } from '../markup.js';

/** As much of Markdown as the guide is written in: headings, paragraphs, lists, tables, fenced code; in a line code, links, bold, italics. */
export interface Fence {
  language: string;
  /** The words after the language. */
  words: string[];
  code: string;
}

export interface Writer {
  /** What a fenced block becomes. */
  fence(fence: Fence): string;
  /** What stands in for `<!-- name -->`. */
  part(name: string): string | undefined;
  link(address: string): string;
}

/** The name that GitHub gives a heading, so that one link works in both places. */
export const slug = (text: string) =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N} _-]/gu, '')
    .replaceAll(' ', '-');

export function inline(text: string, link: Writer['link']): string {
  const codes: string[] = [];
  const kept = text.replace(/`([^`]+)`/g, (_, code: string) => `\u0000${codes.push(`<code>${escape(code)}</code>`) - 1}\u0000`);
  return escape(kept)
    .replace(/\[([^\]]+)\]\(([^)\s]+)\)/g, (_, name: string, address: string) => `<a href="${link(address)}">${name}</a>`)
    .replace(/\*\*([^*]+)\*\*/g, '<strong>$1</strong>')
    .replace(/\*([^*\s][^*]*)\*/g, '<em>$1</em>')
    .replace(/\u0000(\d+)\u0000/g, (_, index: string) => codes[Number(index)]!);
}

const cellsOf = (line: string) =>
  line
    .trim()
    .replace(/^\||\|$/g, '')
    .split('|')
    .map((cell) => cell.trim());

const textOf = (html: string) => html.replace(/<[^>]*>/g, '');

/**
 * Rows of cells that are HTML already. On a phone the cells of a row stand below each other; from the third on each then says which
 * column it is of. Where it is too wide all the same, the table scrolls by itself.
 */
export function table(head: string[], rows: string[][]): string {
  const column = (index: number) => (head.length > 2 && index && head[index] ? ` data-column="${textOf(head[index])}"` : '');
  const line = (cells: string[]) => `<tr>${cells.map((cell, index) => `<td${column(index)}>${cell}</td>`).join('')}</tr>`;
  const title = head.some(Boolean) ? `<thead><tr>${head.map((cell) => `<th>${cell}</th>`).join('')}</tr></thead>` : '';
  const name = `Table: ${head.filter(Boolean).map(textOf).join(', ')}`;
  return `<div class="scroll" tabindex="0" role="region" aria-label="${name}"><table>${title}<tbody>${rows.map(line).join('\n')}</tbody></table></div>`;
}

export function toHtml(markdown: string, writer: Writer): string {
  const write = (text: string) => inline(text, writer.link);
  // A block ends at an empty line, but for fenced code, which may hold some.
  const blocks = markdown.match(/^```[^]*?^```$|^(?:(?!```).+(?:\n|$))+/gm) ?? [];
  return blocks.map((block) => writeBlock(block.trimEnd(), writer, write)).join('\n');
}

function writeBlock(block: string, writer: Writer, write: (text: string) => string): string {
  const fence = /^```(\w*)(.*)\n([^]*)\n```$/.exec(block);
  if (fence) return writer.fence({ language: fence[1]!, words: fence[2]!.trim().split(/\s+/), code: fence[3]! });
  const part = /^<!-- ([\w-]+) -->$/.exec(block);
  if (part) return writer.part(part[1]!) ?? '';
  const heading = /^(#+) (.*)$/.exec(block);
  if (heading) {
    const [, { length }, text] = heading as unknown as [string, string, string];
    return `<h${length} id="${slug(text)}">${write(text)}</h${length}>`;
  }
  const lines = block.split('\n');
  if (lines[0]!.startsWith('|'))
    return table(
      cellsOf(lines[0]!).map(write),
      lines.slice(2).map((line) => cellsOf(line).map(write)),
    );
  const item = /^(?:- |\d+\. )/;
  if (item.test(block)) {
    const tag = block.startsWith('- ') ? 'ul' : 'ol';
    const items = block.split(/\n(?=- |\d+\. )/).map((one) => `<li>${write(one.replace(item, '').replace(/\n\s*/g, ' '))}</li>`);
    return `<${tag}>${items.join('')}</${tag}>`;
  }
  return `<p>${write(lines.join(' '))}</p>`;
}
