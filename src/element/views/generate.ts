import type { View } from './view.js';

/** The button that starts it. */
export const generateView = ({ html, strings, buttons, generate }: View) =>
  html`<button part="generate-button" ?disabled=${!buttons.enabled} @click=${generate}>
    <slot name="generate-label">${strings[buttons.label]}</slot>
  </button>`;
