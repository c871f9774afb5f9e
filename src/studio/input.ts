import type { TilingOptions } from '../core/tiling.js';
import type { Opened } from '../image/opened.js';
import type { Catalogue, Choice } from '../providers/lookups.js';
import type { Sides } from './crop.js';
import type { Drawing } from './drawing.js';
import type { Bounds } from './piece.js';
import type { Changed } from './session.js';

export { LIGHT, type Adjustments, type Light } from '../image/adjustments.js';

/** What a `pattern-draft` tells: nothing but noughts where the pattern has no cells. */
export interface DraftFacts {
  columns: number;
  rows: number;
  colors: number;
  units: number;
}

/** What a press would make now; all of it is free. */
export interface Prospect {
  parameters: Readonly<Record<string, unknown>>;
  /** Of one cell, in centimetres; undefined where the API makes no cells of a size. */
  unit?: Sides;
  /** How the result is covered with the picture, where the API makes no cells. */
  tiling?: TilingOptions;
  /** The picture as it would be sent. */
  upload(signal: AbortSignal): Promise<Blob | undefined>;
  /** It is kept already. */
  kept(): Promise<boolean>;
  /** The API's colours; undefined where they cannot be read. */
  colors(): Promise<Catalogue | undefined>;
}

/** The file in which drafts are made. */
export interface DraftFile {
  Drawing: typeof Drawing;
}

/** All that the studio is told, and whom it answers. */
export interface StudioInput {
  picture: Pick<Opened, 'decoded' | 'pixels'>;
  adjustments?: unknown;
  /** What page and visitor asked for, by parameter. */
  values: Readonly<Record<string, unknown>>;
  /** Parameters that the visitor may change. */
  controls: readonly string[];
  /** What the API takes of one. */
  bounds(parameter: string): Bounds;
  /** The API makes pieces of a size in centimetres. */
  sized: boolean;
  /** What the API told about what may be chosen. */
  choices?: readonly Choice[];
  /** Words of `crop turn light size draft`; undefined: all. */
  tools?: string;
  units?: string;
  /** Nothing may be changed now. */
  fixed: boolean;
  /** Name of the parameter that was refused, and what is said about it. */
  invalid?: string;
  wrong?: string;
  /** The page decided on both sides. */
  decided: boolean;
  lang: string;
  strings?: Readonly<Record<string, string | undefined>>;
  dir?: string;
  /** Rejects for what a press would refuse. */
  prospect(): Promise<Prospect>;
  draft(): Promise<DraftFile>;
  /** Starts a worker from the draft's own file; throws, or gives nothing, where that may not be. */
  start(address?: string): Worker | undefined;
  onchange: Changed;
  ondraft(facts: DraftFacts): void;
  /** Shows the design, which is kept already. */
  show(): void;
}
