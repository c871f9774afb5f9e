import { html } from 'lit';
import type { Strings } from '../texts/strings.js';

export interface PictureView {
  strings: Strings;
  /** Address of the thumbnail; absent while there is no picture. */
  src?: string;
  mayChoose: boolean;
  disabled: boolean;
  choose(file: File): void;
}

/** The drop zone, which stays a drop zone around the thumbnail once there is a picture. */
export const pictureView = ({ strings, src, mayChoose, disabled, choose }: PictureView) => {
  const picture = src && html`<img part="thumbnail" src=${src} alt=${strings.picture} decoding="async" />`;
  if (!mayChoose) return picture || '';
  return html`<label part="dropzone ${src ? 'filled' : ''}">
    <input
      part="file"
      type="file"
      accept="image/*"
      ?disabled=${disabled}
      @change=${({ target }: Event & { target: HTMLInputElement }) => {
        const [file] = target.files!;
        // Cleared, so that choosing the same file again is a change too.
        if (file) choose(file);
        target.value = '';
      }}
    />
    ${picture || html`<span part="icon" aria-hidden="true"></span>`}
    <span part="choose">${src ? strings.change : strings.choose}</span>
    ${src ? '' : html`<span part="hint">${strings.drop}</span>`}
  </label>`;
};
