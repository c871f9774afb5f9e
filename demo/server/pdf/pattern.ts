/** What the engine hands over; only what is printed. Structural, so that an answer read back from storage prints as well. */
export interface PrintablePattern {
  columns: number;
  rows: number;
  /** Index into `materials`, row-major. */
  cells: Uint16Array;
  materials: { id: string; name: string; hex: string; quantity: number; percentage: number }[];
  guide: GuideStep[];
  colorSummary: { color: string; hex: string; positions: { row: number; columns: string }[] }[];
  difficulty: string;
}

export type Direction = 'rows' | 'columns' | 'bottom-up';

export interface GuideStep {
  step: number;
  direction: Direction;
  runs: { id?: string; color: string; hex: string; count: number }[];
}
