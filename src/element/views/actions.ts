import { html } from 'lit';
import type { State } from '../../generation/generation.js';
import type { Strings } from '../texts/strings.js';

export interface ActionsView {
  strings: Strings;
  state: State;
  /** While waiting: when it goes on (epoch ms). */
  goesOn?: number;
  label: string;
  enabled: boolean;
  /** The download button's label; absent when the page wants none. */
  pdf?: string;
  saving: boolean;
  generate(): void;
  cancel(): void;
  download(): void;
  again(): void;
}

const clock = (until: number) => {
  const seconds = Math.max(0, Math.ceil((until - Date.now()) / 1000));
  return Math.floor(seconds / 60) + ':' + String(seconds % 60).padStart(2, '0');
};

/** What can be done in this state. */
export const actionsView = (it: ActionsView) => {
  const { strings, state } = it;
  const done = html`${it.pdf ? html`<button part="pdf-button" aria-disabled=${it.saving} @click=${() => it.saving || it.download()}>${it.pdf}</button>` : ''}<button
      part="again-button"
      @click=${it.again}
    >
      ${strings.again}
    </button>`;
  const working = html`${
      state === 'waiting'
        ? html`<span part="countdown" role="timer">${clock(it.goesOn!)}</span>`
        : html`<progress part="progress" aria-label=${strings.generating}></progress>`
    }<button part="cancel-button" @click=${it.cancel}>${strings.cancel}</button>`;
  const ready = html`<button part="generate-button" ?disabled=${!it.enabled} @click=${it.generate}>
    <slot name="generate-label">${it.label}</slot>
  </button>`;
  return html`<div part="actions">
    ${state === 'done' ? done : state === 'working' || state === 'waiting' ? working : ready}
  </div>`;
};
