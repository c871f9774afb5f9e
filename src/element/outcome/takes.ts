import { estimate } from '../../chart/estimates.js';
import type { Generation } from '../../generation/generation.js';
import { unitsFor } from '../../studio/size.js';
import type { Spoken } from '../speech.js';
import { estimates as english } from '../texts/english/estimates.js';
import { estimatesOf } from '../texts/estimates-of.js';
import { voice } from '../texts/voice.js';

/** What a result takes, told in one line; undefined for a craft that is not known here. */
export function takes({ result, cell }: Generation, units: string | undefined, { lang, strings }: Spoken): string | undefined {
  const { niche, columns, rows, materials } = result!;
  const told = columns && rows && cell && estimate({ niche, columns, rows, unit: cell, materials });
  if (told) return estimatesOf(told, voice(lang, english, strings).say, unitsFor(units, lang)).join(' · ');
}
