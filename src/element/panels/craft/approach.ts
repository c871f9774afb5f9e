import type { Stage } from '../viewer/stage.js';

const EASY = 26; // CSS pixels of a cell that can be worked from

/** What is current is in view. */
export function reveal({ plan, marks }: Stage): void {
  if (marks) plan?.camera.reveal(marks.columns[0], marks.rows[0]);
  plan?.settle();
}

/** Close enough to work from, at what is current. */
export function approach(stage: Stage): void {
  const { camera } = stage.plan ?? {};
  if (camera && camera.w < EASY) camera.scale(EASY / camera.w);
  reveal(stage);
}
