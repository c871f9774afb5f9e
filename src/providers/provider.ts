import type { PatternErrorCode } from '../core/pattern-error.js';
import type { TilingOptions } from '../core/tiling.js';
import type { Known } from '../quota/known.js';
import type { ProviderRules } from '../quota/rules.js';
import type { Field, Parameters } from './field.js';
import type { Choice, Lookups } from './lookups.js';
import type { PatternResult } from './result.js';
export type { Field, Parameters } from './field.js';
export type { Catalogue, Choice, Color, Lookup, Lookups } from './lookups.js';
export type * from './result.js';
export type { ProviderRules } from '../quota/rules.js';

/** One thing an API does, as data, so that whoever stands between can route by name. */
export interface Operation {
  method: 'GET' | 'POST';
  /** Below the base address, with a leading slash. */
  path: string;
  /** Other spellings of the same path. */
  aliases?: readonly string[];
  /** It costs a use or credits. */
  paid?: true;
  /** How its body is written. */
  type?: 'json' | 'multipart';
}

/** The picture as the API gets it: bytes of our making, or an address it fetches itself. */
export interface Upload {
  file?: Blob;
  /** Instead of a file on a server, which has them already; and the same as text, where it came as such. */
  bytes?: Uint8Array<ArrayBuffer>;
  base64?: Uint8Array<ArrayBuffer>;
  url?: string;
}

/** What a request asks for. */
export interface Asked {
  upload: Upload;
  parameters: Parameters;
}

export interface Reading {
  (request: Request): Promise<Asked>;
  /** The same from the body alone, where that says all: part of the function, so that whoever reads otherwise has it not. */
  ofBytes?(body: Uint8Array<ArrayBuffer>): Asked;
}

/** The body of a request. The transport adds base address, key, `authorize` headers and the time limit. */
export interface Written {
  body: NonNullable<RequestInit['body']>;
  headers?: Record<string, string>;
}

/** An answer that arrived: status, headers and the JSON body (undefined when it is no JSON). */
export interface Answer {
  status: number;
  headers: Headers;
  body: unknown;
}

/** What the visitor sees of an API before the first press. */
export interface ProviderFace {
  name: string;
  /** Public base address, used when the page gives no `endpoint`. */
  base: string;
  fields: readonly Field[];
  /** The fields a visitor may change unless the page says otherwise. */
  controls: readonly string[];
  /** What may be chosen for a field, as long as the API itself has not told (`lookups.niches`). */
  menu?: { field: string; choices: Choice[] };
  /** What the visitor can take along. */
  download: 'pdf' | 'picture' | 'none';
}

/** How the API is spoken to. */
export interface ProviderWire {
  operations: {
    /** The paid request. */
    generate: Operation;
    /** The same body gives the PDF; costs no use. */
    pdf?: Operation;
    /** The free request that tells the quota. */
    usage?: Operation;
    /** Looks at a picture for nothing. Only for others that use the proxy: the widget looks itself. */
    validate?: Operation;
    /** Tells whether the API is there; our proxy answers for itself. */
    health?: Operation;
  };
  /** Free requests for what the API offers, by name. */
  lookups?: Lookups;
  auth(key: string): Record<string, string>;
  rules?: ProviderRules;
  /** The API's error codes in our words. */
  codes?: Record<string, PatternErrorCode>;
  /** The body of the paid request, and of the one for the PDF. */
  write(upload: Upload, parameters: Parameters): Promise<Written> | Written;
  /**
   * The way back, for a server that stands between: what `write` wrote, or any other client of the API. Unknown fields are
   * dropped; a value of the wrong type or out of bounds throws a PatternError that names its field. A page needs none, so the
   * built-in ones get theirs from `serving()`.
   */
  read?: Reading;
  /** What the API is documented to take for fields that are absent, where that depends on others (else it is their `initial`). */
  defaults?(parameters: Parameters): Parameters;
  /** Size of one cell in centimetres as well as it can be known before the answer. */
  unit?(parameters: Parameters): { width: number; height: number };
  /** How it covers the result with the picture, where it makes such tilings. */
  tiling?(parameters: Parameters): TilingOptions;
  /** Reads a 200 tolerantly; throws when it holds no pattern. */
  result(body: unknown, parameters: Parameters): PatternResult;
  /** What an answer (of any request) says about the quota. */
  quota?(body: unknown, headers: Headers): Partial<Known> | undefined;
  /** Address of a picture in the answer that must be fetched at once because it does not live long. */
  picture?(body: unknown): string | undefined;
  /** Longest side in pixels that the API can make use of. */
  side?(parameters: Parameters): number;
}

/** Everything the widget must know of one API. */
export type Provider = ProviderFace & ProviderWire;

/** What `registerProvider()` takes. Without `download` it is the PDF where there is one, else the answer's picture, else nothing. */
export type ProviderDefinition = Omit<Provider, 'download'> & Partial<Pick<Provider, 'download'>>;
