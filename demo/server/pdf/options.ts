import type { PrintablePattern } from './pattern.js';

export interface PdfOptions {
  pattern: PrintablePattern;
  niche: string;
  /** What was asked for; the grid covers whole units of it. */
  widthCm: number;
  heightCm: number;
  unitWidthCm: number;
  unitHeightCm: number;
  maxColors?: number;
  /** The site owner's name, on the title page and in the footers. */
  brand?: string;
  /** PNG or JPEG; takes the brand's place on the title page. Anything else is ignored. */
  logo?: Uint8Array;
  /** Adds where each colour sits, row by row. */
  colorSummary?: boolean;
  /** Default: now. The same pattern with the same date gives the same bytes. */
  createdAt?: Date;
}
