import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** One line of a comment: `@attr {number} [low-usage=50] - how many uses left count as few`. */
export interface Entry {
  name: string;
  type: string;
  initial?: string;
  text: string;
}

/** A property or method of the class, with its declaration as it is written. */
export interface Member {
  declaration: string;
  text: string;
}

export interface Reference {
  /** By tag: `attr`, `fires`, `slot`, `csspart`, `cssprop`, `cssstate`. */
  tags: Record<string, Entry[]>;
  members: Member[];
}

const LINE = /^@(\w+)\s+(?:\{([^}]*)\}\s*)?\[?([\w-]+)(?:=([^\]]*))?\]?\s*(?:-\s+(.*))?$/;
/** What can be set in script only stands among the settings. */
const SCRIPT_ONLY = ['parameters', 'strings', 'authorize'];

/** The comments that manifest and editors are made from, so that nothing is told twice. `source` is the folder `src`. */
export function readReference(source: string): Reference {
  const element = readFileSync(join(source, 'element/pattern-generator.ts'), 'utf8');
  const settings = readFileSync(join(source, 'element/settings.ts'), 'utf8');
  const comment = /\/\*\*((?:(?!\*\/)[^])*@tag pattern-generator[^]*?)\*\//.exec(element)?.[1];
  if (!comment) throw new Error('src/element/pattern-generator.ts has no comment with "@tag pattern-generator"');
  const tags: Record<string, Entry[]> = {};
  const add = (line: string) => {
    const [, tag, type = '', name, initial, text = ''] = LINE.exec(line.trim()) ?? [];
    if (!tag || !name || tags[tag]?.some((one) => one.name === name)) return;
    (tags[tag] ??= []).push({ name, type, initial, text });
  };
  const lines = comment
    .replace(/^\s*\* ?/gm, '')
    .replace(/\n(?![@\n])/g, ' ')
    .split('\n');
  lines.forEach(add);
  marksElsewhere(source).forEach(add);
  return { tags, members: [...scriptOnly(settings), ...methods(element)] };
}

/** Each room says in a comment of its own which parts it draws, and by which properties they are coloured. */
const marksElsewhere = (source: string) =>
  readdirSync(source, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .sort()
    .flatMap(
      (file) =>
        readFileSync(join(source, file), 'utf8').match(/(?<=^[ /*]+)@css(?:part|prop) [\w-]+ - .+?(?=(?: \*\/)?$)/gm) ?? [],
    );

const methods = (code: string): Member[] =>
  [...code.matchAll(/^ {2}\/\*\* (.+?) \*\/\n {2}(?!protected|override)(static )?(get )?([^\n]+?) \{$/gm)].map(
    ([, text, fixed = '', getter, declaration]) => ({
      declaration: fixed + (getter ? declaration!.replace('()', '') : declaration!),
      text: text!,
    }),
  );

const scriptOnly = (code: string): Member[] =>
  [...code.matchAll(/^ {2}\/\*\* (.+?) \*\/\n {2}declare (\w+\?:.+);$/gm)]
    .filter(([, , declaration]) => SCRIPT_ONLY.some((name) => declaration!.startsWith(name)))
    .map(([, text, declaration]) => ({ declaration: declaration!.replace('?', ''), text: text! }));
