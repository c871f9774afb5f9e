import type { Stage } from '../viewer/stage.js';

const EASY = 26; // CSS pixels of a cell that can be worked from

/** Close enough to work from, at what is current. */
export function approach({ plan, marks }: Stage): void {
  if (!plan) return;
  const { camera } = plan;
  if (camera.w < EASY) camera.scale(EASY / camera.w);
  if (marks) camera.reveal(marks.columns[0], marks.rows[0]);
  plan.settle();
}
