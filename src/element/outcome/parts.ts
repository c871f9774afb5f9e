// @csspart warnings - what the studio warns of, below the button
import type { PatternError } from '../../core/pattern-error.js';
import type { Generation } from '../../generation/generation.js';
import type { Field } from '../../providers/provider.js';
import type { Spoken } from '../speech.js';
import { outcome as english } from '../texts/english/outcome.js';
import type { View } from '../views/view.js';
import { actionsView } from './actions.js';
import { cameraView } from './camera.js';
import { errorTold, fieldText } from './error-text.js';
import { frameView } from './frame.js';
import { messageFor } from './message.js';
import { placeOf } from './place.js';
import { resultView } from './result.js';
import type { Studying } from './studio.js';
import { usageView } from './usage.js';

/** What the views know from the first press on. */
export interface Scene extends View {
  generation: Generation;
  /** Address of the result's picture, while the simple form shows it. */
  preview?: string;
  /** The viewer shows the result, so that its simple form need not. */
  viewing: boolean;
  /** It is shown in other colours than those of the PDF. */
  recolored: boolean;
  /** How it stands with the studio, where there is one. */
  studio?: Studying;
  /** Sides of the picture that stood in the studio's place last. */
  lastSize?: [width: number, height: number];
  /** The download is under way. */
  saving: boolean;
  download(): void;
}

const inFull = <Part extends Spoken>(part: Part): Part => ({ ...part, strings: { ...english, ...part.strings } });

/** The visitor's sentence for an error. */
export const errorText = (error: PatternError, spoken: Spoken, fields: readonly Field[]): string =>
  errorTold(error, inFull(spoken), fields).text;

/** What the studio warns of stands below the button, so that it moves nothing by coming late. */
const warningsView = ({ html }: Scene) => html`<div part="warnings" role="status"></div>`;

export function partsOf(shown: Scene) {
  const scene = inFull(shown);
  const { error } = scene.now;
  const invalid = error && scene.face.fields.find(({ name }) => name === error.field);
  return {
    message: messageFor(scene),
    /** What the button says instead of its own. */
    anyway: scene.now.blank ? scene.strings.anyway : undefined,
    fieldError: invalid && fieldText(scene, invalid),
    studio: placeOf(scene),
    camera: cameraView(scene),
    frame: frameView(scene),
    actions: actionsView(scene),
    result: scene.studio === 'stands' ? warningsView(scene) : resultView(scene),
    usage: usageView(scene),
  };
}
