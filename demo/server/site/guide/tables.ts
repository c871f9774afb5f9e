import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { outcome } from '../../../../src/element/texts/english/outcome.js';
import { shell } from '../../../../src/element/texts/english/shell.js';
import type { Field } from '../../../../src/providers/provider.js';
import { providers } from '../../../../src/providers/registry.js';
import { kebab } from '../../../../src/element/kebab.js';
import type { Entry, Reference } from '../reference.js';
import { inline, table } from './markdown.js';

const write = (text: string) => inline(text, (address) => address);
const code = (text: string) => write('`' + text + '`');

/** What a parameter is when nobody says, by its attribute: the providers know. */
const usual = new Map(
  ['pixcraft', 'picsart'].flatMap((name) => providers.get(name)!.fields.map((field: Field) => [kebab(field.name), field])),
);

const initialOf = ({ name, type, initial }: Entry) => {
  const field = usual.get(name);
  const value = initial ?? field?.initial;
  if (field?.follows) return write(`by the picture, else \`${value}\``);
  return value === undefined ? (type === 'boolean' ? 'absent' : '–') : code(String(value));
};

const typeOf = (type: string) => type.replace(/'/g, '').split('|').map(code).join(' ');

const simple = (title: string, head: string) => (entries: Entry[]) =>
  table(
    [title, head],
    entries.map(({ name, text }) => [code(name), write(text)]),
  );

/** The closed union, read where it is declared. */
function codesIn(source: string): string[] {
  const union = /PatternErrorCode =([^;]+);/.exec(readFileSync(join(source, 'core/pattern-error.ts'), 'utf8'))![1]!;
  return [...union.matchAll(/'([\w-]+)'/g)].map(([, word]) => word!);
}

/** What visitors read, by error code. What only the owner can mend has one sentence for all. */
function sentenceOf(errorCode: string): string {
  const texts: Record<string, string> = { ...shell, ...outcome };
  if (errorCode === 'cancelled') return 'nothing';
  return (texts[errorCode] ?? texts.unauthorized!).replace(/\{\w+\}/g, '…');
}

/** The tables that stand in the guide for `<!-- name -->`, each made from where its facts are kept. */
export function guideTables(source: string, { tags, members }: Reference): Record<string, string> {
  const of = (tag: string) => tags[tag] ?? [];
  return {
    attributes: table(
      ['attribute', 'takes', 'default', 'meaning'],
      of('attr').map((entry) => [code(entry.name), typeOf(entry.type), initialOf(entry), write(entry.text)]),
    ),
    members: table(
      ['in script', 'meaning'],
      members.map(({ declaration, text }) => [code(declaration), write(text)]),
    ),
    events: table(
      ['event', 'class', 'fields and when'],
      of('fires').map(({ name, type, text }) => [code(name), code(type), write(text)]),
    ),
    states: simple('state', 'when')(of('cssstate')),
    slots: simple('slot', 'what it is for')(of('slot')),
    parts: simple('part', 'what it is')(of('csspart')),
    'custom-properties': simple('custom property', 'what it colours or measures')(of('cssprop')),
    sentences: table(
      ['code', 'the visitor reads, in English'],
      codesIn(source).map((one) => [code(one), write(sentenceOf(one))]),
    ),
  };
}
