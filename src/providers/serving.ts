import { read as readPicsart } from './picsart/read.js';
import { capabilities } from './pixcraft/capabilities.js';
import { lookups } from './pixcraft/lookups.js';
import { read as readPixcraft } from './pixcraft/read.js';
import { pixcraft } from './pixcraft/wire.js';
import { writeBytes } from './pixcraft/write-bytes.js';
import type { Provider, ProviderFace } from './provider.js';
import { whole } from './whole.js';

const served: Record<string, Partial<Provider>> = {
  pixcraft: {
    read: readPixcraft,
    write: writeBytes,
    lookups: { ...lookups, capabilities },
    operations: {
      ...pixcraft.operations,
      validate: { method: 'POST', path: '/api/v1/validate', type: 'json' },
      health: { method: 'GET', path: '/api/v1/health' },
    },
  },
  picsart: { read: readPicsart },
};

/** A whole provider with the way back, and everything that is free: what a server needs that stands between pages and the API. */
export function serving(face: ProviderFace): Provider | undefined {
  const provider = whole(face);
  return provider && { ...provider, ...served[face.name], ...face };
}
