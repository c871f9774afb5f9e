import type { PatternError } from '../generation/pattern-error.js';
import type { State } from '../generation/generation.js';
import type { PictureSource } from '../generation/picture.js';
import type { Parameters, PatternResult } from '../providers/provider.js';
import type { Quota } from '../quota/ledger.js';

// Event subclasses with their facts as fields: bubbling and composed, so that a page can listen anywhere above.
class PatternEvent extends Event {
  constructor(name: string, facts: object, cancelable = false) {
    super(name, { bubbles: true, composed: true, cancelable });
    Object.assign(this, facts);
  }
}

/** Before anything is sent; `preventDefault()` stops the press. */
export class PatternBeforeGenerateEvent extends PatternEvent {
  declare readonly image: PictureSource;
  declare readonly parameters: Parameters;
  constructor(image: PictureSource, parameters: Parameters) {
    super('pattern-before-generate', { image, parameters }, true);
  }
}

/** Every change of state. */
export class PatternStateEvent extends PatternEvent {
  declare readonly state: State;
  declare readonly previous: State;
  constructor(state: State, previous: State) {
    super('pattern-state', { state, previous });
  }
}

/** A pattern is there. */
export class PatternResultEvent extends PatternEvent {
  declare readonly result: PatternResult;
  declare readonly fromCache: boolean;
  constructor(result: PatternResult, fromCache: boolean) {
    super('pattern-result', { result, fromCache });
  }
}

/** The PDF (or picture) is there; `preventDefault()` lets the page save it itself. */
export class PatternPdfEvent extends PatternEvent {
  declare readonly blob: Blob;
  declare readonly filename: string;
  constructor(blob: Blob, filename: string) {
    super('pattern-pdf', { blob, filename }, true);
  }
}

/** What is known about the quota changed. */
export class PatternQuotaEvent extends PatternEvent {
  declare readonly quota: Quota;
  constructor(quota: Quota) {
    super('pattern-quota', { quota });
  }
}

/** Something failed; `error.code` says what. */
export class PatternErrorEvent extends PatternEvent {
  declare readonly error: PatternError;
  constructor(error: PatternError) {
    super('pattern-error', { error });
  }
}

declare global {
  interface HTMLElementEventMap {
    'pattern-before-generate': PatternBeforeGenerateEvent;
    'pattern-state': PatternStateEvent;
    'pattern-result': PatternResultEvent;
    'pattern-pdf': PatternPdfEvent;
    'pattern-quota': PatternQuotaEvent;
    'pattern-error': PatternErrorEvent;
  }
}
