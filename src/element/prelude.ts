import type { Generation } from '../generation/generation.js';

/** What is read of a generation. */
export type Surface = Pick<
  Generation,
  'state' | 'result' | 'error' | 'quota' | 'source' | 'kept' | 'history' | 'choices' | 'goesOn' | 'step'
>;

/** What a widget is until its later files are there: it knows nothing yet, and can hold a picture. */
export class Prelude implements Surface {
  state: Surface['state'] = 'empty';
  error?: Surface['error'];
  source?: Surface['source'];
  declare result: undefined;
  declare choices: undefined;
  declare goesOn: undefined;
  declare step: undefined;
  readonly kept = false;
  readonly history = [];
  readonly quota: Surface['quota'] = { kind: 'unknown', exhausted: false, asOf: new Date(0) };
}
