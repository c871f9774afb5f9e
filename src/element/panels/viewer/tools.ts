// @csspart tools - the buttons below the chart
// @csspart zoom - how large it is shown
// @csspart zoom-in - larger
// @csspart zoom-out - smaller
// @csspart zoom-fit - as a whole
// @csspart looks - how it is shown
// @csspart look - colours, symbols or both
// @csspart readout - what lies under the pointer
import type { Look } from './plan/pictures.js';
import type { Stage } from './stage.js';

const LOOKS: Look[] = ['colors', 'both', 'symbols'];

/** Below the chart: how large and how it is shown, and what is under the pointer. */
export function toolsView(stage: Stage) {
  const { lit, voice, look, zoomed, pointed, cursor, work } = stage;
  const { html } = lit;
  const { say } = voice;
  const at = cursor ?? pointed;
  const hint = work?.hint();
  const zoom = (part: string, key: string, factor: number, sign: string, off: boolean) =>
    html`<button part=${part} type="button" aria-label=${say(key)} aria-disabled=${off} @click=${() => stage.plan?.zoom(factor)}>
      ${sign}
    </button>`;
  return html`<div part="tools">
      <div part="zoom">
        ${zoom('zoom-out', 'viewerZoomOut', 1 / 1.5, '−', !zoomed)} ${zoom('zoom-fit', 'viewerFit', 0, say('viewerFit'), !zoomed)}
        ${zoom('zoom-in', 'viewerZoomIn', 1.5, '+', false)}
      </div>
      <div part="looks" role="group" aria-label=${say('viewerLook')}>
        ${LOOKS.map(
          (each) =>
            html`<button part="look" type="button" aria-pressed=${look === each} @click=${() => stage.lookAt(each)}>
              ${say('viewerLook-' + each)}
            </button>`,
        )}
      </div>
    </div>
    <p part="readout" aria-live=${cursor || hint ? 'polite' : 'off'}>${at ? stage.tell(at) : (hint ?? say('viewerHint'))}</p>`;
}
