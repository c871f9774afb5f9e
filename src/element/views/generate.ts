import type { View } from './view.js';

/** The button that starts it; none where it could never work. */
export const generateView = ({ html, strings, buttons, generate }: View, instead?: string) =>
  buttons.label &&
  html`<button part="generate-button" ?disabled=${!buttons.enabled} @click=${generate}>
    <slot name="generate-label">${instead ?? strings[buttons.label]}</slot>
  </button>`;
