import type { TilingOptions } from '../core/tiling.js';
import type { Catalogue } from '../providers/lookups.js';
import type { Parameters } from '../providers/provider.js';
import { cellOf } from './cell.js';
import type { Generation } from './generation.js';

/** What a press would make now; all of it is free. */
export interface Prospect {
  /** What is asked for, with what is asked for when nobody says anything. */
  parameters: Parameters;
  /** Of one cell, in centimetres; undefined where the API makes no cells of a size. */
  unit?: { width: number; height: number };
  /** How the result is covered with the picture, where the API makes no cells. */
  tiling?: TilingOptions;
  /** The picture as it would be sent. */
  upload(signal: AbortSignal): Promise<Blob | undefined>;
  /** It is kept already. */
  kept(): Promise<boolean>;
  /** The API's colours, asked once a day; undefined where they cannot be read. */
  colors(): Promise<Catalogue | undefined>;
}

/** Rejects as the press would, with a PatternError. */
export async function prospect({ picture, choices, kit }: Pick<Generation, 'picture' | 'choices' | 'kit'>): Promise<Prospect> {
  const { making, page, settings, designs } = await kit();
  const design = await making.design(page, settings, picture.open!, choices);
  const { parameters, key } = design;
  return {
    parameters,
    tiling: settings.provider.tiling?.(parameters),
    unit: cellOf(design, choices),
    upload: async (signal) => (await making.toUpload(page, design, signal)).file,
    kept: () => designs.has(key),
    colors: async () => page.library.lookUp(await page.openAccount(settings), 'colors', settings),
  };
}
