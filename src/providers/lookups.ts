import type { Parameters } from './field.js';

/** A free request for something the API offers. */
export interface Lookup<T = unknown> {
  /** Below the base address, with a leading slash; asked with GET. */
  path: string;
  /** Reads a 200 tolerantly; undefined when it says nothing that can be used. */
  read(body: unknown): T | undefined;
}

/** What the visitor may choose, as the API itself tells it (for PixCraft: niches and their unit sizes). */
export interface Choice {
  id: string;
  name: string;
  /** What the API says it takes for parameters that are absent, for what is reckoned before the answer; it is not sent. */
  brings?: Parameters;
}

export interface Color {
  id?: string;
  name: string;
  /** `#rrggbb` */
  hex: string;
}

/** The colours that an API works with. */
export interface Catalogue {
  /** For every niche that is not listed. */
  all: Color[];
  byNiche: Record<string, Color[]>;
  /** The customer's own. */
  custom: Color[];
}

/** The colours for a craft. */
export const colorsOf = (told: Catalogue | undefined, niche: unknown, colorCatalog: unknown): Color[] =>
  (colorCatalog === 'custom' ? told?.custom : (told?.byNiche[niche as string] ?? told?.all)) ?? [];

export type Lookups = Record<string, Lookup> & {
  /** The choices of the menu. */
  niches?: Lookup<Choice[]>;
  colors?: Lookup<Catalogue>;
};
