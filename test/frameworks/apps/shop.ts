/** What the page around the widget knows, in the framework's own state. */
export interface Shop {
  file?: File;
  width: number;
  colors: number;
  noPdf: boolean;
  closed: boolean;
  /** Whether the widget is on the page. */
  shown: boolean;
  /** Concerns the widget not at all. */
  visitors: number;
}

export const OPEN: Shop = { width: 20, colors: 20, noPdf: false, closed: false, shown: true, visitors: 0 };

/** What the tests read of a `PatternResult`. */
export interface Heard {
  provider: string;
  niche?: string;
  columns?: number;
  materials: readonly unknown[];
}

declare global {
  interface Window {
    /** Changes the framework's state, as a visitor or a server would. */
    turn(change: Partial<Shop>): void;
    /** What the framework's listener got. */
    heard?: Heard[];
  }
}

export function turnedBy(turn: Window['turn']): void {
  // A server renders what is there at the beginning.
  if (typeof window === 'undefined') return;
  window.turn = turn;
  // The package's types know the widget's events on the document, too. None of the journeys may end in an error.
  document.addEventListener('pattern-error', ({ error }) => console.error(error.code, error.message));
}
export const hear = (result: Heard) => void (window.heard ??= []).push(result);
