import type { Estimate } from '../../chart/estimates.js';
import { shown, type Units } from '../../studio/size.js';
import type { Sides } from '../../studio/crop.js';

type Say = (key: string, values?: Record<string, unknown>) => string;

/** Both sides of something in the visitor's units, as texts take them. */
export const lengthsIn = ({ width, height }: Sides, units: Units, say: Say) => ({
  width: shown(width, units),
  height: shown(height, units),
  units: say(units),
});

/** What it takes, in words that say that nobody has measured it: time, what to buy, what to cut. */
export const estimatesOf = ({ hours, packs, cut }: Estimate, say: Say, units: Units): string[] => [
  say('studioHours', { hours: Math.max(1, Math.round(hours)) }),
  ...(packs ? [say(packs.name === 'skeins' ? 'studioSkeins' : 'studioBags', { count: packs.count })] : []),
  ...(cut ? [say('studioCut', lengthsIn(cut, units, say))] : []),
];
