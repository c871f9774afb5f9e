import { picsartFace } from './picsart-face.js';
import { pixcraftFace } from './pixcraft-face.js';
import type { Provider, ProviderFace } from './provider.js';

// Of the built-in ones only what the visitor sees is here; how they are spoken to comes with the second file.
const providers = new Map<string, ProviderFace>();

const listeners = new Set<(name: string) => void>();

/** Makes an API of your own available as `provider="name"`. The last one registered under a name counts. */
export function registerProvider(provider: Provider): void {
  providers.set(provider.name, provider);
  listeners.forEach((fn) => fn(provider.name));
}

/** A widget may stand on the page before its provider does. */
export const onProvider = (fn: (name: string) => void): (() => void) => {
  listeners.add(fn);
  return () => void listeners.delete(fn);
};
export const findProvider = (name: string): ProviderFace | undefined => providers.get(name);

for (const face of [pixcraftFace, picsartFace]) providers.set(face.name, face);
