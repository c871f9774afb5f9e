import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

const path = (name: string) => fileURLToPath(new URL(`../../${name}`, import.meta.url));

/** A script file finds the later files by its own address and checks them, which `import()` alone does not. */
export const ownFiles = (): Plugin => {
  let swapped = false;
  return {
    name: 'own-files',
    load(id) {
      if (id !== path('element/files.ts')) return;
      swapped = true;
      return `export * from ${JSON.stringify(path('script/files.ts'))}`;
    },
    buildEnd(error) {
      if (!error && !swapped) throw new Error('src/element/files.ts is not where this build looks for it');
    },
  };
};
