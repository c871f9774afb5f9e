import type { Direction } from './pattern.js';

/** What people who do the craft call it and its units. */
const CRAFTS: Record<string, { title: string; units: string }> = {
  crossstitch: { title: 'Cross-stitch pattern', units: 'stitches' },
  embroidery: { title: 'Embroidery pattern', units: 'stitches' },
  curtains: { title: 'Curtain pattern', units: 'pieces' },
  lego: { title: 'LEGO pattern', units: 'bricks' },
  rugs: { title: 'Rug pattern', units: 'knots' },
  beads: { title: 'Bead pattern', units: 'beads' },
  mosaic: { title: 'Mosaic pattern', units: 'tiles' },
};

export function craft(niche: string): { title: string; units: string } {
  const known = Object.hasOwn(CRAFTS, niche) ? CRAFTS[niche] : undefined;
  const name = niche.trim() || 'Craft';
  return known ?? { title: `${name.charAt(0).toUpperCase()}${name.slice(1)} pattern`, units: 'units' };
}

/** How the guide is to be read; line numbers are those of the chart, which count from the top left. */
export const READING: Record<Direction, string> = {
  rows: 'Row by row from the top; each row from left to right.',
  columns: 'Column by column from the left; each column from top to bottom.',
  'bottom-up': 'Row by row from the bottom up; each row from left to right. Row numbers are those of the chart.',
};

export function stepLabel(direction: Direction, step: number, rows: number): string {
  if (direction === 'columns') return `Column ${step}`;
  return direction === 'bottom-up' ? `Step ${step}, row ${rows - step + 1}` : `Row ${step}`;
}

/** Digits are grouped from five on: 9999 but 16,625. */
export const grouped = (n: number): string => (n < 10_000 ? String(n) : String(n).replace(/\B(?=(\d{3})+$)/g, ','));

/** At most two decimals and no trailing zeros. */
export const measure = (n: number): string => String(Math.round(n * 100) / 100);
