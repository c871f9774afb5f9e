import type { Direction } from './pattern.js';

/** Which cell comes when, for one way of working over a grid. */
export interface Walk {
  steps: number;
  /** Cells of a step. */
  length: number;
  /** The cell (row-major) that is the `place`-th of step number `step`, both from 0. */
  cellAt(step: number, place: number): number;
  /** The row or column, from the top left, that is worked in this step; and the way back, for it is its own inverse. */
  line(step: number): number;
}

type Walker = (columns: number, rows: number) => Walk;

const rowByRow =
  (upward: boolean): Walker =>
  (columns, rows) => {
    const line = (step: number) => (upward ? rows - 1 - step : step);
    return { steps: rows, length: columns, line, cellAt: (step, place) => line(step) * columns + place };
  };

const WALKS: Record<Direction, Walker> = {
  rows: rowByRow(false),
  columns: (columns, rows) => ({
    steps: columns,
    length: rows,
    line: (step) => step,
    cellAt: (step, place) => place * columns + step,
  }),
  'bottom-up': rowByRow(true),
};

export const DIRECTIONS = Object.keys(WALKS) as Direction[];

export const walk = (direction: Direction, columns: number, rows: number): Walk => WALKS[direction](columns, rows);
