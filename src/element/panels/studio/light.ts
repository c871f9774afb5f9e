// @csspart light - brightness, contrast and saturation
// @csspart studio-reset - back to the light of the original
import { LIGHT, type Light } from '../../../studio/input.js';
import { lineView } from './line.js';
import type { Scene } from './scene.js';

export const lightView = (scene: Scene) => {
  const { html, session, input, words } = scene;
  const { say, number } = words;
  const line = (name: Light) => {
    const value = session.adjustments[name] ?? 0;
    return lineView(scene, {
      text: say(name),
      min: -50,
      max: 50,
      value,
      shown: number(value),
      set: (amount) => session.setLight(name, amount),
    });
  };
  return html`<div part="light">
    ${LIGHT.map(line)}
    <button
      part="studio-reset"
      type="button"
      ?disabled=${input.fixed || !LIGHT.some((name) => session.adjustments[name])}
      @click=${() => session.resetLight()}
    >
      ${say('studioReset')}
    </button>
  </div>`;
};
