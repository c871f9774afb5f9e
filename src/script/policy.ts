import type { TrustedTypesWindow } from 'trusted-types/lib/index.js';

/**
 * For Lit's templates (the build hands it over) and for the addresses of our own files. A page that lists its policies would refuse
 * the name a second time, so a second copy of this script, which has nothing to show, does without.
 */
export const policy = customElements.get('pattern-generator')
  ? undefined
  : (globalThis as unknown as TrustedTypesWindow).trustedTypes?.createPolicy('pattern-generator', {
      createHTML: (html) => html,
      createScriptURL: (url) => url,
    });
