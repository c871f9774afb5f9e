/**
 * The house catalogues of the demo: colours of our own making (see `make.ts`), no brand's. Curtains are strung from beads and
 * rugs knotted from yarns.
 */
import type { CatalogueColor } from '../../../src/engine/index.js';
import beads from './beads.json' with { type: 'json' };
import bricks from './bricks.json' with { type: 'json' };
import threads from './threads.json' with { type: 'json' };
import tiles from './tiles.json' with { type: 'json' };
import yarns from './yarns.json' with { type: 'json' };

const CATALOGUES = {
  crossstitch: threads,
  embroidery: threads,
  curtains: beads,
  lego: bricks,
  rugs: yarns,
  beads,
  mosaic: tiles,
} satisfies Record<string, CatalogueColor[]>;

export type Niche = keyof typeof CATALOGUES;
export const NICHES = Object.keys(CATALOGUES) as Niche[];

export function isNiche(text: unknown): text is Niche {
  return NICHES.includes(text as Niche);
}

export function catalogueFor(niche: Niche): CatalogueColor[] {
  return CATALOGUES[niche];
}
