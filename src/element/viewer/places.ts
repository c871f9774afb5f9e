import { fields, list, text } from '../../providers/tolerant.js';
import { swatch } from './materials.js';
import { part } from './part.js';
import type { Voice } from './viewer-strings.js';

/** Where each colour goes, row by row. Undefined when the answer has none in a shape that can be read. */
export function places(summary: unknown[] | undefined, { say }: Voice, signal: AbortSignal): HTMLElement | undefined {
  const colors = list(summary)
    .map((entry) => ({
      name: text(entry, 'color|name|label'),
      hex: text(entry, 'hex|color'),
      positions: list(entry.positions).map(fields),
    }))
    .filter(({ positions }) => positions.some((position) => text(position, 'columns')));
  if (!colors.length) return;
  const rows = part('ul', 'places', [], { role: 'list' });
  const node = part('details', 'summary', [part('summary', 'summary-title', [say('viewerPlaces')]), rows]);
  // As long as the whole guide again, so it is written when it is first opened.
  const fill = () => {
    for (const { name, hex, positions } of colors) {
      const where = positions.map(
        (position) =>
          `${say('viewerRow', { n: +text(position, 'row') })}: ${text(position, 'columns').replace(/,\s*/g, ', ').replace(/-/g, '–')}`,
      );
      rows.append(
        part('li', 'place', [
          swatch(hex),
          part('b', 'name', [name], { dir: 'auto' }),
          part('span', 'where', [where.join(' · ')]),
        ]),
      );
    }
  };
  node.addEventListener('toggle', fill, { signal, once: true });
  return node;
}
