import { list, text } from '../../providers/tolerant.js';
import type { Listen } from './gestures.js';
import { swatch } from './materials.js';
import { part } from './part.js';
import type { Voice } from '../texts/voice.js';

/** Where each colour goes, row by row. Undefined when the answer has none in a shape that can be read. */
export function places(summary: unknown[] | undefined, { say }: Voice, on: Listen): HTMLElement | undefined {
  const colors = list(summary).filter(({ positions }) => list(positions).some((position) => text(position, 'columns')));
  if (!colors.length) return;
  const node = part('details', 'summary', [part('summary', 'summary-title', [say('viewerPlaces')])]);
  let filled = false;
  // As long as the whole guide again, so it is written when it is first opened.
  on(node, 'toggle', () => {
    if (filled) return;
    filled = true;
    for (const color of colors)
      node.append(
        part('div', 'place', [
          swatch(text(color, 'hex|color')),
          part('b', 'name', [text(color, 'color|name|label')], { dir: 'auto' }),
          ...list(color.positions).map((position) =>
            part('span', 'where', [
              `${say('viewerRow', { n: +text(position, 'row') })}: ${text(position, 'columns').replace(/,\s*/g, ', ').replace(/-/g, '–')}`,
            ]),
          ),
        ]),
      );
  });
  return node;
}
