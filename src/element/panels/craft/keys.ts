import { cellsOf, whereIs } from '../../../chart/cells.js';
import type { Stage } from '../viewer/stage.js';
import type { Plan } from '../viewer/plan/plan.js';

const ZOOM: Record<string, number> = { '+': 1.5, '=': 1.5, '-': 1 / 1.5, 0: 0 };
const STEP: Record<string, [columns: number, rows: number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
  PageUp: [0, -10],
  PageDown: [0, 10],
  Home: [-Infinity, 0],
  End: [Infinity, 0],
};

/** Walks over the chart cell by cell. True when the key meant something. */
export function press(event: KeyboardEvent, stage: Stage, { camera, chart, zoom }: Plan): boolean {
  const { key, shiftKey, ctrlKey, metaKey, altKey } = event;
  const command = ctrlKey || metaKey;
  if (command && key === 'z') return !!stage.work && (stage.work.undo(), true);
  if (altKey || command) return false;
  if (key in ZOOM) return (zoom(ZOOM[key]!), true);
  const { columns, rows } = chart;
  const clamp = (at: number, count: number) => Math.min(Math.max(at, 0), count - 1);
  const from = stage.cursor;
  const by = STEP[key];
  if (by) {
    const reach = shiftKey ? 10 : 1;
    // The first press shows where one stands: in the middle of what is in view.
    const start = from ?? camera.cellAt(camera.middle.x, camera.middle.y) ?? { column: 0, row: 0 };
    const cursor = from
      ? { column: clamp(start.column + by[0] * reach, columns), row: clamp(start.row + by[1] * reach, rows) }
      : start;
    camera.reveal(cursor.column, cursor.row);
    stage.stand(cursor);
    return true;
  }
  if (!from) return false;
  const cell = from.row * columns + from.column;
  const { step, run } = whereIs(chart, cell);
  if (key === 'Enter') return (stage.goTo(step, run), true);
  const cells = { ' ': [cell], r: cellsOf(chart, step, run), l: cellsOf(chart, step) }[key];
  if (!cells) return false;
  stage.work!.toggle(cells);
  return true;
}
