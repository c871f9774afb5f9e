import type { PatternError } from '../core/pattern-error.js';
import type * as Room from '../image/opened.js';
import type { Parameters, PatternResult } from '../providers/provider.js';
import type { Quota } from '../quota/ledger.js';
import type * as Keeping from './keeping.js';
import type * as Making from './making.js';
import type { PictureSource } from './picture.js';
import type { Wishes } from './settings.js';
import type { State } from './states.js';

/** What a generation asks of the element it works for, and tells it. */
export interface Host {
  /** The file that speaks to the API; asked again after a failure. */
  making(): Promise<typeof Making>;
  /** The one of the store. */
  keeping(): Promise<typeof Keeping>;
  /** The one that reads pictures. */
  picture(): Promise<typeof Room>;
  wishes(): Wishes;
  /** False when the page stops the press before anything is sent. */
  before(picture: PictureSource, parameters: Parameters): boolean;
  changed(previous?: State): void;
  result(result: PatternResult, fromCache: boolean): void;
  quota(quota: Quota): void;
  error(error: PatternError): void;
}
