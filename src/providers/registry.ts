import { picsartFace } from './picsart-face.js';
import { pixcraftFace } from './pixcraft-face.js';
import type { Provider, ProviderFace } from './provider.js';

// Of the built-in ones only what the visitor sees is here; how they are spoken to comes with the second file.
const providers = new Map<string, ProviderFace>();

/** Makes an API of your own available as `provider="name"`. The last one registered under a name counts. */
export const registerProvider = (provider: Provider): void => void providers.set(provider.name, provider);
export const findProvider = (name: string): ProviderFace | undefined => providers.get(name);

for (const face of [pixcraftFace, picsartFace]) providers.set(face.name, face);
