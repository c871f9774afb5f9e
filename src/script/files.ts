import type { files as sources } from '../element/files.js';

/** SHA-384 of each later file, by its name. */
declare const __FILES__: Record<keyof typeof sources, string>;

// Known only while the script runs, for the classic kind; the module kind has its own address.
const base = (document.currentScript as HTMLScriptElement | null)?.src || import.meta.url;

/**
 * A later file, from beside the first. `import()` cannot carry a hash, but a module preload can, and what it has
 * checked is what `import()` then gets. Neither needs more than `script-src 'self'`, nor a Trusted Types policy.
 */
async function load(name: keyof typeof sources): Promise<never> {
  const link = document.createElement('link');
  // A browser that would not check does without.
  if (!link.relList.supports('modulepreload')) throw Error('modulepreload');
  link.rel = 'modulepreload';
  link.integrity = 'sha384-' + __FILES__[name];
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

const loading: Partial<Record<keyof typeof sources, Promise<never>>> = {};

/** Once for all widgets of the page; asked again after a failure. */
const once = (name: keyof typeof sources) => () =>
  (loading[name] ??= load(name).catch((error) => {
    delete loading[name];
    throw error;
  }));

export const files: typeof sources = {
  making: once('making'),
  viewer: once('viewer'),
};
