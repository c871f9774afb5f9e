// @csspart progress-bar - its moving part
// @csspart insist-button - makes it again, though it may count twice
import type { Scene } from './parts.js';

const clock = (until: number) => {
  const seconds = Math.max(0, Math.ceil((until - Date.now()) / 1000));
  return Math.floor(seconds / 60) + ':' + String(seconds % 60).padStart(2, '0');
};

const doneView = ({ html, strings, buttons, generation, saving, recolored, download }: Scene) =>
  html`${
      buttons.download
        ? html`<button part="pdf-button" aria-disabled=${saving} @click=${() => saving || download()}>
            ${strings[recolored && buttons.download === 'pdf' ? 'pdfOriginal' : buttons.download]}
          </button>`
        : ''
    }<button part="again-button" @click=${() => generation.again()}>${strings.again}</button>`;

const busyView = ({ html, strings, generation }: Scene) => {
  const { state, step, goesOn } = generation;
  return html`${
      state === 'waiting'
        ? html`<span part="countdown" role="timer">${clock(goesOn!)}</span>`
        : html`<span part="progress" role="progressbar" aria-label=${strings.generating}><span part="progress-bar"></span></span>`
    }${
      step === 'unsettled' && state === 'working'
        ? html`<button part="insist-button" @click=${() => void generation.insist().catch(() => {})}>${strings.insist}</button>`
        : ''
    }<button part="cancel-button" @click=${() => generation.cancel()}>${strings.cancel}</button>`;
};

/** What can be done in this state; nothing where it is what the widget shows by itself. */
export const actionsView = (scene: Scene) =>
  scene.generation.state === 'done' ? doneView(scene) : scene.busy ? busyView(scene) : undefined;
