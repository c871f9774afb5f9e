// @csspart making - while the pattern is being made
// @csspart making-picture - the picture in it
import { eachRun } from '../../core/each.js';
import type { Step } from '../../providers/provider.js';
import type { Scene } from './parts.js';

/** More of a huge answer than that, lines or letters, nobody reads here, and a page with 100,000 lines stands still for seconds. */
const MOST = 1000;
function first<Item>(all: Iterable<Item>, write: (item: Item) => unknown, rest: unknown, most = MOST): unknown[] {
  const written: unknown[] = [];
  for (const item of all) {
    if (written.length === most) return [...written, rest];
    written.push(write(item));
  }
  return written;
}

/** As many runs in all: their words take longer to write than anything else here. */
const MOST_RUNS = 5000;

/** The first lines of a guide, one at least, in words. */
function* lines(guide: readonly Step[]): Generator<{ label?: string; words?: string }> {
  let runs = 0;
  for (const step of guide) {
    if (runs > MOST_RUNS) return yield {};
    const words = first(eachRun(step), ({ count, color }) => amount(count, color), '…');
    runs += words.length;
    yield { label: step.label?.slice(0, MOST), words: words.join(', ') };
  }
}

const amount = (count: number, name: string) => `${count} × ${name.slice(0, MOST)}`;

/** The result in its simple form: what there is until the viewer has come, or where it cannot come. */
export const resultView = ({ html, now: { result }, busy, thumbnail, thumbnailSize, preview, viewing }: Scene) => {
  if (busy)
    return html`<div part="making" aria-hidden="true">
      ${thumbnail && thumbnailSize !== null ? html`<img part="making-picture" src=${thumbnail} alt="" />` : ''}
    </div>`;
  if (!result || viewing) return '';
  const { columns, rows, materials, guide } = result;
  // That is no pattern of anybody's: the viewer has pieces for it.
  const most = materials.length + guide.length > 20 * MOST ? MOST / 20 : MOST;
  return html`
    ${preview ? html`<img part="preview" src=${preview} alt="" />` : ''}
    ${columns ? html`<p part="facts"><bdi>${columns} × ${rows}</bdi></p>` : ''}
    <ul part="materials">
      ${first(materials, ({ name, quantity }) => html`<li part="material"><bdi>${amount(quantity, name)}</bdi></li>`, html`<li>…</li>`, most)}
    </ul>
    <ol part="guide" tabindex="0">
      ${first(
        lines(guide),
        ({ label, words }) => (words === undefined ? html`<li>…</li>` : html`<li part="step">${label} <bdi>${words}</bdi></li>`),
        html`<li>…</li>`,
        most,
      )}
    </ol>
  `;
};
