// @csspart size-summary - columns and rows, pieces and finished size, live
// @csspart studio-grid - columns and rows in it
// @csspart studio-facts - colours, difficulty and estimates
// @csspart warning - what should be known before a use is paid for
// @csspart fix-button - puts it right
import { estimate } from '../../../chart/estimates.js';
import { estimatesOf } from '../../texts/estimates-of.js';
import { SIDE } from '../../../studio/session.js';
import { warningsFor } from '../../../studio/warnings.js';
import { icon } from './icons.js';
import { lengths, nicheOf, unitsOf, type Scene } from './scene.js';

/** What comes of it all, said live and honestly. */
export const newsView = (scene: Scene) => {
  const { html, session, input, words, drawing, prospect } = scene;
  const { say, number } = words;
  const kept = drawing?.kept ? warningView(scene, say('studioKept'), { text: say('studioShow'), press: input.show }) : '';
  if (!prospect?.unit) return kept;
  const { columns, rows } = session.grid;
  const draft = drawing?.draft;
  const told = draft && estimate({ niche: nicheOf(scene), ...draft, unit: session.unit });
  const facts = draft
    ? [
        say('studioMaterials', { colors: draft.materials.length }),
        say('studioLevel-' + draft.difficulty),
        ...(told ? estimatesOf(told, say, unitsOf(scene)) : []),
      ]
    : [];
  return html`<div part="size-summary" role="status">
      <strong part="studio-grid"><bdi dir="ltr">${number(columns)} × ${number(rows)}</bdi></strong>
      <span>${say('studioPieces', { count: columns * rows })}</span>
      <bdi>${say('studioSize', lengths(scene, session.size))}</bdi>
    </div>
    ${facts.length ? html`<p part="studio-facts">${facts.map((fact) => html`<span>${fact}</span> `)}</p>` : ''}
    ${warnings(scene).map(({ kind, fix }) =>
      warningView(
        scene,
        say('warn-' + kind),
        fix && { text: say('studioFix', lengths(scene, fix)), press: () => session.setSize(fix) },
      ),
    )}
    ${kept}`;
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

const warnings = ({ session: { frame, uncut, lost, size, unit, mayResize } }: Scene) =>
  warningsFor({ picture: frame, whole: uncut, size, unit, least: SIDE.min, lost, mayResize });
