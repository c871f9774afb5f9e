// @csspart making - while the pattern is being made
// @csspart making-picture - the picture in it
import type { Step } from '../../providers/provider.js';
import type { Scene } from './parts.js';

/** More of a huge answer than that nobody reads here, and a page with 100,000 lines stands still for seconds. */
const MOST = 1000;
const first = <Item>(all: readonly Item[], write: (item: Item) => unknown, rest: unknown): unknown[] => [
  ...all.slice(0, MOST).map(write),
  all.length > MOST ? rest : '',
];

/** As many runs in all: their words take longer to write than anything else here. */
const MOST_RUNS = 5000;

/** The first lines of a guide, one at least. */
function lines(guide: readonly Step[]): readonly Step[] {
  let runs = 0;
  const end = guide.findIndex((_, at) => at && (runs += Math.min(MOST, guide[at - 1]!.runs.length)) > MOST_RUNS);
  return end < 0 ? guide : guide.slice(0, end);
}

const amount = (count: number, name: string) => `${count} × ${name}`;

/** The result in its simple form: what there is until the viewer has come, or where it cannot come. */
export const resultView = ({ html, now: { result }, busy, thumbnail, thumbnailSize, preview, viewing }: Scene) => {
  if (busy)
    return html`<div part="making" aria-hidden="true">
      ${thumbnail && thumbnailSize !== null ? html`<img part="making-picture" src=${thumbnail} alt="" />` : ''}
    </div>`;
  if (!result || viewing) return '';
  const { columns, rows, materials } = result;
  const guide = lines(result.guide);
  return html`
    ${preview ? html`<img part="preview" src=${preview} alt="" />` : ''}
    ${columns ? html`<p part="facts">${columns} × ${rows}</p>` : ''}
    <ul part="materials">
      ${first(materials, ({ name, quantity }) => html`<li part="material">${amount(quantity, name)}</li>`, html`<li>…</li>`)}
    </ul>
    <ol part="guide" tabindex="0">
      ${first(
        guide,
        ({ label, runs }) =>
          html`<li part="step">
            ${label}
            ${first(runs, ({ count, color }) => amount(count, color), '…')
              .filter(Boolean)
              .join(', ')}
          </li>`,
        html`<li>…</li>`,
      )}
      ${guide === result.guide ? '' : html`<li>…</li>`}
    </ol>
  `;
};
