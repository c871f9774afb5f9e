import type { Estimate } from '../../chart/estimates.js';
import { shown, type Units } from '../../studio/size.js';
import type { Voice } from '../texts/voice.js';

/** What it takes, in words that say that nobody has measured it: time, what to buy, what to cut. */
export const estimatesOf = ({ hours, packs, cut }: Estimate, say: Voice['say'], units: Units = 'cm'): string[] => [
  say('studioHours', { hours: Math.max(1, Math.round(hours)) }),
  ...(packs ? [say(packs.name === 'skeins' ? 'studioSkeins' : 'studioBags', { packs: packs.count })] : []),
  ...(cut ? [say('studioCut', { width: shown(cut.width, units), height: shown(cut.height, units), units })] : []),
];
