// @csspart studio-tools - the tools in a row
// @csspart studio-tool - opens a tool
// @csspart turn-button - turns the picture by a quarter
// @csspart mirror-button - mirrors it
// @csspart studio-panel - the tool that is open
// @csspart studio-choices - shapes of the frame in a row
// @csspart studio-choice - one of them
import { icon } from './icons.js';
import { lightView } from './light.js';
import { lineView } from './line.js';
import type { Scene, Tool } from './scene.js';

/** What changes the picture itself. */
export const toolsView = (scene: Scene) => {
  const { html, session, input, words, offers, open, pick } = scene;
  const { say } = words;
  const tool = (name: Tool, text: string) =>
    offers(name)
      ? html`<button
          part="studio-tool"
          type="button"
          aria-expanded=${open === name}
          ?disabled=${input.fixed}
          @click=${() => pick(open === name ? undefined : name)}
        >
          ${icon(scene, name)} ${text}
        </button>`
      : '';
  return html`<div part="studio-tools" role="group" aria-label=${say('studio')}>
      ${tool('crop', say('studioCrop'))}
      ${
        offers('turn')
          ? html`<button part="turn-button" type="button" ?disabled=${input.fixed} @click=${() => session.turn()}>
                ${icon(scene, 'turn')} ${say('studioTurn')}
              </button>
              <button
                part="mirror-button"
                type="button"
                aria-pressed=${!!session.adjustments.mirror}
                ?disabled=${input.fixed}
                @click=${() => session.mirror()}
              >
                ${icon(scene, 'mirror')} ${say('studioMirror')}
              </button>`
          : ''
      }
      ${tool('light', say('studioLight'))}
    </div>
    ${open ? html`<div part="studio-panel">${open === 'crop' ? cropView(scene) : lightView(scene)}</div>` : ''}`;
};

const cropView = (scene: Scene) => {
  const { html, session, input, words } = scene;
  const { say } = words;
  const choice = (text: string, pressed: boolean | undefined, click: () => void) =>
    html`<button
      part="studio-choice"
      type="button"
      aria-pressed=${pressed ?? scene.nothing}
      ?disabled=${input.fixed}
      @click=${click}
    >
      ${text}
    </button>`;
  return html`${lineView(scene, {
      text: say('studioZoom'),
      min: 0,
      max: 100,
      value: Math.round(session.closeness * 100),
      shown: words.number(Math.round(session.times * 10) / 10) + ' ×',
      set: (value) => session.setCloseness(value / 100),
    })}
    <div part="studio-choices">
      ${choice(say('studioWhole'), undefined, () => session.setShape(session.shapeFixed ? session.shape : undefined))}
      ${
        session.shapeFixed
          ? ''
          : [
              choice(say('studioSquare'), undefined, () => session.setShape(1)),
              choice('4:3', undefined, () => session.setShape(4 / 3)),
              choice('3:4', undefined, () => session.setShape(3 / 4)),
              choice(say('studioLock'), session.locked, () => {
                session.locked = !session.locked;
                scene.changed();
              }),
            ]
      }
    </div>`;
};
