import type { Generation } from '../generation/generation.js';
import type { PictureSource } from '../generation/picture.js';
import type { Strip } from '../generation/strip.js';

/** What is read of a generation. */
export interface Surface extends Pick<
  Generation,
  'state' | 'result' | 'error' | 'quota' | 'blank' | 'choices' | 'goesOn' | 'step'
> {
  readonly source?: PictureSource;
  readonly strip: Pick<Strip, 'history' | 'kept'>;
}

/** What may be said to be the picture. */
export type Source = PictureSource | null | undefined;
export const same = (it: Source) => (it instanceof Blob ? it : it && String(it)) || undefined;

/** What a widget is until its later files are there: it knows nothing yet, and can hold a picture. */
export class Prelude implements Surface {
  state: Surface['state'] = 'empty';
  error?: Surface['error'];
  source?: PictureSource;
  readonly blank = false;
  declare result: undefined;
  declare choices: undefined;
  declare goesOn: undefined;
  declare step: undefined;
  readonly strip = { history: [], kept: false };
  readonly quota: Surface['quota'] = { kind: 'unknown', exhausted: false, asOf: new Date(0) };

  take(source: Source): void {
    this.error = undefined;
    this.source = source ?? undefined;
    this.state = source ? 'ready' : 'empty';
  }

  fail(error: Surface['error']): void {
    this.error = error;
    this.state = 'error';
  }
}
