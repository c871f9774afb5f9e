import { readdirSync, readFileSync } from 'node:fs';
import compat from '@mdn/browser-compat-data' with { type: 'json' };

// The README's table of browsers against published data, for the features that the sources really use.
const ROOMS = [
  'api',
  'cache',
  'chart',
  'core',
  'element',
  'engine',
  'flight',
  'generation',
  'image',
  'providers',
  'quota',
  'script',
  'studio',
];
const code = ROOMS.flatMap((room) =>
  readdirSync('src/' + room, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.startsWith('build'))
    .map((file) => readFileSync(`src/${room}/${file}`, 'utf8')),
)
  .join('\n')
  .replace(/^\s*(\/?\*|\/\/).*$/gm, '');

type Uses = 'always' | 'everything' | 'optional';
interface Feature {
  data: string;
  used: RegExp;
  /** Nothing works without it; it belongs to what the table calls everything; or there is another way. */
  need: Uses;
}
const feature = (data: string, used: RegExp, need: Uses = 'always'): Feature => ({ data, used, need });

/** Every feature younger than 2021 that the sources use. */
const FEATURES: Feature[] = [
  feature('api.ShadowRoot.adoptedStyleSheets', /adoptedStyleSheets/),
  feature('javascript.classes.static.initialization_blocks', /^\s*static \{$/m),
  feature('javascript.builtins.Array.at', /\.at\(/),
  feature('javascript.builtins.Object.hasOwn', /Object\.hasOwn/),
  feature('javascript.operators.nullish_coalescing_assignment', /\?\?=/),
  feature('javascript.builtins.String.replaceAll', /\.replaceAll\(/),
  feature('css.properties.container-type', /container-type:/),
  feature('css.types.color.color-mix', /color-mix\(/),
  feature('css.properties.aspect-ratio', /aspect-ratio:/),
  feature('css.types.color.light-dark', /light-dark\((?!red)/, 'everything'),
  feature('css.types.color.lch.relative_syntax', /lch\(from var/, 'optional'),
  // Without it the heading of an empty strip stays until the strip goes.
  feature('css.selectors.has', /:has\(/, 'optional'),
  feature('css.selectors.state', /states\?\.add/, 'optional'),
  feature('css.properties.text-wrap', /text-wrap:/, 'optional'),
  feature('api.CanvasRenderingContext2D.roundRect', /roundRect\?\./, 'optional'),
  feature('api.TrustedTypePolicyFactory', /trustedTypes\?\./, 'optional'),
];

/** What would move the table, should somebody use it. */
const YOUNGER: Record<string, RegExp> = {
  'api.AbortSignal.any_static': /AbortSignal\.any\(/,
  'api.AbortSignal.timeout_static': /AbortSignal\.timeout\(/,
  'api.URL.canParse_static': /URL\.canParse/,
  'api.HTMLElement.popover': /\bpopover\b/i,
  'css.selectors.nesting': /^\s*&[ :[.]/m,
  'css.at-rules.starting-style': /@starting-style/,
  'css.properties.field-sizing': /field-sizing/,
  'javascript.builtins.Array.toSorted': /\.to(Sorted|Reversed|Spliced)\(/,
  'javascript.builtins.Array.fromAsync': /Array\.fromAsync/,
  'javascript.builtins.Object.groupBy': /Object\.groupBy/,
  'javascript.builtins.Promise.withResolvers': /Promise\.withResolvers/,
  'javascript.builtins.Set.union': /\.(union|intersection|isSubsetOf|symmetricDifference)\(/,
  'javascript.builtins.Iterator.map': /\.(values|keys|entries)\(\)\.(map|filter|some|every|find|take|drop|toArray)\(/,
};

const BROWSERS = { 'Chrome, Edge': 'chrome', Firefox: 'firefox', Safari: 'safari' } as const;
type Browser = (typeof BROWSERS)[keyof typeof BROWSERS];

function firstVersion(path: string, browser: Browser): number {
  const found = path.split('.').reduce((data: any, name) => data?.[name], compat)?.__compat?.support[browser];
  if (!found) throw new Error(`${path} is not in the compatibility data`);
  const plain = [found].flat().find(({ flags, prefix, alternative_name: other }) => !flags && !prefix && !other);
  return typeof plain?.version_added === 'string' ? Number(plain.version_added.replace('≤', '')) : Infinity;
}

const table = readFileSync('README.md', 'utf8').split('## Browsers')[1]!;
const told = (name: string) =>
  new RegExp(`^\\| ${name} \\| ([\\d.]+) \\| ([\\d.]+) \\|$`, 'm').exec(table)!.slice(1, 3).map(Number) as [number, number];

describe.each(Object.entries(BROWSERS))('%s', (name, browser) => {
  const needed = (...needs: Uses[]) =>
    Math.max(...FEATURES.filter(({ need }) => needs.includes(need)).map(({ data }) => firstVersion(data, browser)));

  it('is told as old as it may be', () => expect(told(name)[1]).toBe(needed('always')));
  it('has everything from the version that is told', () => expect(told(name)[0]).toBe(needed('always', 'everything')));
});

it.each(FEATURES)('$data is really used', ({ used }) => expect(used.test(code)).toBe(true));
it.each(Object.entries(YOUNGER))('%s is not', (_, used) => expect(used.test(code)).toBe(false));
