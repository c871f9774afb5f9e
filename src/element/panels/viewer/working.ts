import type { Progress } from '../../../cache/store/entry.js';
import type { ChartColor } from '../../../chart/palette.js';
import type { PatternResult } from '../../../providers/provider.js';
import type { Place } from './plan/gestures.js';
import type { Plan } from './plan/plan.js';

/** How far somebody has come with the design that is shown, kept beside its result. Nothing here ever rejects. */
export interface Door {
  progress(): Promise<Progress | undefined>;
  /** What is handed in may run more than once. False when it lies in this page only. */
  saveProgress(change: (old?: Progress) => Progress): Promise<boolean>;
  /** Calls back when somebody else, here or in another tab, has saved. Call what it returns to stop. */
  onProgress(fn: () => void): () => void;
}

/** What the page lends to change colours with. */
export interface Wardrobe {
  /** The colours that can be bought instead; none where the API does not tell. Never rejects. */
  colors(): Promise<readonly ChartColor[]>;
  /** From now on the pattern is shown like this; undefined: as the API made it. */
  worn(result?: PatternResult): void;
}

/** What the craft file adds to the chart once it is there: how far somebody has come, and a pen to mark more. */
export interface Working {
  /** 0 to 1. */
  readonly share: number;
  /** 1 for each cell that is done. */
  readonly done: Uint8Array;
  /** Counts changes, to tell whether anything is to be drawn anew. */
  readonly changes: number;
  /** What keys do, while they go to the chart. */
  hint(): string | undefined;
  /** How much of a colour is left, in words. */
  left(color: number, quantity: number): string;
  /** The words for a cell, with what is known of it. */
  tell(cell: number, words: string): string;
  isRunDone(step: number, run: number): boolean;
  /** Marks cells as done; if they all are, as not done. */
  toggle(cells: Iterable<number>): void;
  undo(): void;
  /** A key on the chart. True when it meant something. */
  press(event: KeyboardEvent, plan: Plan): boolean;
  /** Whether a finger on the chart marks cells instead of moving it. */
  pen: boolean;
  /** The pen has come here from there, or was just put down. */
  draw(plan: Plan, to: Place, from?: Place): void;
}
