import type { Estimate } from '../../chart/estimates.js';
import { shown, type Units } from '../../studio/size.js';

/** What it takes, in words that say that nobody has measured it: time, what to buy, what to cut. */
export const estimatesOf = (
  { hours, packs, cut }: Estimate,
  say: (key: string, values: Record<string, unknown>) => string,
  units: Units,
): string[] => [
  say('studioHours', { hours: Math.max(1, Math.round(hours)) }),
  ...(packs ? [say(packs.name === 'skeins' ? 'studioSkeins' : 'studioBags', { packs: packs.count })] : []),
  ...(cut ? [say('studioCut', { width: shown(cut.width, units), height: shown(cut.height, units), units })] : []),
];
