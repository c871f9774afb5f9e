// @csspart file - the browser's own file input in the drop zone
// @csspart icon - in place of a picture
// @csspart choose - what a press does
// @csspart hint - what else can be done
import { may } from '../wishes.js';
import type { Place, View } from './view.js';

type Change = Event & { target: HTMLInputElement };

/** The drop zone, which stays a drop zone around the thumbnail once there is a picture. */
export const pictureView = (
  { html, strings, page, face, thumbnail, thumbnailSize, fixed, choose, drawn }: View,
  frame: unknown,
  studio?: Place,
) => {
  const picture =
    thumbnail &&
    thumbnailSize !== null &&
    html`<span part="picture"
      ><img
        part="thumbnail"
        src=${thumbnail}
        alt=${strings.picture}
        decoding="async"
        @load=${({ target }: Event & { target: HTMLImageElement }) => drawn([target.naturalWidth, target.naturalHeight])}
        @error=${() => drawn(null)}
      />${studio ? '' : frame}</span
    >`;
  if (!may('image', page.controls, face)) return picture || '';
  // In its other place it is another one: what is new there is not seen to move.
  const choice = html`<span part="choose">${thumbnail ? strings.change : strings.choose}</span>`;
  return html`<label part="dropzone ${studio ? 'compact' : thumbnail ? 'filled' : ''}">
    <input
      part="file"
      type="file"
      accept="image/*"
      ?disabled=${fixed}
      @change=${({ target }: Change) => {
        const [file] = target.files!;
        // Cleared, so that choosing the same file again is a change too.
        if (file) choose(file);
        target.value = '';
      }}
    />
    ${
      studio
        ? html`${picture} ${choice}`
        : html`${picture || html`<span part="icon" aria-hidden="true"></span>`} ${choice}
          ${thumbnail ? '' : html`<span part="hint">${strings.drop}</span>`}`
    }
  </label>`;
};
