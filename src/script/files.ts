import type { files as sources, locales as languages } from '../element/files.js';

/** SHA-384 of each later file, by its name. */
declare const __FILES__: Record<keyof typeof sources, string>;
/** The same for the languages. */
declare const __LOCALES__: Record<string, string>;

// Known only while the script runs, for the classic kind; the module kind has its own address.
const base = (document.currentScript as HTMLScriptElement | null)?.src || import.meta.url;

/**
 * A later file, from beside the first. `import()` cannot carry a hash, but a module preload can, and what it has
 * checked is what `import()` then gets. Neither needs more than `script-src 'self'`, nor a Trusted Types policy.
 */
async function load(name: string, hash: string): Promise<never> {
  const link = document.createElement('link');
  // A browser that would not check does without.
  if (!link.relList.supports('modulepreload')) throw Error('modulepreload');
  link.rel = 'modulepreload';
  link.integrity = 'sha384-' + hash;
  link.crossOrigin = 'anonymous';
  link.href = new URL(`pattern-generator.${name}.js`, base).href;
  try {
    await new Promise((resolve, reject) => {
      link.onload = resolve;
      link.onerror = reject;
      document.head.append(link);
    });
  } finally {
    link.remove();
  }
  return import(/* @vite-ignore */ link.href) as Promise<never>;
}

const loading: Record<string, Promise<never>> = {};

/** Once for all widgets of the page; asked again after a failure. */
const once = ([name, hash]: [string, string]) => [
  name,
  () =>
    (loading[name] ??= load(name, hash).catch((error) => {
      delete loading[name];
      throw error;
    })),
];

const all = (hashes: Record<string, string>) => Object.fromEntries(Object.entries(hashes).map(once)) as never;

export const files: typeof sources = all(__FILES__);
export const locales: typeof languages = all(__LOCALES__);
