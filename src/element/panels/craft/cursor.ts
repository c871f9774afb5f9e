import { frame } from './frame.js';
import type { Plan } from '../viewer/plan/plan.js';

/** The cell that the keyboard stands on. */
export function cursor({ stage, camera, canvas }: Plan): void {
  if (!stage.cursor) return;
  const { column, row } = stage.cursor;
  const { left, top, w, h, ratio } = camera;
  const atX = (at: number) => Math.round(left * ratio) + Math.round(at * w * ratio);
  const atY = (at: number) => Math.round(top * ratio) + Math.round(at * h * ratio);
  frame(canvas, [atX(column), atY(row), atX(column + 1) - atX(column), atY(row + 1) - atY(row)], ratio, 2.5);
}
