import type { Direction } from '../result.js';

// Documented.
const DIRECTIONS = new Map<unknown, Direction>([
  ['curtains', 'columns'],
  ['lego', 'bottom-up'],
  ['rugs', 'bottom-up'],
]);

/** In which order a craft's pieces are set. */
export const directionOf = (niche: unknown): Direction => DIRECTIONS.get(niche) ?? 'rows';
