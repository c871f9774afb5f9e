import { type Color, colorsOf } from '../providers/lookups.js';
import type { Generation } from './generation.js';

/** More are no help in a choice, and make it slow. */
const MOST = 1000;

/** The colours that can be bought in place of those of the pattern that is shown; asked for free, once a day. Never rejects. */
export async function replacements({ made, result, kit }: Pick<Generation, 'made' | 'result' | 'kit'>): Promise<Color[]> {
  try {
    const { page } = await kit();
    const { settings, parameters } = made!.design;
    const told = await page.library.lookUp(await page.openAccount(settings), 'colors', settings);
    return colorsOf(told, result?.niche ?? parameters.niche, parameters.colorCatalog).slice(0, MOST);
  } catch {
    return []; // Then the pattern's own have to do.
  }
}
