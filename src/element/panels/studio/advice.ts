// @csspart warning - what should be known before a use is paid for
// @csspart fix-button - puts it right
import { warningsFor, type Warning } from '../../../studio/warnings.js';
import { icon } from './icons.js';
import { lengths, type Scene } from './scene.js';

export const warningsOf = ({ session, prospect }: Scene): Warning[] => {
  if (!prospect?.unit) return [];
  const { frame, uncut, lost, size, unit, mayResize } = session;
  const [across, down] = [session.bounds('width'), session.bounds('height')];
  const least = { width: across.min, height: down.min };
  const most = { width: across.max, height: down.max };
  return warningsFor({ picture: frame, whole: uncut, size, unit, least, most, lost, mayResize });
};

/** What should be thought over, below the button that it is about: there it comes and goes without moving that. */
export const adviceView = (scene: Scene) => {
  const { session, input, drawing, words } = scene;
  const { say } = words;
  return [
    ...warningsOf(scene).map(({ kind, fix }) =>
      warningView(
        scene,
        say('warn-' + kind),
        fix && { text: say('studioFix', lengths(scene, fix)), press: () => session.setSize(fix) },
      ),
    ),
    drawing?.kept ? warningView(scene, say('studioKept'), { text: say('studioShow'), press: input.show }) : '',
  ];
};

const warningView = (scene: Scene, text: string, fix?: { text: string; press(): void }) =>
  scene.html`<div part="warning" role="note">
    ${icon(scene, 'warning')} <span>${text}</span>
    ${
      fix
        ? scene.html`<button part="fix-button" type="button" ?disabled=${scene.input.fixed} @click=${() => fix.press()}>${fix.text}</button>`
        : ''
    }
  </div>`;
