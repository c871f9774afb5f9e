import type { AttributeValues } from '../element/attributes.js';
import type { Kebab } from '../element/kebab.js';
import type { PatternEventMap } from '../element/events.js';
import type { PatternGenerator } from '../element/pattern-generator.js';

/** What may be written for a value: every number may be text, and a flag the word that a framework makes of it. */
type Written<Value> = Value extends number ? Value | string : Value extends boolean ? Value | '' | 'true' | 'false' : Value;

/** The attributes, spelled as in HTML. */
export type PatternGeneratorAttributes = {
  [Name in keyof AttributeValues as Kebab<Name>]?: Written<AttributeValues[Name]>;
};

/** The properties: what attributes cannot hold, and everything that they can. */
export type PatternGeneratorProperties = Partial<
  Pick<PatternGenerator, keyof AttributeValues | 'parameters' | 'adjustments' | 'strings' | 'authorize'>
> & {
  image?: PatternGenerator['image'] | null;
};

/** What a template may give to `<pattern-generator>` under one name or the other. */
export type PatternGeneratorProps = PatternGeneratorAttributes &
  Omit<PatternGeneratorProperties, keyof PatternGeneratorAttributes>;

/** Listeners by the name of the event behind a prefix: `onpattern-result`, `on:pattern-result` … */
export type PatternGeneratorListeners<Prefix extends string> = {
  [Name in keyof PatternEventMap as `${Prefix}${Name}`]?: (event: PatternEventMap[Name]) => void;
};
