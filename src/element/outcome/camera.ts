// @csspart camera - takes a photo, where there is a finger rather than a mouse
// @csspart camera-icon - the sign on it
import { may } from '../wishes.js';
import type { Scene } from './parts.js';

/** Kept while the camera is open: Safari forgets an input that nobody holds, and its photo with it. */
let input: HTMLInputElement;

/** Chrome on Android 14 and later offers no camera any more for a plain choice of pictures (https://issues.chromium.org/317289301). */
export function cameraView({ html, strings, page, face, fixed, choose }: Scene): unknown {
  if (!matchMedia('(pointer: coarse)').matches || !may('image', page.controls, face)) return '';
  const shoot = () => {
    input = Object.assign(document.createElement('input'), { type: 'file', accept: 'image/*' });
    input.setAttribute('capture', 'environment');
    input.onchange = () => input.files![0] && choose(input.files![0]);
    input.click();
  };
  return html`<button part="camera" type="button" aria-label=${strings.camera} ?disabled=${fixed} @click=${shoot}>
    <svg part="camera-icon" viewBox="0 0 24 24" aria-hidden="true">
      <path d="M3 8h4l2-3h6l2 3h4v11H3zM12 9.5a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7z" />
    </svg>
  </button>`;
}
