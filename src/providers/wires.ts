import { picsart } from './picsart.js';
import { pixcraft } from './pixcraft.js';
import type { Provider, ProviderFace } from './provider.js';

/** A whole provider: a registered one is whole already, a built-in one gets its wire here. */
export const wired = (face: ProviderFace): Provider => ({ ...{ pixcraft, picsart }[face.name], ...face }) as Provider;
