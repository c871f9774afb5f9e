import type { View } from '../views/view.js';

const clock = (until: number) => {
  const seconds = Math.max(0, Math.ceil((until - Date.now()) / 1000));
  return Math.floor(seconds / 60) + ':' + String(seconds % 60).padStart(2, '0');
};

const doneView = ({ html, strings, buttons, generation, saving, download }: View) =>
  html`${
      buttons.download
        ? html`<button part="pdf-button" aria-disabled=${saving} @click=${() => saving || download()}>
            ${strings[buttons.download]}
          </button>`
        : ''
    }<button part="again-button" @click=${() => generation.again()}>${strings.again}</button>`;

const busyView = ({ html, strings, generation }: View) =>
  html`${
      generation.state === 'waiting'
        ? html`<span part="countdown" role="timer">${clock(generation.goesOn!)}</span>`
        : html`<progress part="progress" aria-label=${strings.generating}></progress>`
    }<button part="cancel-button" @click=${() => generation.cancel()}>${strings.cancel}</button>`;

/** What can be done in this state; nothing where it is what the widget shows by itself. */
export const actionsView = (view: View) =>
  view.generation.state === 'done' ? doneView(view) : view.busy ? busyView(view) : undefined;
