export interface Material {
  id?: string;
  name: string;
  hex: string;
  quantity: number;
  percentage: number;
}
export interface Run {
  color: string;
  hex: string;
  count: number;
}
export interface Step {
  label?: string;
  runs: Run[];
}
/** The way the guide walks over the grid. */
export type Direction = 'rows' | 'columns' | 'bottom-up';

export interface PatternResult {
  provider: string;
  niche?: string;
  columns?: number;
  rows?: number;
  totalUnits?: number;
  /** Size of one cell in centimetres, where it is known; else a cell is square. */
  unit?: { width: number; height: number };
  materials: Material[];
  guide: Step[];
  direction?: Direction;
  colorSummary?: unknown[];
  difficulty?: string;
  image?: Blob;
  /** The API's own answer, untouched. */
  raw: unknown;
}
