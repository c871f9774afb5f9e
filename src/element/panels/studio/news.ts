// @csspart size-summary - columns and rows, pieces and finished size, live
// @csspart studio-grid - columns and rows in it
// @csspart studio-facts - colours, difficulty and estimates
import { estimate } from '../../../chart/estimates.js';
import type { Draft } from '../../../studio/drafter.js';
import { estimatesOf } from '../../texts/estimates-of.js';
import { warningsOf } from './advice.js';
import { icon } from './icons.js';
import { lengths, nicheOf, unitsOf, type Scene } from './scene.js';

/** The materials of a pattern of so many pieces, of which the draft may show fewer. */
const inFull = ({ columns, rows, materials }: Draft, pieces: number) =>
  materials.map(({ quantity }) => ({ quantity: (quantity * pieces) / (columns * rows) }));

/** What comes of it all, said live and honestly. */
export const newsView = (scene: Scene) => {
  const { html, session, words, drawing, prospect } = scene;
  const { say, number } = words;
  if (!prospect?.unit) return '';
  const { columns, rows } = session.grid;
  // Of a size that is not to be had the draft tells nothing: it is of the last one that was.
  const draft = session.taken ? drawing?.draft : undefined;
  const told =
    draft && estimate({ niche: nicheOf(scene), columns, rows, unit: session.unit, materials: inFull(draft, columns * rows) });
  const facts = draft
    ? [
        say('studioMaterials', { count: draft.materials.length }),
        say('studioLevel-' + draft.difficulty),
        ...(told ? estimatesOf(told, say, unitsOf(scene)) : []),
      ]
    : [];
  return html`<div part="size-summary" role="status">
      <strong part="studio-grid"
        ><bdi dir="ltr">${number(columns)} × ${number(rows)}</bdi
        >${warningsOf(scene).length ? icon(scene, 'warning') : ''}</strong
      >
      <span>${say('studioPieces', { count: columns * rows })}</span>
      <bdi>${say('studioSize', lengths(scene, session.size))}</bdi>
    </div>
    ${facts.length ? html`<p part="studio-facts">${facts.map((fact) => html`<span>${fact}</span> `)}</p>` : ''}`;
};
