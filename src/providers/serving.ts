import { read as readPicsart } from './picsart/read.js';
import { capabilities } from './pixcraft/capabilities.js';
import { lookups } from './pixcraft/lookups.js';
import { read as readPixcraft } from './pixcraft/read.js';
import type { Provider, ProviderFace } from './provider.js';
import { whole } from './whole.js';

const served: Record<string, Partial<Provider>> = {
  pixcraft: { read: readPixcraft, lookups: { ...lookups, capabilities } },
  picsart: { read: readPicsart },
};

/** A whole provider with the way back, and every free look-up: what a server needs that stands between pages and the API. */
export function serving(face: ProviderFace): Provider | undefined {
  const provider = whole(face);
  return provider && { ...provider, ...served[face.name], ...face };
}
