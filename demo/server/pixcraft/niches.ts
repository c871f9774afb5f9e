import type { Direction } from '../../../src/engine/index.js';
import type { Niche as NicheId } from '../catalogues/index.js';

export interface Niche {
  id: NicheId;
  name: string;
  unitWidthCm: number;
  unitHeightCm: number;
  direction: Direction;
  /** documented: crossstitch and embroidery have a colour summary, the others none */
  colorSummary: boolean;
}

// Directions and the curtains' unit are documented; ids, names and the other units are assumed.
const table: [id: NicheId, name: string, width: number, height: number, direction: Direction][] = [
  ['crossstitch', 'Cross stitch', 0.18, 0.18, 'rows'],
  ['embroidery', 'Embroidery', 0.15, 0.15, 'rows'],
  ['curtains', 'Bead curtains', 1.5, 2, 'columns'],
  ['lego', 'LEGO', 0.8, 0.8, 'bottom-up'],
  ['rugs', 'Rugs', 0.5, 0.5, 'bottom-up'],
  ['beads', 'Beads', 0.5, 0.5, 'rows'],
  ['mosaic', 'Mosaic', 1, 1, 'rows'],
];

export const NICHES: ReadonlyMap<string, Niche> = new Map<string, Niche>(
  table.map(([id, name, unitWidthCm, unitHeightCm, direction]) => [
    id,
    { id, name, unitWidthCm, unitHeightCm, direction, colorSummary: id === 'crossstitch' || id === 'embroidery' },
  ]),
);
