import { BUSY } from '../../generation/states.js';
import type { Generation } from '../../generation/generation.js';
import { replacements } from '../../generation/replacements.js';
import type { PatternResult } from '../../providers/provider.js';
import type { HistoryInput } from '../panels/history/history.js';
import type { files, Lit } from '../files.js';
import type { PatternSettings } from '../settings.js';
import type { Spoken } from '../speech.js';
import { adopt } from '../panels/adopt.js';
import { voice as speak } from '../texts/voice.js';
import { countdown } from './countdown.js';
import { onEscape } from './escape.js';
import { holdPress } from './hold-press.js';
import { keepFocus } from './keep-focus.js';
import { intakeSheet } from './intake-sheet.js';
import { largeTextSheet } from './large-text-sheet.js';
import { panel } from './panel.js';
import { placeSheet } from './place-sheet.js';
import { sheet } from './sheet.js';
import { takes } from './takes.js';

export interface Attachment {
  host: PatternSettings;
  generation: Generation;
  spoken(): Spoken;
  files: typeof files;
  lit: Lit;
  /** The pattern is shown in other colours, or again in its own. */
  worn(result?: PatternResult): void;
}

/** Whatever lives beside the views. Tells whether the viewer shows the result. */
export function attach({ host, generation, spoken, files, lit, worn }: Attachment): () => boolean {
  host.addController({
    hostUpdated: () => [sheet, intakeSheet, placeSheet, largeTextSheet].forEach((each) => adopt(host.shadowRoot!, each)),
  });
  countdown(host, () => generation.state === 'waiting');
  onEscape(
    host,
    () => BUSY.has(generation.state),
    () => generation.cancel(),
  );
  // Styles tell the direction; that it changes is what the viewer has to hear.
  const dir = () => getComputedStyle(host).direction;
  const wardrobe = { colors: () => replacements(generation), worn };
  const viewing = panel(host, lit, 'result', {
    load: async () => (await files.viewer()).mount,
    wanted: () =>
      generation.result && {
        result: generation.result,
        estimates: takes(generation, host.units, spoken()),
        door: generation.made?.door,
        craft: files.craft,
        wardrobe,
        dir: dir(),
        speak,
        ...spoken(),
      },
  });
  const { strip } = generation;
  const { remove: forget, restore, rename, peek } = strip;
  const desk = { recall: (key: string) => generation.recall(key), forget, restore, rename, peek };
  const listing: () => boolean = panel<HistoryInput>(host, lit, 'history', {
    load: async () => (await files.history()).mount,
    wanted() {
      const { history: items } = strip;
      // Once there, it stays: what was removed can be taken back.
      const few = items.length < 2 && !listing();
      return host.history === 'off' || host.disabled || few ? undefined : { items, host: desk, speak, ...spoken() };
    },
  });
  holdPress(host);
  keepFocus(host, '[part~=actions] button:enabled', '[part~=message]');
  return viewing;
}
