import { readdirSync, readFileSync } from 'node:fs';
import { ATTRIBUTES } from '../../src/element/attributes.js';
import { kebab } from '../../src/element/kebab.js';
import * as events from '../../src/element/events.js';
import { guideTables } from '../../demo/server/site/guide/tables.js';
import { readReference } from '../../demo/server/site/reference.js';

const read = (file: string) => JSON.parse(readFileSync('dist/npm/' + file, 'utf8'));
const names = (items: { name: string }[]) => items.map(({ name }) => name).sort();
const { modules } = read('custom-elements.json');
const element = modules.flatMap(({ declarations }: any) => declarations).find(({ tagName }: any) => tagName);
const html = read('vscode.html-custom-data.json').tags[0];
const css = read('vscode.css-custom-data.json');
const web = read('web-types.json').contributions.html.elements[0];
const attributes = Object.keys(ATTRIBUTES).map(kebab).sort();

it('every attribute, with its property and default', () => {
  for (const list of [element.attributes, html.attributes, web.attributes]) expect(names(list)).toEqual(attributes);
  const told = Object.fromEntries(element.attributes.map(({ fieldName, default: initial }: any) => [fieldName, initial]));
  const meant = Object.entries(ATTRIBUTES).map(([name, { initial }]) => [
    name,
    initial === undefined ? undefined : String(initial),
  ]);
  expect(told).toEqual(Object.fromEntries(meant));
});

it('every property and method, each with a line of its own', () => {
  const inScript = [
    'adjustments',
    'authorize',
    'cancel',
    'clearCache',
    'define',
    'downloadPdf',
    'error',
    'generate',
    'image',
    'parameters',
    'quota',
  ];
  const more = ['refreshQuota', 'reset', 'result', 'state', 'strings'];
  expect(names(element.members)).toEqual([...Object.keys(ATTRIBUTES), ...inScript, ...more].sort());
  expect(element.members.filter(({ description }: any) => !description)).toEqual([]);
});

it('every event', () => {
  const types = Object.values(events).map((event) => (event as unknown as { type: string }).type);
  expect(names(element.events)).toEqual(types.sort());
  expect(names(web.js.events)).toEqual(types);
});

it('every part that is drawn, and no other', () => {
  const sources = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((file) =>
    /^(element|studio)\/.*\.ts$/.test(file),
  );
  const code = sources.map((file) => readFileSync('src/' + file, 'utf8').replace(/^\s*(\/?\*|\/\/).*$/gm, '')).join('\n');
  const patterns = [
    /\bpart="([^"]*)"/g,
    /\bpart=\$\{[^}]*\? '([\w -]+)'/g,
    /\bpart\(\s*'\w+',\s*'([^']+)'/g,
    /\bbutton\(\s*'([^']+)'/g,
  ];
  const drawn = patterns
    .flatMap((pattern) => [...code.matchAll(pattern)].flatMap(([, names]) => names!.replace(/\$\{.*?\}/g, ' ').split(/\s+/)))
    .filter(Boolean);
  const known = names(element.cssParts);
  expect(drawn.filter((name) => !known.includes(name))).toEqual([]);
  expect(known.filter((name) => !new RegExp(`['" ]${name}['" ]`).test(code))).toEqual([]);
  expect(css.pseudoElements).toHaveLength(element.cssParts.length);
});

it('every slot, custom property and state', () => {
  const code = readdirSync('src', { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => readFileSync('src/' + file, 'utf8'))
    .join('\n');
  const used = (pattern: RegExp) =>
    [...new Set([...code.matchAll(pattern)].map((match) => match.slice(1).find(Boolean)!))].sort();
  expect(names(element.slots)).toEqual(used(/<slot name="([\w-]+)"|slot\.name = '([\w-]+)'/g));
  expect(names(element.cssProperties)).toEqual(used(/var\((--pattern-[\w-]+)/g));
  expect(names(css.properties)).toEqual(names(element.cssProperties));
  expect(names(element.cssStates)).toEqual(['done', 'empty', 'error', 'exhausted', 'ready', 'waiting', 'working']);
});

it('leads to shipped files only', () => {
  const paths = modules.flatMap(({ path, exports }: any) => [
    path,
    ...exports.map(({ declaration }: any) => declaration.module ?? path),
  ]);
  for (const path of paths) expect(() => readFileSync(path)).not.toThrow();
});

it('the guide says the same, in tables made from the same comments', () => {
  const tables = guideTables('src', readReference('src'));
  const rows = (table: string) => [...tables[table]!.matchAll(/<tr><td><code>([\w-]+)/g)].map(([, name]) => name!).sort();
  expect(rows('attributes')).toEqual(attributes);
  expect(rows('events')).toEqual(names(element.events));
  expect(rows('parts')).toEqual(names(element.cssParts));
  expect(rows('slots')).toEqual(names(element.slots));
  expect(rows('custom-properties')).toEqual(names(element.cssProperties));
  expect(rows('states')).toEqual(names(element.cssStates));
});
