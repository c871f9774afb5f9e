import { picsartFace } from './picsart/face.js';
import { pixcraftFace } from './pixcraft/face.js';
import type { ProviderDefinition, ProviderFace } from './provider.js';

/** By name. Of the built-in ones only what the visitor sees is here; how they are spoken to comes with the second file. */
export const providers = new Map<string, ProviderFace>();

const listeners = new Set<() => void>();

/** A widget may stand on the page before its provider or its language does. */
export const onRegistration = (fn: () => void): (() => void) => {
  listeners.add(fn);
  return () => void listeners.delete(fn);
};
export const registered = (): void => listeners.forEach((fn) => fn());

/** Makes an API of your own available as `provider="name"`. The last one registered under a name counts. */
export function registerProvider(provider: ProviderDefinition): void {
  providers.set(provider.name, {
    download: provider.operations.pdf ? 'pdf' : provider.picture ? 'picture' : 'none',
    ...provider,
  });
  registered();
}

for (const face of [pixcraftFace, picsartFace]) providers.set(face.name, face);
