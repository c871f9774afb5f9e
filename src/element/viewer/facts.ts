import type { PatternResult } from '../../providers/provider.js';
import { part } from './part.js';
import type { Voice } from '../texts/voice.js';

export function facts({ columns, rows, totalUnits, materials, difficulty }: PatternResult, { say, number }: Voice): HTMLElement {
  // Columns come before rows in every script.
  const size = columns && rows && part('bdi', 'size', [`${number(columns)} × ${number(rows)}`], { dir: 'ltr' });
  const entries = {
    viewerSize: size,
    viewerUnits: totalUnits && number(totalUnits),
    viewerColors: materials.length && number(materials.length),
    viewerDifficulty: difficulty && (say('viewer-' + difficulty) || difficulty),
  };
  return part(
    'dl',
    'facts',
    Object.entries(entries).flatMap(([key, value]) =>
      value ? [part('div', 'fact', [part('dt', 'fact-name', [say(key)]), part('dd', 'fact-value', [value])])] : [],
    ),
  );
}
