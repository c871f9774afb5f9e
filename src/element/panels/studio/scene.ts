import type { Drawing } from '../../../studio/drawing.js';
import type { Prospect, StudioInput } from '../../../studio/input.js';
import type { Session } from '../../../studio/session.js';
import { unitsFor, type Units } from '../../../studio/size.js';
import type { Stage } from '../../../studio/stage.js';
import type { Sides } from '../../../studio/crop.js';
import type { Lit } from '../../files.js';
import { lengthsIn } from '../../texts/estimates-of.js';
import type { Voice } from '../../texts/voice.js';

export type Tool = 'crop' | 'light';
export type Typed = Event & { target: HTMLInputElement };

/** What the studio's views are drawn from. */
export interface Scene extends Pick<Lit, 'html' | 'nothing'> {
  input: StudioInput;
  session: Session;
  stage: Stage;
  drawing?: Drawing;
  /** A draft is on its way, or will never come. */
  draft?: 'coming' | 'none';
  /** Absent until it is known. */
  prospect?: Prospect;
  words: Voice;
  offers(tool: string): boolean;
  may(parameter: string): boolean;
  /** The tool that is open. */
  open?: Tool;
  pick(tool: Tool | undefined): void;
  changed(): void;
}

export const nicheOf = ({ prospect }: Scene): string => String(prospect?.parameters.niche ?? '');

export const unitsOf = ({ input: { units, lang } }: Scene): Units => unitsFor(units, lang);

/** Both sides of something in the visitor's units, as texts take them. */
export const lengths = (scene: Scene, sides: Sides) => lengthsIn(sides, unitsOf(scene), scene.words.say);
