import type { Lookup } from '../lookups.js';
import type { Direction } from '../result.js';
import { text } from '../tolerant.js';
import { niches } from './lookups.js';

const DIRECTIONS: [RegExp, Direction][] = [
  [/col|^left/, 'columns'],
  [/^bottom/, 'bottom-up'],
  [/row|^top/, 'rows'],
];

/** The way each niche is worked; a page knows by itself, a server that stands between hands it on. */
export const capabilities = {
  path: '/api/v1/capabilities',
  read(body): Record<string, Direction> | undefined {
    const told = niches(body).flatMap((niche): [string, Direction][] => {
      const said = text(niche, 'assemblyDirection|assembly_direction|direction').toLowerCase();
      const direction = DIRECTIONS.find(([words]) => words.test(said))?.[1];
      const id = text(niche, 'id|niche|name');
      return id && direction ? [[id, direction]] : [];
    });
    return told.length ? Object.fromEntries(told) : undefined;
  },
} satisfies Lookup<Record<string, Direction>>;
