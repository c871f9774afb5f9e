import type { PatternError } from '../core/pattern-error.js';
import type { State } from '../generation/states.js';
import type { PictureSource } from '../generation/picture.js';
import type { Parameters, PatternResult } from '../providers/provider.js';
import type { Quota } from '../quota/ledger.js';
import type { PatternGenerator } from './pattern-generator.js';

// Event subclasses with their facts as fields: bubbling and composed, so that a page can listen anywhere above.
class PatternEvent<Facts extends object> extends Event {
  static type: string;
  static stops = false;
  constructor(facts: Facts) {
    super(new.target.type, { bubbles: true, composed: true, cancelable: new.target.stops });
    Object.assign(this, facts);
  }
}

/** Before anything is sent; `preventDefault()` stops the press. */
export class PatternBeforeGenerateEvent extends PatternEvent<{ image: PictureSource; parameters: Parameters }> {
  static override type = 'pattern-before-generate';
  static override stops = true;
  declare readonly image: PictureSource;
  declare readonly parameters: Parameters;
}

/** Every change of state. */
export class PatternStateEvent extends PatternEvent<{ state: State; previous: State }> {
  static override type = 'pattern-state';
  declare readonly state: State;
  declare readonly previous: State;
}

/** A pattern is there. */
export class PatternResultEvent extends PatternEvent<{ result: PatternResult; fromCache: boolean }> {
  static override type = 'pattern-result';
  declare readonly result: PatternResult;
  declare readonly fromCache: boolean;
}

/** The visitor changed colours of the pattern, or put them back: it is shown like this now. What was bought stays in `result`. */
export class PatternVariantEvent extends PatternEvent<{ result: PatternResult }> {
  static override type = 'pattern-variant';
  declare readonly result: PatternResult;
}

/** The PDF (or picture) is there; `preventDefault()` lets the page save it itself. */
export class PatternPdfEvent extends PatternEvent<{ blob: Blob; filename: string }> {
  static override type = 'pattern-pdf';
  static override stops = true;
  declare readonly blob: Blob;
  declare readonly filename: string;
}

/** What is known about the quota changed. */
export class PatternQuotaEvent extends PatternEvent<{ quota: Quota }> {
  static override type = 'pattern-quota';
  declare readonly quota: Quota;
}

/** Something failed; `error.code` says what. */
export class PatternErrorEvent extends PatternEvent<{ error: PatternError }> {
  static override type = 'pattern-error';
  declare readonly error: PatternError;
}

/** A draft of the pattern is on the screen, for free. */
export class PatternDraftEvent extends PatternEvent<{ columns: number; rows: number; colors: number; units: number }> {
  static override type = 'pattern-draft';
  declare readonly columns: number;
  declare readonly rows: number;
  /** How many colours it takes. */
  declare readonly colors: number;
  /** How many pieces. */
  declare readonly units: number;
}

/** Every event by its name. */
export interface PatternEventMap {
  'pattern-before-generate': PatternBeforeGenerateEvent;
  'pattern-state': PatternStateEvent;
  'pattern-result': PatternResultEvent;
  'pattern-pdf': PatternPdfEvent;
  'pattern-quota': PatternQuotaEvent;
  'pattern-error': PatternErrorEvent;
  'pattern-draft': PatternDraftEvent;
  'pattern-variant': PatternVariantEvent;
}

declare global {
  // They bubble and are composed: the document and the window hear them too.
  // eslint-disable-next-line @typescript-eslint/no-empty-object-type
  interface GlobalEventHandlersEventMap extends PatternEventMap {}
  interface HTMLElementTagNameMap {
    'pattern-generator': PatternGenerator;
  }
}
