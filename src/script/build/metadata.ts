// The last step of `npm run build`: the manifest of the element, and what editors read, from the doc comments and the table of
// attributes. Everything else in this package that names them is compared with it by test/package/metadata.test.ts.
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { ATTRIBUTES } from '../../element/attributes.js';
import { kebab } from '../../element/kebab.js';
import { cssData, htmlData, webTypes } from './editor-data.js';

/** What of a custom elements manifest (schema 2.1) is used here. */
export interface Item {
  name: string;
  description?: string;
  type?: { text: string };
  default?: string;
  fieldName?: string;
  kind?: string;
  privacy?: string;
  static?: boolean;
  attribute?: string;
  inheritedFrom?: unknown;
}
export interface Element extends Item {
  tagName?: string;
  attributes: Item[];
  members: Item[];
  events: Item[];
  slots: Item[];
  cssParts: Item[];
  cssProperties: Item[];
  cssStates: Item[];
}
interface Module {
  path: string;
  declarations: Element[];
  exports: { kind: string; name: string; declaration: { name: string; module?: string } }[];
}

const root = fileURLToPath(new URL('../../..', import.meta.url));
const folder = root + 'dist/npm/';
const shipped = (path: string) => path.replace(/^src\//, 'dist/npm/').replace(/\.ts$/, '.js');

execFileSync(
  'cem',
  ['analyze', '--quiet', '--globs', 'src/element/{pattern-generator,settings,events}.ts', '--outdir', 'dist/npm'],
  {
    cwd: root,
    shell: process.platform === 'win32',
  },
);
const manifest: { modules: Module[] } = JSON.parse(readFileSync(folder + 'custom-elements.json', 'utf8'));
const element = manifest.modules.flatMap((module) => module.declarations).find(({ tagName }) => tagName)!;

// What Lit wants and what is private is nobody's business.
const internal = new Set(['styles', 'properties', 'scheduleUpdate', 'shouldUpdate', 'willUpdate', 'updated', 'render']);
element.members = element.members.filter(({ name, privacy }) => !privacy && !internal.has(name) && !name.startsWith('#'));
const fields = new Map(Object.entries(ATTRIBUTES).map(([name, { initial }]) => [kebab(name), { fieldName: name, initial }]));
for (const attribute of element.attributes) {
  const { fieldName, initial } = fields.get(attribute.name)!;
  attribute.fieldName = fieldName;
  if (initial !== undefined) attribute.default = String(initial);
  const field = element.members.find(({ name }) => name === fieldName)!;
  field.attribute = attribute.name;
  if (initial !== undefined) field.default = JSON.stringify(initial);
}
for (const member of element.members) delete member.inheritedFrom;

// Each room says in comments of its own which parts it draws, and by which properties they are coloured.
const sources = readdirSync(root + 'src', { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
const comments = sources.sort().map((file) => readFileSync(root + 'src/' + file, 'utf8'));
function gather(tag: string, items: Item[]): Item[] {
  const all = new Map(items.map((item) => [item.name, item]));
  for (const [, name, description] of comments
    .join('\n')
    .matchAll(new RegExp(`^[ /*]+@${tag} ([\\w-]+) - (.+?)(?: \\*/)?$`, 'gm')))
    if (!all.has(name!)) all.set(name!, { name: name!, description });
  return [...all.values()];
}
element.cssParts = gather('csspart', element.cssParts);
element.cssProperties = gather('cssprop', element.cssProperties);

manifest.modules = manifest.modules.filter(({ path }) => !path.endsWith('settings.ts'));
const link = (name: string) => ({ name, module: 'dist/npm/element/pattern-generator.js' });
for (const module of manifest.modules) {
  module.path = shipped(module.path);
  for (const { declaration } of module.exports) if (declaration.module) declaration.module = shipped(declaration.module);
}
manifest.modules.push({
  path: 'dist/npm/define.js',
  declarations: [],
  exports: [{ kind: 'custom-element-definition', name: 'pattern-generator', declaration: link('PatternGenerator') }],
});
(element as { superclass?: object }).superclass = { name: 'LitElement', package: 'lit' };

const { version } = JSON.parse(readFileSync(root + 'package.json', 'utf8'));
for (const [file, data] of Object.entries({
  'custom-elements.json': manifest,
  'vscode.html-custom-data.json': htmlData(element),
  'vscode.css-custom-data.json': cssData(element),
  'web-types.json': webTypes(element, version),
}))
  writeFileSync(folder + file, JSON.stringify(data, null, 2) + '\n');
rmSync(root + 'custom-elements.json', { force: true });
