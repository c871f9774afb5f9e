import type { PatternResult } from '../../providers/provider.js';
import { part } from './part.js';
import type { Voice } from './viewer-strings.js';

export function facts({ columns, rows, totalUnits, materials, difficulty }: PatternResult, { say, number }: Voice): HTMLElement {
  const entries: [key: string, value: string | 0 | undefined][] = [
    ['viewerSize', columns && rows && `${number(columns)} × ${number(rows)}`],
    ['viewerUnits', totalUnits && number(totalUnits)],
    ['viewerColors', materials.length && number(materials.length)],
    ['viewerDifficulty', difficulty && (say('viewer-' + difficulty) || difficulty)],
  ];
  return part(
    'dl',
    'facts',
    entries.flatMap(([key, value]) =>
      value ? [part('div', 'fact', [part('dt', 'fact-name', [say(key)]), part('dd', 'fact-value', [value])])] : [],
    ),
  );
}
