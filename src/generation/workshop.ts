import { PatternError } from '../core/pattern-error.js';
import type { Host } from './host.js';
import type * as Keeping from './keeping.js';
import type * as Making from './making.js';
import type { Kept, Page } from './making.js';
import type { Settings } from './settings.js';

/** The later files' tools, and what the page wants of them now. */
export interface Kit {
  making: typeof Making;
  keeping: typeof Keeping;
  page: Page;
  settings: Settings;
  designs: Kept;
}

/** Without its later files a widget can show and tell, but not make: that costs nothing and can be tried again. */
export async function openKit(host: Host): Promise<Kit> {
  const [making, keeping] = await Promise.all([host.making(), host.keeping()]).catch((cause) => {
    throw new PatternError('network', { cause });
  });
  const page = making.thisPage(keeping);
  const settings = making.readSettings(host.wishes());
  return { making, keeping, page, settings, designs: new making.Kept(page, settings) };
}
