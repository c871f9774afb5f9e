import { readFileSync } from 'node:fs';

/** One line of the comment above the element's class: `@attr {number} [low-usage=50] - how many uses left count as few`. */
export interface Entry {
  name: string;
  type: string;
  initial?: string;
  text: string;
}

const LINE = /^@(\w+)\s+(?:\{([^}]*)\}\s*)?\[?([\w-]+)(?:=([^\]]*))?\]?\s*(?:-\s+(.*))?$/;

/** The comment is what manifest and editors are made from, so everything that tells of the element reads it, too. */
export function readReference(file: string): Record<string, Entry[]> {
  const source = readFileSync(file, 'utf8');
  const comment = /\/\*\*((?:(?!\*\/)[^])*@tag pattern-generator[^]*?)\*\//.exec(source)?.[1];
  if (!comment) throw new Error(`${file} has no comment with "@tag pattern-generator"`);
  const lines = comment
    .replace(/^\s*\* ?/gm, '')
    .replace(/\n(?![@\n])/g, ' ')
    .split('\n');
  const reference: Record<string, Entry[]> = {};
  for (const line of lines) {
    const [, tag, type = '', name, initial, text = ''] = LINE.exec(line.trim()) ?? [];
    if (tag && name) (reference[tag] ??= []).push({ name, type, initial, text });
  }
  return reference;
}
