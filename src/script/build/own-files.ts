import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

const path = (name: string) => fileURLToPath(new URL(`../../${name}`, import.meta.url));

/** Puts one of our files in the place of another. */
const instead = (source: string, own: string): Plugin => {
  let swapped = false;
  return {
    name: 'own-files',
    load(id) {
      if (id !== path(source)) return;
      swapped = true;
      return `export * from ${JSON.stringify(path(own))}`;
    },
    buildEnd(error) {
      if (!error && !swapped) throw new Error(`src/${source} is not where this build looks for it`);
    },
  };
};

/** A script file finds the later files by its own address and checks them, which `import()` alone does not. */
export const ownFiles = (): Plugin => instead('element/files.ts', 'script/files.ts');

/** In the one file that holds everything there is nothing to start a worker from. */
export const noWorker = (): Plugin => instead('element/start-worker.ts', 'script/no-worker.ts');
