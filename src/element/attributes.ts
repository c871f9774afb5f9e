/** One attribute, and the property of the same meaning. */
export interface Attribute<Value> {
  /** What counts while the page says nothing. */
  readonly initial?: Value;
  /** What a page wrote, as an attribute or in script, as the value it means. */
  readonly read: (written: unknown) => unknown;
}

const words = <Word extends string | undefined>(initial?: Word): Attribute<Word> => ({ initial, read: (written) => written });
const text = words<string | undefined>();
/** These words, and what a provider may know besides. */
type Open<Word extends string> = Word | (string & {});

const numeric = <Value extends number | undefined>(initial?: Value): Attribute<Value> => ({
  initial,
  // Text that is a number becomes one; rubbish stays as it is, for the message that names it.
  read: (written) => (typeof written === 'string' && written.trim() && Number.isFinite(+written) ? +written : written),
});
const number = (initial: number) => numeric<number>(initial);
const maybe = numeric<number | undefined>();
/** Frameworks write `no-pdf="false"` or `disabled=""`, and mean it. */
const flag: Attribute<boolean> = {
  initial: false,
  read: (written) => written === '' || (!!written && written !== 'false'),
};

/** What goes to the API; a provider's own list says which of these it knows, with bounds and defaults. */
export const PARAMETERS = {
  niche: text,
  widthCm: maybe,
  heightCm: maybe,
  unitWidthCm: maybe,
  unitHeightCm: maybe,
  maxColors: maybe,
  colorCatalog: words<Open<'default' | 'custom'> | undefined>(),
  pattern: words<Open<'hex' | 'mirror' | 'diamond' | 'hex2' | 'tile'> | undefined>(),
  width: maybe,
  height: maybe,
  offsetX: maybe,
  offsetY: maybe,
  rotate: maybe,
  scale: maybe,
  format: words<Open<'JPG' | 'PNG' | 'WEBP'> | undefined>(),
} satisfies Record<string, Attribute<unknown>>;

/** Every attribute by the name of its property: properties, defaults, types for JSX and editors come from here. */
export const ATTRIBUTES = {
  provider: words<Open<'pixcraft' | 'picsart'>>('pixcraft'),
  endpoint: text,
  apiKey: text,
  imageUrl: text,
  controls: text,
  usage: words<'low' | 'always' | 'never'>('low'),
  lowUsage: number(50),
  contactUrl: text,
  cache: words<'on' | 'off'>('on'),
  cacheSize: number(50),
  cacheDays: number(30),
  timeout: number(60),
  maxWait: number(120),
  history: words<'on' | 'off'>('on'),
  studio: text,
  units: words<'auto' | 'cm' | 'in'>('auto'),
  files: text,
  noPdf: flag,
  disabled: flag,
  ...PARAMETERS,
} satisfies Record<string, Attribute<unknown>>;

/** The properties, by name. */
export type AttributeValues = {
  [Name in keyof typeof ATTRIBUTES]: (typeof ATTRIBUTES)[Name] extends Attribute<infer Value> ? Value : never;
};
