// @csspart alert - tells a screen reader at once what is urgent
import type { Act } from '../outcome/begin.js';
import { controlsView } from './controls.js';
import { generateView } from './generate.js';
import { pictureView } from './picture.js';
import type { View } from './view.js';

/** The whole. What there is from the first press on comes from a later file. */
export const widgetView = (view: View, act: Act | undefined) => {
  const { html, nothing, strings, busy, now } = view;
  const { message, anyway, fieldError, studio, camera, frame, actions, result, usage } = act?.parts(view) ?? {};
  // Without the later files there is only one thing to say.
  const { kind, alarm, said, help } = message ?? (now.error ? { kind: 'error', alarm: strings.network } : { kind: 'silent' });
  const controls = controlsView(view, fieldError, studio);
  // Beside the studio picture and fields are others: what is in another place there would otherwise be seen to move.
  return html`<section part="widget" aria-busy=${busy}>
    <h2 part="heading"><slot name="heading">${strings.heading}</slot></h2>
    ${
      busy || now.result
        ? ''
        : html`<div part="intake" data-studio=${studio?.place ?? nothing} .style=${studio?.room ?? ''}>
            ${pictureView(view, frame, studio)}${camera} ${studio ? '' : controls} ${studio && controls} ${studio?.coming}
            <div part="studio"></div>
          </div>`
    }
    <div part="message ${kind}" role=${alarm ? nothing : 'status'} tabindex="-1">
      <span part="alert" role="alert">${alarm}</span>${said} ${help}
    </div>
    <div part="actions">${actions ?? generateView(view, anyway)}</div>
    ${result}
    <div part="result"></div>
    <div part="history"></div>
    ${usage}
    <footer part="footer"><slot name="footer"></slot></footer>
  </section>`;
};
