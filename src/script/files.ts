import type { files as sources, locales as languages } from '../element/files.js';
import { loadFile } from './load-file.js';

/** SHA-384 of each later file, by its name. */
declare const __FILES__: Record<keyof typeof sources, string>;
/** SHA-256 of each language: ten of them stand in the first file. */
declare const __LOCALES__: Record<string, string>;

export { filesAt } from './load-file.js';
export { startWorker } from './start-worker.js';

/** Once for all widgets of the page; asked again, under another address, after a failure. */
function once(name: string, integrity: string, failed?: (address: string) => void) {
  let coming: Promise<never> | undefined;
  let tries = 0;
  return () =>
    (coming ??= loadFile(name, integrity, tries).catch((address: string) => {
      coming = undefined;
      if (!tries++) failed?.(address);
      throw Error(address);
    }));
}

const all = (algorithm: string, hashes: Record<string, string>, failed?: (address: string) => void) =>
  Object.fromEntries(Object.entries(hashes).map(([name, hash]) => [name, once(name, algorithm + hash, failed)])) as never;

export const files: typeof sources = all(
  'sha384-',
  __FILES__,
  (address) =>
    // A visitor without a connection, or who leaves, is no mistake of the owner's.
    address &&
    navigator.onLine !== false &&
    console.error(
      `<pattern-generator> ${address} is missing, altered or out of reach. If it lies elsewhere, name the place in the attribute "files".`,
    ),
);
// English stands in for a language without a word.
export const locales: typeof languages = all('sha256-', __LOCALES__);
