import { picsart } from './picsart/wire.js';
import { pixcraft } from './pixcraft/wire.js';
import type { Provider, ProviderFace } from './provider.js';

const wires = { pixcraft, picsart };

/** A whole provider: a registered one is whole already, a built-in one gets its wire here. Undefined for a face without one. */
export function whole(face: ProviderFace): Provider | undefined {
  const provider = { ...wires[face.name as keyof typeof wires], ...face };
  return 'operations' in provider ? provider : undefined;
}
