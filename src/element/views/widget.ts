import { controlsView } from './controls.js';
import { generateView } from './generate.js';
import { pictureView } from './picture.js';
import type { View } from './view.js';
import type { Outcome } from '../outcome/outcome.js';

/** The whole. What there is from the first press on comes from a later file. */
export const widgetView = (view: View, outcome: Outcome | undefined) => {
  const { html, strings, busy, generation } = view;
  const { message, contact, actions, result, usage } = outcome?.outcomeView(view) ?? {};
  const { error } = generation;
  return html`<section part="widget" aria-busy=${busy}>
    <h2 part="heading"><slot name="heading">${strings.heading}</slot></h2>
    ${generation.result ? '' : html`<div part="intake">${pictureView(view)} ${controlsView(view)}</div>`}
    <p part="message" role="status" tabindex="-1">${message ?? (error && strings.network)}</p>
    ${contact}
    <div part="actions">${actions ?? generateView(view)}</div>
    ${result}
    <div part="result"></div>
    <div part="history"></div>
    ${usage}
    <footer part="footer"><slot name="footer"></slot></footer>
  </section>`;
};
