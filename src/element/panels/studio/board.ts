// @csspart cropper - the picture with its frame or its draft
// @csspart cropping - the cropper while the frame can be moved
// @csspart cropper-picture - the picture in it
// @csspart crop-frame - what is kept of the picture
// @csspart crop-handle - resizes the frame
// @csspart draft - the draft over the picture
// @csspart draft-canvas - the pattern as it will look
// @csspart compare - slides between picture and draft
// @csspart draft-note - that the draft is one, and free
import type { Scene, Typed } from './scene.js';

const CORNERS = ['-1 -1', '1 -1', '-1 1', '1 1'];
const ALL = ['-1 -1', '0 -1', '1 -1', '-1 0', '1 0', '-1 1', '0 1', '1 1'];

/** The picture, and upon it the frame or the draft. */
export const boardView = (scene: Scene) => {
  const { html, stage, draft, words } = scene;
  return html`<div part="cropper ${stage.cropping ? 'cropping' : ''}" ?data-crop=${stage.cropping}>
    <canvas part="cropper-picture" role="img" aria-label=${words.say('picture')}></canvas>
    ${stage.cropping ? frameView(scene) : draft ? draftView(scene) : ''}
  </div>`;
};

const frameView = ({ html, words: { say }, session: { locked, shapeFixed } }: Scene) =>
  html`<div
    part="crop-frame"
    data-crop
    role="group"
    tabindex="0"
    aria-label=${say('studioFrame')}
    aria-description=${say('studioFrameHelp')}
  >
    ${(locked || shapeFixed ? CORNERS : ALL).map(
      (hold) =>
        html`<button
          part="crop-handle"
          type="button"
          data-hold=${hold}
          aria-label=${say('studioHandle')}
          tabindex="-1"
        ></button>`,
    )}
  </div>`;

const draftView = ({ html, stage, drawing, draft, words: { say } }: Scene) =>
  html`<div part="draft">
    <canvas part="draft-canvas" role="img" aria-label=${say('studioDraft')}></canvas>
    ${
      drawing?.drawn
        ? html`<input
            part="compare"
            type="range"
            min="0"
            max="100"
            aria-label=${say('studioCompare')}
            .value=${String(100 - stage.compare)}
            @input=${({ target }: Typed) => {
              stage.compare = 100 - +target.value;
              stage.layout();
            }}
          />`
        : ''
    }
    <span part="draft-note"
      >${say(
        draft === 'none' || drawing?.none
          ? 'studioNoDraft'
          : !drawing?.drawn
            ? 'studioDrawing'
            : drawing.ownColors
              ? 'studioOwnColors'
              : 'studioFree',
      )}</span
    >
  </div>`;
