import type { Known } from '../quota/ledger.js';
import type { ProviderRules } from '../quota/classifier.js';
import type { PatternErrorCode } from '../core/pattern-error.js';

/** One parameter of an API. The attribute is its kebab-case, the wire name its snake_case. */
export interface Field {
  name: string;
  /** Allowed words; the letter case of what a page writes does not matter. */
  options?: readonly string[];
  /** Bounds make it a number. */
  min?: number;
  max?: number;
  step?: number;
  /** What the API takes when the field is absent, so that absent and default are the same design. */
  initial?: string | number;
}

export type Parameters = Record<string, string | number>;

/** What one request says; the transport adds base address, key, `authorize` headers and the time limit. */
export interface Ask {
  path: string;
  method?: string;
  body?: BodyInit;
  headers?: Record<string, string>;
}

/** An answer that arrived: status, headers and the JSON body (undefined when it is no JSON). */
export interface Answer {
  status: number;
  headers: Headers;
  body: unknown;
}

/** The picture as the API gets it: bytes of our making, or an address it fetches itself. */
export interface Upload {
  file?: Blob;
  url?: string;
}

export interface Material {
  id?: string;
  name: string;
  hex: string;
  quantity: number;
  percentage: number;
}
export interface Run {
  color: string;
  hex: string;
  count: number;
}
export interface Step {
  label?: string;
  runs: Run[];
}
/** The way the guide walks over the grid. */
export type Direction = 'rows' | 'columns' | 'bottom-up';

export interface PatternResult {
  provider: string;
  niche?: string;
  columns?: number;
  rows?: number;
  totalUnits?: number;
  materials: Material[];
  guide: Step[];
  direction?: Direction;
  colorSummary?: unknown[];
  difficulty?: string;
  image?: Blob;
  /** The API's own answer, untouched. */
  raw: unknown;
}

/** What the visitor may choose, as the API itself tells it (for PixCraft: niches and their unit sizes). */
export interface Choice {
  id: string;
  name: string;
  /** Parameters that this choice brings when they are absent. */
  brings?: Parameters;
}

/** What the visitor sees of an API before the first press. */
export interface ProviderFace {
  name: string;
  /** Public base address, used when the page gives no `endpoint`. */
  base: string;
  fields: readonly Field[];
  /** The fields a visitor may change unless the page says otherwise. */
  controls: readonly string[];
  /** What may be chosen for a field, as long as the API itself has not told. */
  menu?: { field: string; choices: Choice[] };
}

/** How the API is spoken to. */
export interface ProviderWire {
  auth(key: string): Record<string, string>;
  rules?: ProviderRules;
  /** The API's error codes in our words. */
  codes?: Record<string, PatternErrorCode>;
  /** The paid request. */
  generate(upload: Upload, parameters: Parameters): Promise<Ask> | Ask;
  /** Reads a 200 tolerantly; throws when it holds no pattern. */
  read(body: unknown, parameters: Parameters): PatternResult;
  /** Address of a picture in the answer that must be fetched at once because it does not live long. */
  picture?(body: unknown): string | undefined;
  /** The request for the PDF; without it the result's picture is offered as the download. Costs no use. */
  pdf?(upload: Upload, parameters: Parameters): Promise<Ask> | Ask;
  /** The free request that tells the quota, and what an answer (of any request) says about it. */
  usage?: Ask;
  quota?(body: unknown, headers: Headers): Partial<Known> | undefined;
  /** The free request for what may be chosen from the menu, and its answer. */
  offers?: { ask: Ask; read(body: unknown): Choice[] };
  /** Longest side in pixels that the API can make use of. */
  side?(parameters: Parameters): number;
}

/** Everything the widget must know of one API. `registerProvider()` takes one of these. */
export type Provider = ProviderFace & ProviderWire;
