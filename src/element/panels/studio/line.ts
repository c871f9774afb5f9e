// @csspart studio-line - a slider with its name and number
// @csspart studio-amount - its number
import type { Scene, Typed } from './scene.js';

export interface Line {
  text: string;
  min: number;
  max: number;
  value: number;
  /** The value as it is read. */
  shown: string;
  set(value: number): void;
}

/** A slider with its name and its number. */
export const lineView = ({ html, input }: Scene, { text, min, max, value, shown, set }: Line) =>
  html`<label part="studio-line">
    <span part="label">${text}</span>
    <input
      part="slider"
      type="range"
      min=${min}
      max=${max}
      ?disabled=${input.fixed}
      .value=${String(value)}
      @input=${({ target }: Typed) => set(+target.value)}
    />
    <span part="studio-amount" aria-hidden="true">${shown}</span>
  </label>`;
